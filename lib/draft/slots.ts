import type { Span } from './types.ts';

const slot = /_{2,}/gu;

/** The slots of a pattern (____), in order. Offsets are UTF-16 units of the text. */
export function slotsIn(text: string): Span[] {
  return [...text.matchAll(slot)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
