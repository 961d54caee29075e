import { parseDraft } from '../../lib/draft/draft.ts';
import { makeSpellingTables } from '../../lib/phrases/spelling/tables.ts';
import type { Knowledge } from '../../lib/phrases/types.ts';
import type { DraftContext } from '../../lib/rules/types.ts';

/** Empty knowledge: numbering needs no phrases. */
const nothingKnown: Knowledge = {
  version: 'none',
  trueUntil: '2026-01-01',
  series: [],
  entries: [],
  modifiers: [],
  weights: [],
  anniversaries: [],
  fixedWordings: [],
  spellings: [],
  spellingTables: makeSpellingTables([], []),
  scan: () => [],
  modifiersIn: () => [],
};

/** The context of a draft rule for a text. */
export function judgeContext(text: string, complete = true): DraftContext {
  return {
    draft: parseDraft(text, complete),
    asOf: { date: '2026-01-01', from: 'option', old: false },
    today: '2026-01-01',
    knowledge: nothingKnown,
  };
}

/** The text after changes (sorted, not overlapping). */
export function applied(
  text: string,
  changes: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return [...changes]
    .reverse()
    .reduce((whole, change) => whole.slice(0, change.start) + change.text + whole.slice(change.end), text);
}
