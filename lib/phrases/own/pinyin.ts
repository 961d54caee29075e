import type { PinyinOf } from '../search-data.ts';

/** The largest number of readings of one phrase. */
const MAX_READINGS = 4;

/** Stands for the syllable of a character whose reading is not known. */
const UNKNOWN = '〇';

/**
 * Writes readings of characters at build time, as the browser has no pinyin dictionary: one syllable per line (`shi
 * 是时事`); a line that begins with + has characters with this as a further reading. Takes the readings of each
 * character, without tones, the usual one first.
 */
export function writeCharacters(readings: ReadonlyMap<string, readonly string[]>): string {
  const lines = new Map<string, string>();
  for (const [character, syllables] of readings) {
    syllables.forEach((syllable, i) => {
      const key = i === 0 ? syllable : `+${syllable}`;
      lines.set(key, (lines.get(key) ?? '') + character);
    });
  }
  return Array.from(lines, ([key, characters]) => `${key} ${characters}\n`).join('');
}

/**
 * Makes readings of phrases from what writeCharacters wrote: with the usual reading of each character, and with the
 * others of one character at a time. An unknown character is its own syllable, so that the others are still found.
 */
export function pinyinByCharacters(text: string): PinyinOf {
  const usual = new Map<string, string>();
  const others = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [key = '', characters = ''] = line.split(' ');
    for (const character of characters) {
      if (!key.startsWith('+')) usual.set(character, key);
      else others.set(character, [...(others.get(character) ?? []), key.slice(1)]);
    }
  }
  return (key) => {
    const characters = Array.from(key);
    const syllables = characters.map((one) => usual.get(one) ?? (/^[a-z0-9]$/.test(one) ? one : UNKNOWN));
    const readings = [syllables.join(' ')];
    characters.forEach((character, place) => {
      for (const other of others.get(character) ?? []) {
        if (readings.length >= MAX_READINGS) return;
        readings.push(syllables.map((one, i) => (i === place ? other : one)).join(' '));
      }
    });
    return readings;
  };
}
