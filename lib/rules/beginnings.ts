import { PairFilter } from '../phrases/pair-filter.ts';
import { PairLists, pairKey } from '../phrases/pair-table.ts';

/** Width of the filter: a thousand wordings set one bit in thirty. */
const WIDTH = 15;

/** Items that begin with the same three code units, by the third. */
interface Begun<T> {
  readonly third: number;
  readonly things: T[];
}

/** An index of wordings of at least three code units by their first three, looked up at every code unit of a draft. */
export class Beginnings<T> {
  /** All first three code units: most paragraphs contain none of them. */
  private readonly three = PairFilter.ofWidth(WIDTH);
  private readonly byTwo: PairLists<Begun<T>>;

  /** Takes items and the wording of each, in Han characters. */
  constructor(things: readonly T[], wordingOf: (thing: T) => string) {
    const byTwo = new Map<number, Begun<T>[]>();
    for (const thing of things) {
      const wording = wordingOf(thing);
      const [first, second, third] = [wording.charCodeAt(0), wording.charCodeAt(1), wording.charCodeAt(2)];
      this.three.add((first << 16) | second, third);
      const key = pairKey(first, second);
      const samePair = byTwo.get(key) ?? [];
      byTwo.set(key, samePair);
      const alike = samePair.find((one) => one.third === third);
      if (alike === undefined) samePair.push({ third, things: [thing] });
      else alike.things.push(thing);
    }
    this.byTwo = new PairLists(byTwo);
  }

  /** The items that begin with three code units, in their order; undefined if there are none. */
  at(first: number, second: number, third: number): readonly T[] | undefined {
    if (!this.three.mayHave((first << 16) | second, third)) return undefined;
    const begun = this.byTwo.get(first, second);
    if (begun === undefined) return undefined;
    for (const one of begun) if (one.third === third) return one.things;
    return undefined;
  }
}
