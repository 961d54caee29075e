import { PairFilter } from '../phrases/pair-filter.ts';
import { PairLists, pairKey } from '../phrases/pair-table.ts';

/** Width of the filter: with a thousand wordings one bit in thirty is set. */
const WIDTH = 15;

/** Wordings of three letters and more by how they begin, to be asked at every letter of a draft. */
export class Beginnings<T> {
  /** All first three letters: few paragraphs have any of them. */
  private readonly three = PairFilter.ofWidth(WIDTH);
  private readonly byTwo: PairLists<T>;

  /** Takes things with the wording of each, Han characters. */
  constructor(things: readonly T[], wordingOf: (thing: T) => string) {
    const byTwo = new Map<number, T[]>();
    for (const thing of things) {
      const wording = wordingOf(thing);
      const [first, second] = [wording.charCodeAt(0), wording.charCodeAt(1)];
      this.three.add((first << 16) | second, wording.charCodeAt(2));
      const key = pairKey(first, second);
      const own = byTwo.get(key);
      if (own === undefined) byTwo.set(key, [thing]);
      else own.push(thing);
    }
    this.byTwo = new PairLists(byTwo);
  }

  /**
   * Those that may begin with three code units: all with the same first two, and never without those that do;
   * undefined where none does.
   */
  at(first: number, second: number, third: number): readonly T[] | undefined {
    return this.three.mayHave((first << 16) | second, third) ? this.byTwo.get(first, second) : undefined;
  }
}
