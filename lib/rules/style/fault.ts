import type { RuleFinding, RuleFix } from '../types.ts';
import { changeTo } from '../words.ts';

/** A finding of one helper: its rule is known by who calls. Offsets are of the paragraph. */
export type Fault = Omit<RuleFinding, 'rule'>;

/** A fix that puts `text` in the place of one stretch (UTF-16 offsets). */
export function replaceWith(start: number, end: number, text: string): RuleFix {
  return { label: changeTo(text), edits: [{ start, end, text }] };
}
