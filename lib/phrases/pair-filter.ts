/**
 * A set of pairs of numbers with one bit per pair (a Bloom filter with one hash), small enough for the processor's
 * caches: it has every pair that was added, and a few others by chance.
 */
export class PairFilter {
  private readonly shift: number;

  private constructor(readonly bits: Uint32Array) {
    this.shift = Math.clz32(bits.length) - 4;
  }

  /** An empty filter of 2 to the power of `width` bits. */
  static ofWidth(width: number): PairFilter {
    return new PairFilter(new Uint32Array(1 << (width - 5)));
  }

  /** A filter on the bits of one that was made before. */
  static from(bits: Uint32Array): PairFilter {
    return new PairFilter(bits);
  }

  /** Adds two numbers; a third may be in the upper half of the first. */
  add(first: number, second: number): void {
    const bit = this.bitOf(first, second);
    this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << bit);
  }

  /** False only if the pair was never added. */
  mayHave(first: number, second: number): boolean {
    const bit = this.bitOf(first, second);
    return (((this.bits[bit >> 5] as number) >>> bit) & 1) !== 0;
  }

  private bitOf(first: number, second: number): number {
    return Math.imul(Math.imul(first, 0x9e37_79b1) ^ second, 0x85eb_ca6b) >>> this.shift;
  }
}
