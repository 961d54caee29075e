import type { Entry, Source, Spelling } from '../pack-types.ts';
import { PairFilter } from '../pair-filter.ts';
import { PairTable, pairKey } from '../pair-table.ts';
import { JoinedArrays, joinArrays } from './arrays.ts';
import { type Beside, besideOf, halfOf } from './beside.ts';
import { type CommonWords, makeCommonWords } from './common.ts';
import { type Likeness, likenessBy, makeLikeness } from './likeness.ts';
import { wordsIn } from './words-in.ts';

/**
 * Tables for recognising slips in frequent words: typed arrays that are made when packs are compiled and read in place,
 * since a worker that starts anew has no time to make them.
 */
export interface SpellingTables {
  /** Numbers the first two and the last two characters of all words of four. */
  readonly pairs: PairTable;
  /** By number, 1 if the pair is a word by itself, and so no slip. */
  readonly isWord: Uint8Array;
  /** The second halves of words, by the first. */
  readonly behind: Beside;
  /** The first halves of words, by the second. */
  readonly before: Beside;
  readonly likeness: Likeness;
  readonly common: CommonWords;
}

/** The source of spellings, with what is used too seldom for a table. */
export interface SpellingSource {
  /** Words and pairs of words one slip away that are right too, several in a string, separated by blanks. */
  readonly right: readonly string[];
  /** Groups of words that are put for one another in set wordings, separated by blanks. */
  readonly swaps: readonly string[];
  readonly source: Source;
}

/** The sources of attested spellings, in their order; the tables refer to them by index. */
export function spellingSources(spellings: readonly Spelling[]): SpellingSource[] {
  return attested(spellings).map(({ right, swaps, source }) => ({ right, swaps, source }));
}

function attested(spellings: readonly Spelling[]): Spelling[] {
  return spellings.filter(({ attestation }) => attestation !== 'none');
}

/**
 * Makes the tables of spellings; the entries' wrong forms also show which characters are alike. Throws a RangeError if
 * there are more spellings, or more groups of characters, than two bytes can number.
 */
export function makeSpellingTables(
  spellings: readonly Spelling[],
  entries: readonly Entry[],
): SpellingTables {
  const groups = spellings.reduce((sum, { alike }) => sum + alike.length, 0);
  if (Math.max(spellings.length, groups) > 0xffff) throw new RangeError('Too many spellings.');
  const heads: number[] = [];
  const tails: number[] = [];
  const sources: number[] = [];
  const words = new Set<string>();
  for (const [place, one] of attested(spellings).entries()) {
    for (const word of wordsIn(one.words)) {
      heads.push(halfAt(word, 0));
      tails.push(halfAt(word, 2));
    }
    for (const line of one.pairs) {
      const [first = '', ...seconds] = line.split(' ');
      for (const word of [first, ...seconds]) words.add(word);
      for (const second of seconds) {
        heads.push(halfAt(first, 0));
        tails.push(halfAt(second, 0));
      }
    }
    while (sources.length < heads.length) sources.push(place);
    for (const word of wordsIn(one.right)) words.add(word);
  }
  const keys = new Set([...heads, ...tails].map((half) => pairKey(half >>> 16, half & 0xffff)));
  const pairs = PairTable.of(keys);
  const isWord = new Uint8Array(keys.size + 1);
  for (const word of words)
    if (word.length === 2) isWord[pairs.numberOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  isWord[0] = 0;
  const likeness = makeLikeness(spellings, entries);
  return {
    pairs,
    isWord,
    behind: besideOf(pairs, keys.size, heads, tails, sources),
    before: besideOf(pairs, keys.size, tails, heads, sources),
    likeness,
    common: makeCommonWords(attested(spellings), likeness),
  };
}

function halfAt(word: string, at: number): number {
  return halfOf(word.charCodeAt(at), word.charCodeAt(at + 1));
}

/** Writes tables as one section of an index. */
export function writeSpellingTables(tables: SpellingTables): Uint8Array {
  const { pairs, isWord, behind, before, likeness, common } = tables;
  const besides = [behind, before].flatMap(({ starts, halves, sources, near }) => [
    starts,
    halves,
    sources,
    near.bits,
  ]);
  return joinArrays([
    pairs.bits,
    pairs.slots,
    isWord,
    ...besides,
    likeness.sounds,
    likeness.mistaken.bits,
    likeness.mistaken.slots,
    common.byFirst,
    common.firstRanks,
    common.bySecond,
    common.secondRanks,
    common.sources,
    common.seen.bits,
    common.seen.slots,
    common.near.bits,
  ]);
}

/** Reads what writeSpellingTables wrote, in place. Throws IndexDamagedError if it is cut short. */
export function readSpellingTables(section: Uint8Array): SpellingTables {
  const arrays = new JoinedArrays(section);
  const table = () => PairTable.from(arrays.next(Uint32Array), arrays.next(Int32Array));
  const filter = () => PairFilter.from(arrays.next(Uint32Array));
  const beside = (): Beside => ({
    starts: arrays.next(Uint32Array),
    halves: arrays.next(Int32Array),
    sources: arrays.next(Uint16Array),
    near: filter(),
  });
  // In the order of writing.
  return {
    pairs: table(),
    isWord: arrays.next(Uint8Array),
    behind: beside(),
    before: beside(),
    likeness: likenessBy(arrays.next(Uint16Array), table()),
    common: {
      byFirst: arrays.next(Uint32Array),
      firstRanks: arrays.next(Uint32Array),
      bySecond: arrays.next(Uint32Array),
      secondRanks: arrays.next(Uint32Array),
      sources: arrays.next(Uint16Array),
      seen: table(),
      near: filter(),
    },
  };
}
