import type { Lines, SearchIndex } from './search-index.ts';
import { beginsSyllable, noteReading, type OnMatch } from './search-match.ts';

/** Shorter queries do not identify a phrase if one character is wrong. */
const MIN_CHARACTERS = 4;

/** The same in pinyin. */
const MIN_LETTERS = 8;
/** With more phrases than this, comparing all of them in many ways takes too long per key: typos are then not tolerated. */
export const MOST_PHRASES = 100_000;

/**
 * Finds wordings that contain the characters with one edit: one replaced, missing or added.
 */
export function matchWithTypo({ keys }: SearchIndex, key: string, onMatch: OnMatch): void {
  if (key.length < MIN_CHARACTERS) return;
  linesWithTypo(keys, key, (line, start, end) => {
    const from = keys.starts[line] as number;
    onMatch(line, start - from, end - from, keys.endOf(line) - from);
  });
}

/** The same by full pinyin, with an edit of one letter; a match begins where a syllable does. */
export function matchPinyinWithTypo(index: SearchIndex, key: string, onMatch: OnMatch): void {
  if (key.length < MIN_LETTERS || index.size > MOST_PHRASES) return;
  const { readings, capitals, readingKeys } = index;
  linesWithTypo(readings, key, (line, start, end) => {
    if (!beginsSyllable(capitals, start)) return;
    const from = readings.starts[line] as number;
    noteReading(capitals, from, start, end, readings.endOf(line), readingKeys[line] as number, onMatch);
  });
}

/**
 * Finds matches of the key with one edit. One half of the key is then unchanged: it is searched for, and the other half
 * compared beside it.
 */
function linesWithTypo(
  lines: Lines,
  key: string,
  onFound: (line: number, start: number, end: number) => void,
): void {
  const middle = key.length >> 1;
  const [left, right] = [key.slice(0, middle), key.slice(middle)];
  const text = lines.text;
  const search = (half: string, rest: string, forward: boolean) => {
    for (let at = text.indexOf(half), line = 0; at !== -1; at = text.indexOf(half, at + 1)) {
      line = lines.lineFrom(line, at);
      const beside = forward
        ? text.slice(at + half.length, lines.endOf(line))
        : text.slice(lines.starts[line], at);
      const length = lengthWithin(beside, rest, forward);
      if (length === -1) continue;
      const start = forward ? at : at - length;
      onFound(line, start, start + half.length + length);
    }
  };
  search(left, right, true);
  search(right, left, false);
}

/**
 * How many characters of `text`, from its beginning (or back from its end), equal `wanted` with one edit; -1 if no
 * number of them does.
 */
function lengthWithin(text: string, wanted: string, forward: boolean): number {
  const at = (string: string, i: number) => string.charCodeAt(forward ? i : string.length - 1 - i);
  let same = 0;
  while (same < wanted.length && same < text.length && at(text, same) === at(wanted, same)) same++;
  if (same === wanted.length) return same;
  const follows = (skipText: number, skipWanted: number) => {
    const length = wanted.length - same - skipWanted;
    if (same + skipText + length > text.length) return -1;
    for (let i = 0; i < length; i++) {
      if (at(text, same + skipText + i) !== at(wanted, same + skipWanted + i)) return -1;
    }
    return same + skipText + length;
  };
  return Math.max(follows(1, 1), follows(1, 0), follows(0, 1));
}
