/** Counts which frequent words stand near which, and keeps those that tell most. */
import { highestLevel, idLimit, nearWord } from '../../lib/phrases/prose/level-table.ts';
import { companyReach } from '../../lib/rules/prose/company.ts';
import type { Levelled } from './build-table.ts';
import { countRuns } from './count.ts';

/** So many words of two characters have company, and so many are company of others; fewest occurrences of each. */
const [mostWords, mostNear] = [8_000, 5_000];
const [fewestWords, fewestNear] = [100, 150];
/** Fewest occurrences of a frequent word. */
const fewestOfWord = 30;
/** Fewest occurrences near a word. */
const fewestTogether = 8;
/** The least logarithm of how much oftener one occurs near a word than elsewhere, and the step of levels above it. */
const [least, step] = [0.9, 0.45];

/** Frequent words of two characters, the most frequent first: ids by turns. */
export function frequentWords(
  ids: Uint16Array,
  isWord: (first: number, second: number) => boolean,
  most: number,
): Uint16Array {
  const { keys } = countRuns(ids, 2, fewestOfWord);
  const words: number[] = [];
  for (const key of keys) {
    if (words.length >= 2 * most) break;
    const [first, second] = idsOf(key);
    if (isWord(first, second)) words.push(first, second);
  }
  return Uint16Array.from(words);
}

/** The `most` pairs of a word and another near it that tell most of the word, with their levels. */
export function companyRuns(
  ids: Uint16Array,
  isWord: (first: number, second: number) => boolean,
  most: number,
): Levelled {
  const { keys, counts } = countRuns(ids, 2, fewestWords);
  const order = [...keys.keys()].filter((at) => isWord(...idsOf(keys[at] as number)));
  const words = order.slice(0, mostWords);
  const nearOnes = order.slice(0, mostNear).filter((at) => (counts[at] as number) >= fewestNear);
  const wordAt = numbersAt(ids, words, keys);
  const nearAt = numbersAt(ids, nearOnes, keys);
  const together = new Uint32Array(words.length * nearOnes.length);
  for (let at = 0; at < ids.length; at++) {
    const word = wordAt[at] as number;
    if (word === 0) continue;
    const row = (word - 1) * nearOnes.length - 1;
    const to = Math.min(ids.length - 1, at + companyReach);
    for (let beside = Math.max(0, at - companyReach); beside <= to; beside++) {
      const near = nearAt[beside] as number;
      if (near === 0 || (beside > at - 2 && beside < at + 2)) continue;
      together[row + near] = (together[row + near] as number) + 1;
    }
  }
  return told(together, words, nearOnes, { keys, counts, places: ids.length, most });
}

function idsOf(key: number): readonly [number, number] {
  return [Math.floor(key / idLimit), key % idLimit];
}

/** By place, the number of the run of two that begins there, from 1; 0 for others. */
function numbersAt(ids: Uint16Array, chosen: readonly number[], keys: Float64Array): Uint16Array {
  const numbers = new Uint16Array(idLimit * idLimit);
  for (const [number, at] of chosen.entries()) numbers[keys[at] as number] = number + 1;
  const found = new Uint16Array(ids.length);
  for (let at = 0; at + 1 < ids.length; at++)
    found[at] = numbers[(ids[at] as number) * idLimit + (ids[at + 1] as number)] as number;
  return found;
}

interface Counted {
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
  readonly places: number;
  readonly most: number;
}

/** Of all pairs those that tell most: the share of a word's occurrences that have it near, times what it tells there. */
function told(
  together: Uint32Array,
  words: readonly number[],
  nearOnes: readonly number[],
  { keys, counts, places, most }: Counted,
): Levelled {
  const window = 2 * (companyReach - 1);
  const found: { word: number; near: number; level: number; worth: number }[] = [];
  for (const [row, word] of words.entries()) {
    const times = counts[word] as number;
    for (const [column, near] of nearOnes.entries()) {
      const both = together[row * nearOnes.length + column] as number;
      if (both < fewestTogether) continue;
      const expected = (times * window * (counts[near] as number)) / places;
      const told = Math.log(both / expected);
      if (told < least) continue;
      const level = Math.min(highestLevel, 1 + Math.floor((told - least) / step));
      found.push({ word, near, level, worth: (both / times) * told });
    }
  }
  found.sort((x, y) => y.worth - x.worth);
  const kept = found.slice(0, most);
  const firstOf = (at: number) => idsOf(keys[at] as number)[0];
  const secondOf = (at: number) => idsOf(keys[at] as number)[1];
  return {
    a: Uint32Array.from(kept, ({ word }) => nearWord(...idsOf(keys[word] as number))),
    b: Uint16Array.from(kept, ({ near }) => firstOf(near)),
    c: Uint16Array.from(kept, ({ near }) => secondOf(near)),
    level: Uint8Array.from(kept, ({ level }) => level),
  };
}
