import { PairFilter } from '../phrases/pair-filter.ts';
import { PairLists, pairKey } from '../phrases/pair-table.ts';

/** Width of the filter: with a thousand wordings one bit in thirty is set. */
const WIDTH = 15;

/** Things that begin with the same three code units, by the third of them. */
interface Begun<T> {
  readonly third: number;
  readonly things: T[];
}

/** Wordings of three code units and more by how they begin, to be asked at every code unit of a draft. */
export class Beginnings<T> {
  /** All first three code units: few paragraphs have any of them. */
  private readonly three = PairFilter.ofWidth(WIDTH);
  private readonly byTwo: PairLists<Begun<T>>;

  /** Takes things with the wording of each, Han characters. */
  constructor(things: readonly T[], wordingOf: (thing: T) => string) {
    const byTwo = new Map<number, Begun<T>[]>();
    for (const thing of things) {
      const wording = wordingOf(thing);
      const [first, second, third] = [wording.charCodeAt(0), wording.charCodeAt(1), wording.charCodeAt(2)];
      this.three.add((first << 16) | second, third);
      const key = pairKey(first, second);
      const own = byTwo.get(key) ?? [];
      byTwo.set(key, own);
      const alike = own.find((one) => one.third === third);
      if (alike === undefined) own.push({ third, things: [thing] });
      else alike.things.push(thing);
    }
    this.byTwo = new PairLists(byTwo);
  }

  /** Those that begin with three code units, in their order; undefined where none does. */
  at(first: number, second: number, third: number): readonly T[] | undefined {
    if (!this.three.mayHave((first << 16) | second, third)) return undefined;
    const begun = this.byTwo.get(first, second);
    if (begun === undefined) return undefined;
    for (const one of begun) if (one.third === third) return one.things;
    return undefined;
  }
}
