const FIRST = 0x4e00;
/** How many characters the basic block holds, and some behind it. */
const COUNT = 0x5200;

/**
 * One small whole number for two Han characters (UTF-16 units) of the basic block, for maps of many; -1 for any others.
 * Small enough that the engine keeps it out of the heap: these maps are asked at every letter of a draft.
 */
export function pairKey(first: number, second: number): number {
  const a = first - FIRST;
  const b = second - FIRST;
  return a >= 0 && a < COUNT && b >= 0 && b < COUNT ? a * COUNT + b : -1;
}

/** Lists by two Han characters, in typed arrays: faster to ask than a map of as many where most are asked in vain. */
export class PairTable<T> {
  /** Keys and, at the same place, one more than the number of their list. */
  private readonly keys: Int32Array;
  private readonly numbers: Int32Array;
  private readonly lists: readonly (readonly T[])[];

  /** Takes lists by `pairKey`. */
  constructor(lists: ReadonlyMap<number, readonly T[]>) {
    let size = 16;
    while (size < lists.size * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.numbers = new Int32Array(size);
    this.lists = [...lists.values()];
    let number = 0;
    for (const key of lists.keys()) {
      const place = this.placeOf(key);
      this.keys[place] = key;
      this.numbers[place] = ++number;
    }
  }

  /** The list of two characters; undefined where there is none. */
  get(first: number, second: number): readonly T[] | undefined {
    const number = this.numbers[this.placeOf(pairKey(first, second))] as number;
    return number === 0 ? undefined : this.lists[number - 1];
  }

  /** Where a key stands, or would. */
  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    let place = (Math.imul(key, 0x9e37_79b1) >>> 15) & mask;
    while (this.numbers[place] !== 0 && this.keys[place] !== key) place = (place + 1) & mask;
    return place;
  }
}
