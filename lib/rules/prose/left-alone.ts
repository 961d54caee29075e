import { isMeasure } from '../confusable/measure-words.ts';
import { inTitle } from '../confusable/mentioned.ts';
import { isFirm, isForeignName, isPerson, isTwoCountries } from '../confusable/proper-names.ts';

/** Longest coined name between quotation marks, in code units. */
const longestCoined = 8;
const opened = new RegExp(`[“‘「][^“”‘’「」，。；：！？]{0,${longestCoined}}$`, 'u');
const closed = new RegExp(`^[^“”‘’「」，。；：！？]{0,${longestCoined}}[”’」]`, 'u');
/** Names in a list: 、高丰、 */
const listed = /[、：（]\p{Script=Han}{1,3}$/u;
const listedOn = /^\p{Script=Han}{0,2}[、等）]/u;

/**
 * Whether characters are spelt on purpose: in a title, a coined name, a person's, a country's or a company's name, or as a
 * measure word. UTF-16 offsets of the text.
 */
export function isLeftAlone(text: string, start: number, end: number): boolean {
  if (inTitle(text, start) || isMeasure(text, start)) return true;
  const before = text.slice(Math.max(0, start - longestCoined - 1), start);
  const after = text.slice(end, end + longestCoined + 1);
  if (opened.test(before) && closed.test(after)) return true;
  if (listed.test(before) && listedOn.test(after) && isPerson(`${text.slice(0, end)}同志`, end - 2))
    return true;
  for (const at of [start - 2, start - 1, start])
    if (at >= 0 && (isPerson(text, at) || isForeignName(text, at))) return true;
  return isTwoCountries(text, start) || isTwoCountries(text, start - 1) || isFirm(text, start - 1);
}

/** Whether words occur more than once in a text: a slip is seldom repeated. */
export function isRepeated(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  return text.indexOf(words) !== text.lastIndexOf(words);
}
