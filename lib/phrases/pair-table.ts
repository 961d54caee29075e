/** The first Han character of the basic block. */
export const firstHan = 0x4e00;
/** How many characters the basic block holds. */
export const hanCount = 0x5200;

/**
 * One integer for two Han characters (UTF-16 units) of the basic block, as a key of maps; -1 for others. It is small
 * enough for the engine to store it unboxed: these maps are read at every character of a draft.
 */
export function pairKey(first: number, second: number): number {
  const a = first - firstHan;
  const b = second - firstHan;
  return a >= 0 && a < hanCount && b >= 0 && b < hanCount ? a * hanCount + b : -1;
}

/**
 * A map from pairs of Han characters to numbers, in typed arrays: faster than a Map, and read from an index in place.
 * Most lookups fail, and a small table of bits, which fits the processor's cache, answers nine of ten of those.
 */
export class PairTable {
  private readonly slotShift: number;
  private readonly bitShift: number;

  private constructor(
    /** One bit per value of a hash's upper bits: 0 if no key has them. */
    readonly bits: Uint32Array,
    /** Keys and their numbers alternately, so that both are in one cache line; number 0 marks a free slot. */
    readonly slots: Int32Array,
  ) {
    const width = 30 - Math.clz32(slots.length);
    this.slotShift = 32 - width;
    this.bitShift = 30 - width;
  }

  /** Numbers the keys of a set or a map, made by `pairKey`. */
  static of(keyed: ReadonlySet<number> | ReadonlyMap<number, unknown>): PairTable {
    let width = 4;
    while (1 << width < keyed.size * 2) width++;
    // At least eight bits a key: one in eight is set, and 8,000 keys take 16 KB.
    const table = new PairTable(new Uint32Array(1 << (width - 3)), new Int32Array(2 << width));
    let number = 0;
    for (const key of keyed.keys()) table.put(key, ++number);
    return table;
  }

  /** A table on the arrays of one that was made before. */
  static from(bits: Uint32Array, slots: Int32Array): PairTable {
    return new PairTable(bits, slots);
  }

  private put(key: number, number: number): void {
    const hash = hashOf(key);
    const bit = hash >>> this.bitShift;
    this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << bit);
    const place = this.placeOf(key, hash);
    this.slots[place] = key;
    this.slots[place + 1] = number;
  }

  /** The number of a pair, from 1 in the order of the keys; 0 if it is not in the table. */
  numberOf(first: number, second: number): number {
    const key = pairKey(first, second);
    const hash = hashOf(key);
    const bit = hash >>> this.bitShift;
    if ((((this.bits[bit >> 5] as number) >>> bit) & 1) === 0) return 0;
    return this.slots[this.placeOf(key, hash) + 1] as number;
  }

  /** The slot of a key, or the one that it would take. */
  private placeOf(key: number, hash: number): number {
    const mask = this.slots.length - 1;
    let place = (hash >>> this.slotShift) << 1;
    while (this.slots[place + 1] !== 0 && this.slots[place] !== key) place = (place + 2) & mask;
    return place;
  }
}

/** A map from pairs of Han characters to lists. */
export class PairLists<T> {
  private readonly table: PairTable;
  private readonly lists: readonly (readonly T[])[];

  /** Takes lists by `pairKey`. */
  constructor(lists: ReadonlyMap<number, readonly T[]>) {
    this.table = PairTable.of(lists);
    this.lists = [...lists.values()];
  }

  /** The list of two characters; undefined if there is none. */
  get(first: number, second: number): readonly T[] | undefined {
    const number = this.table.numberOf(first, second);
    return number === 0 ? undefined : this.lists[number - 1];
  }
}

function hashOf(key: number): number {
  return Math.imul(key, 0x9e37_79b1);
}
