import { type Outline, parseOutline } from '../draft/outline.ts';
import { findReferences, type NumberReference, namesNothing } from '../draft/references.ts';
import type { DraftRule, Finding, RuleContext } from './types.ts';

/** 前述第四点 where the list has three: words that refer to an item of the draft which is not there. */
export const numberingReference: DraftRule = {
  id: 'numbering-reference',
  title: '前后照应',
  about: '看“前述第三点”“见第（二）部分”之类所指的条目，稿中是否确有。',
  scope: 'draft',
  check(context: RuleContext): Finding[] {
    const outline = parseOutline(context.draft);
    return findReferences(outline)
      .filter((reference) => namesNothing(outline, reference))
      .map((reference) => toFinding(outline, reference));
  },
};

/** No fix: which item is meant, only the author knows. 见 may speak of another document after all, and is a hint. */
function toFinding(outline: Outline, { series, phrase, sure }: NumberReference): Finding {
  const said = outline.draft.text.slice(phrase.start, phrase.end);
  const count = series?.items.length ?? 0;
  return {
    rule: 'numbering-reference',
    level: sure ? 'warning' : 'hint',
    start: phrase.start,
    end: phrase.end,
    message: `此处提到“${said}”，而稿中所列只有${count}条，建议核对所指是哪一条。`,
    fixes: [],
  };
}
