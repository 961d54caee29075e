import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { RuleFinding } from '../types.ts';
import { type Dated, dateFinding, isQuoted, paragraphAt, sentenceEnd, sentenceStart } from './dated-draft.ts';

/** Work still to be done, named by its year: 做好2025年各项工作, 夺取2025年开门红. Group: the year. */
const workOfYear =
  /(?:做好|抓好|干好|谋划好|部署好)((?:19|20)\d{2})年(?:度|的)?(?:各项|全年|重点|目标)?(?:工作|任务)(?=[，。；！、]|$)|(?:夺取|实现|确保|打赢|奋战)((?:19|20)\d{2})年(?:首季|一季度|第一季度|经济)?[“"]?开门(?:红|稳)/gu;
/** The sentence sets a task. */
const setsTask =
  /要|必须|务必|奋力|全力|努力|切实|确保|让我们|希望|强调|部署|讲.{0,3}[点条]|提.{0,3}[点条]|[一二三四五六七八九十]点/u;
/** It reports the past, or other people's words. */
const tellsOfPast =
  /了|已|曾|过去|回顾|总结|去年|上年|一年来|当时|当年|圆满|顺利|会议|会上|通知|方案|意见》|讲话|报告|《|同比|相比|以来|期间|为/u;

/**
 * Last year's work set as a task of today, in a draft that is certainly of this year: a leftover. Offsets of the
 * draft.
 */
export function staleYearFindings(dated: Dated): RuleFinding[] {
  const { text, year, sure } = dated;
  if (!sure) return [];
  const findings: RuleFinding[] = [];
  for (const match of matchesOf(text, workOfYear)) {
    const written = match[1] ?? match[2] ?? '';
    if (Number(written) !== year - 1 || isQuoted(text, match.index)) continue;
    const [from, to] = [sentenceStart(text, match.index), sentenceEnd(text, match.index)];
    const sentence = text.slice(from, to);
    if (!setsTask.test(sentence) || tellsOfPast.test(sentence)) continue;
    if (paragraphAt(dated, match.index)?.section === 'review') continue;
    const start = match.index + match[0].indexOf(written);
    const end = start + written.length + 1;
    findings.push(
      dateFinding(
        { start, end },
        'warning',
        bilingual(
          `稿件日期在${year}年，这里把${written}年的工作作为要做的事，疑为旧稿留下的年份。`,
          `The draft is dated in ${year}, and sets the work of ${written} as a task: probably a year left from an older draft.`,
        ),
        { label: `${year}年`, edits: [{ start, end, text: `${year}年` }] },
      ),
    );
  }
  return findings;
}
