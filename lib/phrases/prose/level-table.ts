/**
 * Levels of counted runs of two and three characters, in a binary fuse filter (Graf and Lemire, 2022): three cells a key,
 * whose exclusive or is the key's fingerprint and level. It holds no keys, so that a run takes some eleven bits; a run
 * that was not counted passes for counted once in 128.
 */
export interface LevelTable {
  /** The lower eight bits of each cell. */
  readonly low: Uint8Array;
  /** Two further bits a cell, four cells a byte. */
  readonly high: Uint8Array;
  /** Cells of a segment, a power of two; the three cells of a key lie in neighbouring segments. */
  readonly segment: number;
  /** Where the first cell of a key may lie: below this. */
  readonly starts: number;
  readonly seed: number;
}

/** Bits of a level within a cell. */
const levelBits = 3;
/** Levels range from 1 to this; 0 stands for a run that was not counted. */
export const highestLevel = 1 << levelBits;
/** Bits of a cell: seven of a fingerprint and three of a level. */
export const cellMask = 0x3ff;
/** Ids of characters are below this. */
export const idLimit = 4096;
/** Stands for the first character of a run of two. */
const none = idLimit - 1;

/** Where the cells of a key lie, and its fingerprint in place in a cell. */
export interface Cells {
  first: number;
  second: number;
  third: number;
  print: number;
}

/** Sets `cells` to those of a run of three ids. */
export function locate(table: Omit<LevelTable, 'low' | 'high'>, a: number, b: number, c: number, cells: Cells): void {
  const { segment, starts, seed } = table;
  const tail = (b << 12) | c;
  let one = Math.imul(tail ^ Math.imul(a + seed, 0x9e37_79b1), 0x85eb_ca6b);
  one ^= one >>> 15;
  one = Math.imul(one, 0xc2b2_ae35);
  one ^= one >>> 13;
  let two = Math.imul(one ^ Math.imul(tail, 0x27d4_eb2f) ^ a, 0x1656_67b1);
  two ^= two >>> 16;
  two = Math.imul(two, 0x9e37_79b1);
  two ^= two >>> 14;
  const first = ((one >>> 0) * (starts / 0x1_0000_0000)) | 0;
  const within = segment - 1;
  cells.first = first;
  cells.second = (first + segment) ^ (two & within);
  cells.third = (first + 2 * segment) ^ ((two >>> 13) & within);
  cells.print = ((two >>> 22) ^ one) & cellMask & ~(highestLevel - 1);
}

const found: Cells = { first: 0, second: 0, third: 0, print: 0 };

/** The level of a run of three ids, from 1; 0 if it was not counted. */
export function levelOfThree(table: LevelTable, a: number, b: number, c: number): number {
  locate(table, a, b, c, found);
  const { low, high } = table;
  const { first, second, third } = found;
  const cell =
    ((low[first] as number) ^ (low[second] as number) ^ (low[third] as number)) |
    ((bitsAt(high, first) ^ bitsAt(high, second) ^ bitsAt(high, third)) << 8);
  const level = cell ^ found.print;
  return level < highestLevel ? level + 1 : 0;
}

/** The level of a run of two ids, from 1; 0 if it was not counted. */
export function levelOfTwo(table: LevelTable, a: number, b: number): number {
  return levelOfThree(table, none, a, b);
}

/** The key of a run of two as one of three. */
export const beforeTwo = none;

function bitsAt(high: Uint8Array, cell: number): number {
  return ((high[cell >> 2] as number) >>> ((cell & 3) << 1)) & 3;
}
