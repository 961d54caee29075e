import { lowerBound } from '../../common/lower-bound.ts';
import { unitTable } from '../../common/unit-table.ts';
import type { Spelling } from '../pack-types.ts';
import { PairFilter } from '../pair-filter.ts';
import { PairTable, pairKey } from '../pair-table.ts';
import { halfOf } from './beside.ts';
import { type IsAlike, type MadeLikeness, standsAlone } from './likeness.ts';
import { wordsIn } from './words-in.ts';

/** Frequent words of two characters, each with its rank, the most frequent first. */
export interface CommonWords {
  /** The first character in the upper 16 bits, the second in the lower; sorted. */
  readonly byFirst: Uint32Array;
  readonly firstRanks: Uint32Array;
  /** The second character in the upper 16 bits, the first in the lower; sorted. */
  readonly bySecond: Uint32Array;
  readonly secondRanks: Uint32Array;
  /** By rank, the index of the word's source. */
  readonly sources: Uint16Array;
  /** Two characters that are a word, or that occur side by side in right texts. */
  readonly seen: PairTable;
  /** Pairs that are not seen and differ by one slip from a frequent word; looked up at every two characters. */
  readonly near: PairFilter;
}

/** Width of `near`: one bit in ten is set. */
const NEAR = 21;

/** Characters that often begin or end new words and names. */
const productive = unitTable(
  '小新老高低全总好人国省市县区镇乡村街户家京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕秦甘陇青宁疆港澳台',
);

/** Whether a character (code unit) is never taken for a slip, nor for the one beside it. */
export function isLeftAlone(unit: number): boolean {
  return productive[unit] === 1 || standsAlone[unit] === 1;
}

/** Makes the tables of frequent words, and of the pairs one slip away from one of them. */
export function makeCommonWords(
  spellings: readonly Pick<Spelling, 'common' | 'seen'>[],
  { likeOnes }: MadeLikeness,
): CommonWords {
  const wordsOf = spellings.map(({ common }) => wordsIn(common));
  const words = wordsOf.flat();
  const sources = Uint16Array.from(wordsOf.flatMap((own, place) => own.map(() => place)));
  const units = words.map((word) => [word.charCodeAt(0), word.charCodeAt(1)] as const);
  const seen = new Set(units.map(([first, second]) => pairKey(first, second)));
  for (const run of spellings.flatMap((one) => wordsIn(one.seen)))
    for (let at = 1; at < run.length; at++) seen.add(pairKey(run.charCodeAt(0), run.charCodeAt(at)));
  const near = PairFilter.ofWidth(NEAR);
  // Other pairs are never reported.
  const addNear = (first: number, second: number) => {
    if (!isLeftAlone(first) && !isLeftAlone(second) && !seen.has(pairKey(first, second)))
      near.add(first, second);
  };
  for (const [first, second] of units) {
    for (const put of likeOnes(second)) addNear(first, put);
    for (const put of likeOnes(first)) addNear(put, second);
  }
  const [byFirst, firstRanks] = ranked(units.map(([first, second]) => halfOf(first, second) >>> 0));
  const [bySecond, secondRanks] = ranked(units.map(([first, second]) => halfOf(second, first) >>> 0));
  return { byFirst, firstRanks, bySecond, secondRanks, sources, seen: PairTable.of(seen), near };
}

function ranked(words: readonly number[]): [sorted: Uint32Array, ranks: Uint32Array] {
  const order = words
    .map((word, rank) => ({ word, rank }))
    .sort((a, b) => a.word - b.word || a.rank - b.rank);
  return [Uint32Array.from(order, ({ word }) => word), Uint32Array.from(order, ({ rank }) => rank)];
}

/** Whether two characters, as code units, are a frequent word. */
export function isCommonWord({ byFirst }: CommonWords, first: number, second: number): boolean {
  const word = halfOf(first, second) >>> 0;
  return byFirst[lowerBound(byFirst.length, (at) => (byFirst[at] as number) < word)] === word;
}

/** By character (code unit), the start of the words with it in their upper 16 bits; the next one's start ends them. */
export function placesOf(words: Uint32Array): Uint32Array {
  const places = new Uint32Array(0x1_0001);
  let unit = 0;
  for (let at = 0; at < words.length; at++) while (unit < (words[at] as number) >>> 16) places[++unit] = at;
  places.fill(words.length, unit + 1);
  return places;
}

/** A word that was found by one of its characters. */
export interface FoundWord {
  readonly other: number;
  readonly rank: number;
}

/**
 * Of the words with `unit` in their upper 16 bits, the most frequent one whose other character `written` may stand for;
 * null if there is none. Characters are code units, and `places` comes from `placesOf`.
 */
export function mostFrequent(
  words: Uint32Array,
  ranks: Uint32Array,
  places: Uint32Array,
  unit: number,
  written: number,
  isAlike: IsAlike,
): FoundWord | null {
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  const end = places[unit + 1] as number;
  for (let at = places[unit] as number; at < end; at++) {
    const word = words[at] as number;
    const rank = ranks[at] as number;
    if (rank >= bestRank || !isAlike(written, word & 0xffff)) continue;
    best = word & 0xffff;
    bestRank = rank;
  }
  return best < 0 ? null : { other: best, rank: bestRank };
}
