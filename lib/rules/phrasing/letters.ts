/** A text without what only divides or joins, and where each of its letters stands (UTF-16 offsets of the text). */
export interface Letters {
  readonly text: string;
  /** Its UTF-16 units. */
  readonly units: Uint16Array;
  readonly places: Uint32Array;
}

/** Marks of a list, quotation marks, and the words that join the last member of one. */
const joins = new Uint8Array(0x1_0000);
for (const mark of '、，,；和与及“”‘’《》〈〉（）() ') joins[mark.charCodeAt(0)] = 1;

/** The paragraph read last: several looks at the same one come one after the other. */
let last: { readonly of: string; readonly letters: Letters } = {
  of: '',
  letters: { text: '', units: new Uint16Array(), places: new Uint32Array() },
};

/** Reads a text letter by letter, so that a list is one string whatever stands between its members. */
export function lettersOf(text: string): Letters {
  if (last.of !== text) last = { of: text, letters: readLetters(text) };
  return last.letters;
}

function readLetters(text: string): Letters {
  const places = new Uint32Array(text.length);
  const units = new Uint16Array(text.length);
  let letters = '';
  let from = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (joins[unit] === 1) {
      letters += text.slice(from, at);
      from = at + 1;
      continue;
    }
    units[count] = unit;
    places[count++] = at;
  }
  letters += text.slice(from);
  return { text: letters, units: units.subarray(0, count), places: places.subarray(0, count) };
}

/** True where a mark stands between the letters from `start` to `end`: 推动下，构建人类命运共同体 is no one phrase. */
export function isDivided(text: string, { places }: Letters, start: number, end: number): boolean {
  return /[、，,；\s]/u.test(text.slice(places[start], places[end - 1]));
}
