/** A text without what only divides or joins, and where each of its letters stands (UTF-16 offsets of the text). */
export interface Letters {
  readonly text: string;
  readonly places: Uint32Array;
}

/** Marks of a list, quotation marks, and the words that join the last member of one. */
const joins = new Set('、，,；和与及“”‘’《》〈〉（）() '.split('').map((one) => one.charCodeAt(0)));

/** Reads a text letter by letter, so that a list is one string whatever stands between its members. */
export function lettersOf(text: string): Letters {
  const places = new Uint32Array(text.length);
  let letters = '';
  let from = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (joins.has(text.charCodeAt(at))) {
      letters += text.slice(from, at);
      from = at + 1;
    } else places[count++] = at;
  }
  letters += text.slice(from);
  return { text: letters, places: places.subarray(0, count) };
}

/** True where a mark stands between the letters from `start` to `end`: 推动下，构建人类命运共同体 is no one phrase. */
export function isDivided(text: string, { places }: Letters, start: number, end: number): boolean {
  return /[、，,；\s]/u.test(text.slice(places[start], places[end - 1]));
}
