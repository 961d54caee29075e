import { parseDraft } from '../../lib/draft/draft.ts';
import type { Knowledge } from '../../lib/phrases/types.ts';
import type { RuleContext } from '../../lib/rules/types.ts';

/** Knows no phrase: numbering needs none. */
const nothingKnown: Knowledge = {
  version: 'none',
  trueUntil: '2026-01-01',
  series: [],
  entries: [],
  cues: [],
  anniversaries: [],
  fixedWordings: [],
  scan: () => [],
};

/** What a rule of the numbering is handed for a text. */
export function judgeContext(text: string, complete = true): RuleContext {
  return {
    draft: parseDraft(text, complete),
    asOf: { date: '2026-01-01', from: 'option' },
    knowledge: nothingKnown,
    wantSegmenter: () => undefined,
    hits: () => [],
  };
}
