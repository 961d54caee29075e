/**
 * Levels of counted runs of two and three characters, in a binary fuse filter (Graf and Lemire, 2022): three cells a key,
 * whose exclusive or is the key's fingerprint and level. It holds no keys, so that a run takes some eleven bits; a run
 * that was not counted passes for counted once in 128.
 */
export interface LevelTable {
  readonly cells: Uint16Array;
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
/** The bits of a fingerprint in a cell. */
const printMask = cellMask & ~(highestLevel - 1);
/** Ids of characters are below this. */
export const idLimit = 4096;
/** Stands for the first character of a run of two. */
export const beforeTwo = idLimit - 1;

/** Where the cells of a key lie, and its fingerprint in place in a cell. */
export interface Cells {
  first: number;
  second: number;
  third: number;
  print: number;
}

/** The first hash of a run: of its last two ids as one number (`tail`), and of its first. */
function firstHash(tail: number, a: number, seed: number): number {
  let hash = Math.imul(tail ^ Math.imul(a + seed, 0x9e37_79b1), 0x85eb_ca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2_ae35);
  return hash ^ (hash >>> 13);
}

/** The second hash of the same run, from the first. */
function secondHash(one: number, tail: number, a: number): number {
  let hash = Math.imul(one ^ Math.imul(tail, 0x27d4_eb2f) ^ a, 0x1656_67b1);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x9e37_79b1);
  return hash ^ (hash >>> 14);
}

/** Sets `cells` to those of a run of three ids. */
export function locate(
  table: Omit<LevelTable, 'cells'>,
  a: number,
  b: number,
  c: number,
  cells: Cells,
): void {
  const { segment, starts, seed } = table;
  const tail = (b << 12) | c;
  const one = firstHash(tail, a, seed);
  const two = secondHash(one, tail, a);
  const first = ((one >>> 0) * (starts / 0x1_0000_0000)) | 0;
  const within = segment - 1;
  cells.first = first;
  cells.second = (first + segment) ^ (two & within);
  cells.third = (first + 2 * segment) ^ ((two >>> 13) & within);
  cells.print = ((two >>> 22) ^ one) & printMask;
}

/** The level of a run of three ids, from 1; 0 if it was not counted. */
export function levelOfThree(table: LevelTable, a: number, b: number, c: number): number {
  const { cells } = table;
  // The cells of `locate`, without an object between: this is the finder's innermost step.
  const { segment, starts, seed } = table;
  const tail = (b << 12) | c;
  const one = firstHash(tail, a, seed);
  const two = secondHash(one, tail, a);
  const first = ((one >>> 0) * (starts / 0x1_0000_0000)) | 0;
  const within = segment - 1;
  const level =
    (cells[first] as number) ^
    (cells[(first + segment) ^ (two & within)] as number) ^
    (cells[(first + 2 * segment) ^ ((two >>> 13) & within)] as number) ^
    (((two >>> 22) ^ one) & printMask);
  return level < highestLevel ? level + 1 : 0;
}

/** The level of a run of two ids, from 1; 0 if it was not counted. */
export function levelOfTwo(table: LevelTable, a: number, b: number): number {
  return levelOfThree(table, beforeTwo, a, b);
}

/** Stands for a word of two characters, in front of two characters near it. */
export function nearWord(first: number, second: number): number {
  return idLimit + first * idLimit + second;
}

/** The level of two characters near a word of two, from 1: how much oftener they stand there than elsewhere; else 0. */
export function levelOfNear(table: LevelTable, word: number, a: number, b: number): number {
  return levelOfThree(table, word, a, b);
}

/** The cells in two arrays of bytes: the lower eight bits of each, and the two further bits of four at a time. */
export function packCells(cells: Uint16Array): readonly [low: Uint8Array, high: Uint8Array] {
  const low = Uint8Array.from(cells);
  const high = new Uint8Array((cells.length + 3) >> 2);
  for (let at = 0; at < cells.length; at++)
    high[at >> 2] = (high[at >> 2] as number) | (((cells[at] as number) >>> 8) << ((at & 3) << 1));
  return [low, high];
}

/** The cells that `packCells` packed. */
export function unpackCells(low: Uint8Array, high: Uint8Array): Uint16Array {
  const cells = Uint16Array.from(low);
  for (let at = 0; at < cells.length; at++)
    cells[at] = (low[at] as number) | ((((high[at >> 2] as number) >>> ((at & 3) << 1)) & 3) << 8);
  return cells;
}
