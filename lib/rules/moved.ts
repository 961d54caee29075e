import type { Edit, Span } from '../draft/types.ts';

/** Something found in a text, with what may be put right about it. */
interface Movable extends Span {
  readonly fixes: readonly { readonly edits: readonly Edit[] }[];
}

/** The same finding, `by` UTF-16 units further on; the very same object where that is nowhere else. */
export function moved<F extends Movable>(finding: F, by: number): F {
  if (by === 0) return finding;
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })),
  }));
  return { ...finding, start: finding.start + by, end: finding.end + by, fixes };
}
