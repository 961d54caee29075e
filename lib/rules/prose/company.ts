import type { ProseModel } from '../../phrases/prose/prose-model.ts';
import { isMark, type Places } from '../../phrases/prose/reading.ts';

/** How many places on either side of a word its company may stand. */
export const companyReach = 12;

/** Words that were counted near others are frequent: the least level of their runs of two. */
const leastLevel = 6;

/** How well words of two characters go with those near them: levels, added up. */
export interface Fits {
  /** Of the word as written; of the best of two for one character. */
  readonly written: number;
  /** The same with other ids put. */
  with(ids: readonly number[]): number;
}

/** The fits of the words that hold one character at a place, or that two characters are. */
export function fitsOf(places: Places, place: number, length: number, model: ProseModel): Fits {
  const { ids } = places;
  const company = companyOf(places, place, length, model);
  const fitOf = (first: number, second: number) => {
    let sum = 0;
    for (let at = 0; at < company.length; at += 2)
      sum += model.near(first, second, company[at] as number, company[at + 1] as number);
    return sum;
  };
  const before = ids[place - 1] as number;
  const after = ids[place + 1] as number;
  const best = (first: number, second?: number) =>
    second === undefined
      ? Math.max(isMark(before) ? 0 : fitOf(before, first), isMark(after) ? 0 : fitOf(first, after))
      : fitOf(first, second);
  return {
    written: best(ids[place] as number, length > 1 ? after : undefined),
    with: ([first = 0, second]) => best(first, second),
  };
}

/** The frequent words near a place, as ids by turns, without those that hold the characters there. */
function companyOf({ ids, count }: Places, place: number, length: number, model: ProseModel): number[] {
  const company: number[] = [];
  const from = Math.max(1, place - companyReach);
  const to = Math.min(count - 2, place + length + companyReach - 2);
  for (let at = from; at <= to; at++) {
    if (at + 1 >= place && at < place + length) continue;
    const first = ids[at] as number;
    const second = ids[at + 1] as number;
    if (isMark(first) || isMark(second) || model.two(first, second) < leastLevel) continue;
    if (model.words.has(first, second)) company.push(first, second);
  }
  return company;
}
