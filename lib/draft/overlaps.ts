import type { Span } from './types.ts';

/** True where two spans of one text share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
