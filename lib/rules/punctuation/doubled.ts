import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';
import { isHan } from '../style/text.ts';

const runs = /[，。、；：,;]{2,}/gu;
const endClause = punctuationClause('4.1');
const pauseClause = punctuationClause('3.1');

/**
 * The same pause mark twice, or two pause marks side by side (rule 27). 。。。 means an ellipsis; a longer run is a line
 * of dots. Takes the paragraph.
 */
export function doubledMarks(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, runs)) {
    const run = match[0];
    const start = match.index;
    const end = start + run.length;
    if (run.length > 6 || start === 0) continue;
    if (!/[，。、；：]/u.test(run) && !isBetweenHan(text, start, end)) continue;
    if (/^。{3,}$/u.test(run)) {
      faults.push({
        level: 'warning',
        start,
        end,
        message: bilingual(
          '此处似以句号代省略号，规定用六个连点的“……”。',
          'Full stops for an ellipsis, it seems; an ellipsis is “……”.',
        ),
        source: punctuationClause('4.11.2'),
        fixes: [replaceWith(start, end, '……')],
      });
      continue;
    }
    const different = [...new Set([...run].map(widened))];
    const [only] = different;
    if (different.length === 1 && only !== undefined) {
      faults.push({
        level: 'error',
        start,
        end,
        message: bilingual(`此处“${only}”重复，保留一个即可。`, `“${only}” stands here more than once.`),
        source: only === '。' ? endClause : pauseClause,
        fixes: [replaceWith(start, end, only)],
      });
      continue;
    }
    faults.push({
      level: 'warning',
      start,
      end,
      message: bilingual(
        `此处“${run}”两个点号连用，通常只留其一，请选定一个。`,
        `Two marks side by side, “${run}”; usually one is kept.`,
      ),
      source: pauseClause,
      fixes: inOrder(different, end === text.length).map((mark) => replaceWith(start, end, mark)),
    });
  }
  return faults;
}

function isBetweenHan(text: string, start: number, end: number): boolean {
  return isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end));
}

function widened(mark: string): string {
  return mark === ',' ? '，' : mark === ';' ? '；' : mark;
}

/** The likeliest first: at the end of a paragraph the full stop, elsewhere the stronger mark. */
function inOrder(marks: readonly string[], atEnd: boolean): string[] {
  const order = atEnd ? '。；：，、' : '，：；。、';
  return [...marks].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** More than three ？ or ！ (4.2.3.3, 4.3.3.3: at most three). Takes the paragraph. */
export function manyMarks(text: string): Fault[] {
  return matchesOf(text, /(?:！{4,}|!{4,}|？{4,}|\?{4,})/gu)
    .filter(({ index }) => isHan(text.charCodeAt(index - 1)) || /[”’》）]/u.test(text.charAt(index - 1)))
    .map((match) => {
      const start = match.index;
      const end = start + match[0].length;
      const mark = /[！!]/u.test(match[0]) ? '！' : '？';
      return {
        level: 'warning' as const,
        start,
        end,
        message: bilingual(
          `“${mark}”叠用最多三个，通常只用一个。`,
          `At most three “${mark}” stand side by side; usually one is used.`,
        ),
        source: punctuationClause(mark === '！' ? '4.3.3.3' : '4.2.3.3'),
        fixes: [replaceWith(start, end, mark)],
      };
    });
}
