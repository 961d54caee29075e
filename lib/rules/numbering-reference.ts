import { writeCount } from '../draft/announcements.ts';
import { type BackCount, findBackCounts } from '../draft/back-counts.ts';
import { findLooseCounts } from '../draft/loose-counts.ts';
import { type Outline, parseOutline } from '../draft/outline.ts';
import { findReferences, type NumberReference, namesNothing } from '../draft/references.ts';
import { bilingual } from '../language/language.ts';
import { changeTo } from './quoted-words.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/** 前述第四点, 以上四点 where the list has three items: words that refer to missing items. */
export const numberingReference: DraftRule = {
  id: 'numbering-reference',
  title: bilingual('前后照应', 'References to items'),
  about: bilingual(
    '看“前述第三点”“见第（二）部分”“以上三点”之类所指的条目，稿中是否确有。',
    'Whether the items meant by “前述第三点” or “以上三点” are in the draft.',
  ),
  example: {
    before: '一、提高认识\n二、明确任务\n三、加强领导\n前述第五点要抓紧落实。',
    after: '一、提高认识\n二、明确任务\n三、加强领导\n前述第五点要抓紧落实。',
    date: '2026-11-20',
  },
  basis: bilingual('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check(context: DraftContext): RuleFinding[] {
    const outline = parseOutline(context.draft);
    // A repetition of a damaged list's former count is fixed with that list.
    const following = new Set(findLooseCounts(outline).map(({ numeral }) => numeral.start));
    return [
      ...findReferences(outline)
        .filter((reference) => namesNothing(outline, reference))
        .map((reference) => toFinding(outline, reference)),
      ...findBackCounts(outline)
        .filter(({ wrong, numeral }) => wrong && !following.has(numeral.start))
        .map((count) => countFinding(outline, count)),
    ];
  },
};

/** No fix: only the author knows which item is meant. 见 may refer to another document, so it is a hint. */
function toFinding(outline: Outline, { most, phrase, sure }: NumberReference): RuleFinding {
  const said = outline.draft.text.slice(phrase.start, phrase.end);
  return {
    rule: 'numbering-reference',
    level: sure ? 'warning' : 'hint',
    start: phrase.start,
    end: phrase.end,
    message: bilingual(
      `此处提到“${said}”，而稿中所列最多只有${most}条，建议核对所指是哪一条。`,
      `“${said}” is referred to, but no list has more than ${most} items. Which one is meant?`,
    ),
    fixes: [],
  };
}

/** The fix is the count of the list directly before, if there is only one. */
function countFinding(outline: Outline, { series, numeral, phrase }: BackCount): RuleFinding {
  const { text } = outline.draft;
  const words = text.slice(phrase.start, phrase.end);
  const count = series?.items.length;
  const right = count === undefined ? '' : writeCount(count, text.slice(numeral.start, numeral.end));
  return {
    rule: 'numbering-reference',
    level: 'warning',
    start: phrase.start,
    end: phrase.end,
    message:
      count === undefined
        ? bilingual(
            `此处回指“${words}”，而前文所列没有这么多条的，建议核对。`,
            `“${words}” looks back, and no list before has just so many items.`,
          )
        : bilingual(
            `此处回指“${words}”，而前文所列为${count}条，两处通常应当一致，建议核对。`,
            `“${words}” looks back, and the list before has ${count} items; usually the two agree.`,
          ),
    fixes:
      count === undefined
        ? []
        : [
            {
              label: changeTo(right + text.slice(numeral.end, phrase.end)),
              edits: [{ start: numeral.start, end: numeral.end, text: right }],
            },
          ],
  };
}
