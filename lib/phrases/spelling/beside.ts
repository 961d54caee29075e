import { PairFilter } from '../pair-filter.ts';
import type { PairTable } from '../pair-table.ts';

/**
 * The other halves of words of four characters, by one half, all in one array: frequent halves have two hundred others
 * and occur at every third character of a draft.
 */
export interface Beside {
  /** By the number of a pair, the start of its other halves; the last number is the end of all. */
  readonly starts: Uint32Array;
  /** Two characters each, the first in the upper 16 bits. */
  readonly halves: Int32Array;
  /** By place, the index of its source. */
  readonly sources: Uint16Array;
  /**
   * The single characters of the other halves of each pair, the second inverted to tell it from the first: the halves
   * are compared only if one of the two characters in the text is among them.
   */
  readonly near: PairFilter;
}

/** Two characters (code units) as one number. */
export function halfOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** The two characters at a place. */
export function charactersAt({ halves }: Beside, place: number): string {
  const half = halves[place] ?? 0;
  return String.fromCharCode(half >>> 16, half & 0xffff);
}

/**
 * Takes words as their one halves, their other halves and the indexes of their sources, all in one order, which the
 * places keep. The table numbers the `size` distinct one halves.
 */
export function besideOf(
  pairs: PairTable,
  size: number,
  known: readonly number[],
  besides: readonly number[],
  sources: readonly number[],
): Beside {
  const numbers = Uint32Array.from(known, (half) => pairs.numberOf(half >>> 16, half & 0xffff));
  const starts = new Uint32Array(size + 1);
  for (const number of numbers) starts[number] = (starts[number] as number) + 1;
  for (let number = 1; number < starts.length; number++)
    starts[number] = (starts[number] as number) + (starts[number - 1] as number);
  const next = starts.slice(0, -1);
  const halves = new Int32Array(known.length);
  const placed = new Uint16Array(known.length);
  const near = PairFilter.ofWidth(NEAR);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    const half = besides[at] as number;
    const place = next[number - 1] as number;
    next[number - 1] = place + 1;
    halves[place] = half;
    placed[place] = sources[at] as number;
    near.add(number, half >>> 16);
    near.add(number, ~half & 0xffff);
  }
  return { starts, halves, sources: placed, near };
}

/** False only if no other half of a pair (by its number) shares a character with c and d. */
export function mayStandBeside({ near }: Beside, pair: number, c: number, d: number): boolean {
  return near.mayHave(pair, c) || near.mayHave(pair, ~d & 0xffff);
}

/** The half in the text is right, or none is near it. */
export const RIGHT = -1;
export const NONE = -2;

/** Whether a character is written for another one of a half. */
export type IsSlip = (put: number, right: number, half: number) => boolean;

/**
 * The place of the first other half of a pair (by its number) that is one slip away from the characters c and d;
 * `RIGHT` if they are such a half, or `NONE`.
 */
export function findBeside(beside: Beside, pair: number, c: number, d: number, isSlip: IsSlip): number {
  if (!mayStandBeside(beside, pair, c, d)) return NONE;
  const { starts, halves } = beside;
  const written = halfOf(c, d);
  const end = starts[pair] as number;
  let found = NONE;
  for (let place = starts[pair - 1] as number; place < end; place++) {
    const half = halves[place] as number;
    const differs = half ^ written;
    if (differs === 0) return RIGHT;
    if (found !== NONE) continue;
    const isNear =
      differs >>> 16 === 0
        ? isSlip(d, half & 0xffff, half)
        : (differs & 0xffff) === 0 && isSlip(c, half >>> 16, half);
    if (isNear) found = place;
  }
  return found;
}

/** Width of the filter: with 20,000 words one bit in thirteen is set. */
const NEAR = 19;
