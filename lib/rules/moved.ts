import type { Edit, Span } from '../draft/types.ts';

/** A finding with spans and edits to be moved. */
interface Movable extends Span {
  readonly fixes: readonly { readonly edits: readonly Edit[] }[];
}

/** The finding moved by `by` UTF-16 units; the same object if `by` is 0. */
export function moved<F extends Movable>(finding: F, by: number): F {
  if (by === 0) return finding;
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })),
  }));
  return { ...finding, start: finding.start + by, end: finding.end + by, fixes };
}
