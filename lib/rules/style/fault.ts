import { changeTo } from '../quoted-words.ts';
import type { RuleFinding, RuleFix } from '../types.ts';

/** A finding of one helper, without its rule, which the caller adds. Offsets of the paragraph. */
export type Fault = Omit<RuleFinding, 'rule'>;

/** A fix that replaces one stretch by `text` (UTF-16 offsets). */
export function replaceWith(start: number, end: number, text: string): RuleFix {
  return { label: changeTo(text), edits: [{ start, end, text }] };
}
