/**
 * Remembers pairs of numbers as single bits, so that most questions are answered from the processor's nearest caches:
 * what was added is always known; of the others, few are taken for known.
 */
export class PairFilter {
  private readonly shift: number;

  private constructor(readonly bits: Uint32Array) {
    this.shift = Math.clz32(bits.length) - 4;
  }

  /** Has 2 to the power of `width` bits, none of them set. */
  static ofWidth(width: number): PairFilter {
    return new PairFilter(new Uint32Array(1 << (width - 5)));
  }

  /** Takes the bits of a filter that was made before. */
  static from(bits: Uint32Array): PairFilter {
    return new PairFilter(bits);
  }

  /** Takes two numbers; a third may be put into the upper half of the first. */
  add(first: number, second: number): void {
    const bit = this.bitOf(first, second);
    this.bits[bit >> 5] = (this.bits[bit >> 5] as number) | (1 << bit);
  }

  /** False only where the two were never added. */
  mayHave(first: number, second: number): boolean {
    const bit = this.bitOf(first, second);
    return (((this.bits[bit >> 5] as number) >>> bit) & 1) !== 0;
  }

  private bitOf(first: number, second: number): number {
    return Math.imul(Math.imul(first, 0x9e37_79b1) ^ second, 0x85eb_ca6b) >>> this.shift;
  }
}
