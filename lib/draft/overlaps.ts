import type { Span } from './types.ts';

/** True where two spans of one text share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The characters of a text that spans cover: asked in constant time, however many spans there are. UTF-16 offsets. */
export class Covered {
  private readonly counts: Int32Array;

  constructor(length: number, spans: readonly Span[]) {
    const edges = new Int32Array(length + 2);
    for (const { start, end } of spans) {
      edges[start] = (edges[start] as number) + 1;
      edges[end] = (edges[end] as number) - 1;
    }
    // Of each place, how many characters before it are covered.
    this.counts = new Int32Array(length + 1);
    let depth = 0;
    for (let at = 0; at < length; at++) {
      depth += edges[at] as number;
      this.counts[at + 1] = (this.counts[at] as number) + (depth > 0 ? 1 : 0);
    }
  }

  /** True where a span shares a character with what is covered. */
  touches({ start, end }: Span): boolean {
    return this.counts[end] !== this.counts[start];
  }

  /** True where all of a span is covered. */
  holds({ start, end }: Span): boolean {
    return (this.counts[end] as number) - (this.counts[start] as number) === end - start;
  }
}

const fewPairs = 1_000;

/** Those spans of a text of a given length (UTF-16 units) that share no character with any that is taken. */
export function apart<T extends Span>(
  those: readonly T[],
  taken: readonly Span[],
  length: number,
): readonly T[] {
  if (those.length === 0 || taken.length === 0) return those;
  // A few are held against each other; a line of thousands has its characters counted first.
  if (those.length * taken.length < fewPairs)
    return those.filter((one) => !taken.some((other) => overlaps(one, other)));
  const covered = new Covered(length, taken);
  return those.filter((one) => !covered.touches(one));
}
