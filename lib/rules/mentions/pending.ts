import { matchesOf } from '../../draft/matches.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { MentionKind } from '../../phrases/types.ts';
import { datedByDraft, listed, type Target } from './target.ts';
import { yearOf } from './time.ts';

/** What was still to come out when a draft was written, and how many years later it has. One row a kind. */
const rows: readonly {
  readonly kind: MentionKind;
  readonly mark: string;
  readonly pattern: RegExp;
  readonly years: number;
  readonly zh: string;
  readonly en: string;
}[] = [
  {
    // 《民营经济促进法（草案）》, 正在修订的《体育法》.
    kind: 'regulation',
    mark: '《',
    pattern:
      /《[^《》]{2,40}[（(]草案[^（）()]{0,8}[）)]》|正在(?:抓紧)?(?:审议|修订|修改|起草|制定)的?《[^《》]{2,40}》/gu,
    years: 1,
    zh: '这部法规当时还在制定或修订，今天应已有结果',
    en: 'this law was still being made',
  },
  {
    // 新修订的《安全生产法》, 6月1日起施行的《乡村振兴促进法》: new it was then; it may have been revised again since.
    kind: 'regulation',
    mark: '》',
    pattern:
      /(?:(?:最近|刚刚?|新)(?:近)?(?:修订|修正|修改|颁布|出台|印发|下发)|(?<![\d年])\d{1,2}月(?:\d{1,2}日)?(?:起)?(?:正式)?(?:印发|施行|修订|修正)|20\d{2}年(?:\d{1,2}月)?(?:修订|修正))的?《[^《》]{2,50}》/gu,
    years: 2,
    zh: '这里说的是当时的文本，今天可能又有修订',
    en: 'this was the text of that time; it may have been revised since',
  },
  {
    // 全力创建国家卫生县城: the title was won or lost since.
    kind: 'goal',
    mark: '创',
    pattern:
      /(?:创建|争创|创成)(?:第[一二三四五六七八九十]+届)?(?:国家|全国|省级)[\p{Script=Han}]{2,12}?(?:城市|县城|示范[区县]|模范城市?|均衡县|文明校园)/gu,
    years: 3,
    zh: '这项创建当时正在进行，今天应已有结果',
    en: 'this title was still to be won',
  },
];

/** What all of it holds. */
export const pendingSign = signOf('草案', ...pairsOf('的议订改草定正布台发行', '《'), '创建', '争创', '创成');

/**
 * What was still open when it was written: laws in the making, titles to be won. In an old draft it has come out since;
 * in a draft of today it is only listed. Offsets of the paragraph.
 * @param then the day an old draft was written for
 */
export function pendingMentions(text: string, date: IsoDate, then: IsoDate | undefined): Target[] {
  return rows.flatMap(({ kind, mark, pattern, years, zh, en }) => {
    if (!text.includes(mark)) return [];
    return matchesOf(text, pattern).map((match): Target => {
      const span = { start: match.index, end: match.index + match[0].length, kind };
      if (then === undefined || yearOf(then) + years > yearOf(date))
        return listed({ ...span, decided: 'check' });
      return datedByDraft({
        ...span,
        role: 'pending',
        from: then,
        to: null,
        message: () =>
          both(
            `稿子写于${yearOf(then)}年，${zh}，建议核改。`,
            `When the draft was written in ${yearOf(then)}, ${en}. Please check what came of it.`,
          ),
      });
    });
  });
}
