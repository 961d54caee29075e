import { type Outline, parseOutline } from '../draft/outline.ts';
import { findReferences, type NumberReference, namesNothing } from '../draft/references.ts';
import { both } from '../language.ts';
import type { DraftRule, RuleContext, RuleFinding } from './types.ts';

/** 前述第四点 where the list has three: words that refer to an item of the draft which is not there. */
export const numberingReference: DraftRule = {
  id: 'numbering-reference',
  title: both('前后照应', 'References to items'),
  about: both(
    '看“前述第三点”“见第（二）部分”之类所指的条目，稿中是否确有。',
    'Whether the item meant by “前述第三点” is in the draft.',
  ),
  example: {
    before: '一、提高认识\n二、明确任务\n三、加强领导\n前述第五点要抓紧落实。',
    after: '一、提高认识\n二、明确任务\n三、加强领导\n前述第五点要抓紧落实。',
    date: '2026-11-20',
  },
  basis: both('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check(context: RuleContext): RuleFinding[] {
    const outline = parseOutline(context.draft);
    return findReferences(outline)
      .filter((reference) => namesNothing(outline, reference))
      .map((reference) => toFinding(outline, reference));
  },
};

/** No fix: which item is meant, only the author knows. 见 may speak of another document after all, and is a hint. */
function toFinding(outline: Outline, { series, phrase, sure }: NumberReference): RuleFinding {
  const said = outline.draft.text.slice(phrase.start, phrase.end);
  const count = series?.items.length ?? 0;
  return {
    rule: 'numbering-reference',
    level: sure ? 'warning' : 'hint',
    start: phrase.start,
    end: phrase.end,
    message: both(
      `此处提到“${said}”，而稿中所列只有${count}条，建议核对所指是哪一条。`,
      `“${said}” is referred to, but the list has only ${count} items. Which one is meant?`,
    ),
    fixes: [],
  };
}
