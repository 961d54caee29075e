import { lowerBound } from '../common/lower-bound.ts';
import type { Edit, Span } from './types.ts';

/** True if two spans of one text share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** True if two edits cannot be made together. Two insertions at the same place conflict: their order is not certain. */
export function conflicts(one: Edit, other: Edit): boolean {
  return one.start === other.start || overlaps(one, other);
}

/** The first span outside of others; both are in text order. */
export function firstOutside(spans: readonly Span[], taken: readonly Span[]): Span | undefined {
  let at = 0;
  return spans.find((span) => {
    while ((taken[at]?.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    return (taken[at]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
}

/** The spans within another; they are in order and do not overlap. */
export function spansWithin<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  const from = lowerBound(spans.length, (at) => (spans[at]?.start ?? 0) < start);
  const to = lowerBound(spans.length, (at) => (spans[at]?.end ?? 0) <= end);
  return spans.slice(from, Math.max(from, to));
}

/** The characters of a text that spans cover, for lookups in constant time. UTF-16 offsets. */
export class Covered {
  private readonly counts: Int32Array;

  constructor(length: number, spans: readonly Span[]) {
    const edges = new Int32Array(length + 2);
    for (const { start, end } of spans) {
      edges[start] = (edges[start] as number) + 1;
      edges[end] = (edges[end] as number) - 1;
    }
    // For each offset, how many characters before it are covered.
    this.counts = new Int32Array(length + 1);
    let depth = 0;
    for (let at = 0; at < length; at++) {
      depth += edges[at] as number;
      this.counts[at + 1] = (this.counts[at] as number) + (depth > 0 ? 1 : 0);
    }
  }

  /** True if a character of a span is covered. */
  touches({ start, end }: Span): boolean {
    return this.counts[end] !== this.counts[start];
  }

  /** True if all of a span is covered. */
  holds({ start, end }: Span): boolean {
    return (this.counts[end] as number) - (this.counts[start] as number) === end - start;
  }
}

const fewPairs = 1_000;

/** The spans of a text of a given length (UTF-16 units) that overlap none of those taken. */
export function apart<T extends Span>(
  those: readonly T[],
  taken: readonly Span[],
  length: number,
): readonly T[] {
  if (those.length === 0 || taken.length === 0) return those;
  // A few are compared with each other; for thousands a table of the covered characters is made first.
  if (those.length * taken.length < fewPairs)
    return those.filter((one) => !taken.some((other) => overlaps(one, other)));
  const covered = new Covered(length, taken);
  return those.filter((one) => !covered.touches(one));
}
