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
  if (
    inTitle(text, start) ||
    isMeasure(text, start) ||
    ofPlaces.test(text.slice(Math.max(0, start - 1), end + 1))
  )
    return true;
  if (inNumber.test(text.slice(Math.max(0, start - 1), end + 1)) || isShared(text, start, end)) return true;
  const before = text.slice(Math.max(0, start - longestCoined - 1), start);
  const after = text.slice(end, end + longestCoined + 1);
  if (opened.test(before) && closed.test(after)) return true;
  if (listed.test(before) && listedOn.test(after) && isPerson(`${text.slice(0, end)}同志`, end - 2))
    return true;
  for (const at of [start - 2, start - 1, start])
    if (at >= 0 && (isPerson(text, at) || isForeignName(text, at))) return true;
  return isTwoCountries(text, start) || isTwoCountries(text, start - 1) || isFirm(text, start - 1);
}

/** Characters that names of places end in; hardly any text has one by a slip. */
const ofPlaces = /[坪湾岭坝坡屯寨垭峪塘圩垸岗浦岙坳峁塬埠堡]/u;

const numeral = '[一二三四五六七八九十百千零〇]';
const inNumber = new RegExp(`${numeral}{2}`, 'u');

/** How many code units on either side the items of a list share their characters: 扶优、扶大、扶强. */
const nearItem = 4;

/** Whether characters stand once more in a list of words with one of them in common. UTF-16 offsets of the text. */
function isShared(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - nearItem), start)} ${text.slice(end, end + nearItem)}`;
  if (around.includes('、') && around.includes(text.slice(start, end))) return true;
  // 节药、节水: the character before them begins the item beside, too.
  const before = text.charAt(start - 1);
  return (
    before !== '' &&
    (text.startsWith(`、${before}`, end) ||
      (text.charAt(start - 2) === '、' && text.charAt(start - 4) === before))
  );
}

/** Whether words occur more than once in a text: a slip is seldom repeated. */
export function isRepeated(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  return text.indexOf(words) !== text.lastIndexOf(words);
}
