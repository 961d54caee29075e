import { lowerBound } from '../common/lower-bound.ts';
import { WORDING } from './search-data.ts';
import type { SearchIndex } from './search-index.ts';
import { letterNumber } from './syllable-pairs.ts';

/**
 * Called for each wording that matches: its line, the matched characters of its key [start, end), and the number of
 * characters it has.
 */
export type OnMatch = (line: number, start: number, end: number, length: number) => void;

/** Matches the name of every result, with no character matched. */
export function matchAll({ roles }: SearchIndex, onMatch: OnMatch): void {
  roles.forEach((role, line) => {
    if (role === WORDING.name) onMatch(line, 0, 0, 0);
  });
}

/** Finds wordings that contain the characters. Takes a search key; one match for each wording, the first. */
export function matchCharacters({ keys }: SearchIndex, key: string, onMatch: OnMatch): void {
  const text = keys.text;
  for (let at = text.indexOf(key), line = 0; at !== -1; ) {
    line = keys.lineFrom(line, at);
    const from = keys.starts[line] as number;
    const end = keys.endOf(line);
    onMatch(line, at - from, at - from + key.length, end - from);
    at = text.indexOf(key, end);
  }
}

/** Finds wordings by the initials of their syllables (sgys). */
export function matchInitials({ initials, readingKeys }: SearchIndex, key: string, onMatch: OnMatch): void {
  const text = initials.text;
  for (let at = text.indexOf(key), line = 0; at !== -1; ) {
    line = initials.lineFrom(line, at);
    const from = initials.starts[line] as number;
    const end = initials.endOf(line);
    onMatch(readingKeys[line] as number, at - from, at - from + key.length, end - from);
    at = text.indexOf(key, end);
  }
}

/** Finds wordings by full pinyin (sigeyishi); a match begins where a syllable does and may break off within the last. */
export function matchPinyin(
  { readings, capitals, readingKeys }: SearchIndex,
  key: string,
  onMatch: OnMatch,
): void {
  const text = readings.text;
  // Two letters occur within most syllables (ng, an): they are compared only where a syllable begins.
  const initial = key.length < 3 ? key.charAt(0).toUpperCase() : '';
  const next = (from: number) => (initial === '' ? text.indexOf(key, from) : capitals.indexOf(initial, from));
  for (let at = next(0), line = 0; at !== -1; ) {
    if (!(initial === '' ? beginsSyllable(capitals, at) : text.startsWith(key, at))) {
      at = next(at + 1);
      continue;
    }
    line = readings.lineFrom(line, at);
    const end = readings.endOf(line);
    noteReading(
      capitals,
      readings.starts[line] as number,
      at,
      at + key.length,
      end,
      readingKeys[line] as number,
      onMatch,
    );
    at = next(end);
  }
}

/**
 * Finds wordings by a mixture of characters, syllables and initials (四个ys, sgyishi): each character of the wording is
 * given by itself, by its syllable, or by the beginning of it. Slower than the other ways, and used if they find
 * nothing.
 */
export function matchMixed(index: SearchIndex, key: string, onMatch: OnMatch): void {
  const { capitals, readings, readingKeys } = index;
  const matcher = new MixedMatcher(key, readings.text, capitals);
  const run = longestRun(key);
  if (run !== '') {
    matchAroundRun(index, matcher, run, onMatch);
    return;
  }
  // The first syllable takes one letter of the query or all of its own; the next letter begins the second.
  for (const second of new Set(key.slice(1, 1 + longestSyllable))) {
    const { places, thirds } = index.syllablePairs.placesOf(key.charAt(0), second);
    const mayFollow = thirdsBehind(key, second);
    for (let i = 0; i < places.length; i++) {
      if (mayFollow !== null && mayFollow[thirds[i] as number] === 0) continue;
      const at = places[i] as number;
      if (!matcher.mayBegin(at)) continue;
      const end = matcher.matchFrom(at, '', 0);
      if (end === -1) continue;
      const line = readings.lineAt(at);
      const from = readings.starts[line] as number;
      noteReading(capitals, from, at, end, readings.endOf(line), readingKeys[line] as number, onMatch);
    }
  }
}

/** 1 for each letter that may begin a third syllable; null if the query may have only two. */
function thirdsBehind(key: string, second: string): Uint8Array | null {
  const thirds = new Uint8Array(64);
  for (
    let at = key.indexOf(second, 1);
    at !== -1 && at <= longestSyllable;
    at = key.indexOf(second, at + 1)
  ) {
    if (beginningOfSyllable.test(key.slice(at))) return null;
    for (const letter of key.slice(at + 1, at + 1 + longestSyllable)) thirds[letterNumber(letter)] = 1;
  }
  return thirds;
}

/** zh, zhua, zhuang; not zq. */
const beginningOfSyllable = /^(?:[a-z]h?[aeiouv]{0,3}(?:ng?|r)?|[0-9])$/;

/** The length of the longest syllable: zhuang. */
const longestSyllable = 6;

/** The longest run of characters other than letters and digits; '' if there are none. */
function longestRun(key: string): string {
  return key.split(/[a-z0-9]+/).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** Matches the readings of the wordings that contain the run, which they must as the query does. */
function matchAroundRun(index: SearchIndex, matcher: MixedMatcher, run: string, onMatch: OnMatch): void {
  const { capitals, readings, readingKeys, keys } = index;
  for (let found = keys.text.indexOf(run), keyLine = 0; found !== -1; ) {
    keyLine = keys.lineFrom(keyLine, found);
    const words = keys.line(keyLine);
    const isBefore = (line: number) => (readingKeys[line] as number) < keyLine;
    for (let line = lowerBound(readingKeys.length, isBefore); readingKeys[line] === keyLine; line++) {
      const from = readings.starts[line] as number;
      const lineEnd = readings.endOf(line);
      let place = 0;
      for (let at = from; at < lineEnd; at = syllableEnd(capitals, at)) {
        const end = matcher.matchFrom(at, words, place);
        if (end !== -1) {
          noteReading(capitals, from, at, end, lineEnd, keyLine, onMatch);
          break;
        }
        place += (words.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
      }
    }
    found = keys.text.indexOf(run, keys.endOf(keyLine));
  }
}

class MixedMatcher {
  constructor(
    private readonly key: string,
    private readonly readings: string,
    private readonly capitals: string,
  ) {}

  /** False if letters cannot match here, by this syllable and the initial of the next one. */
  mayBegin(at: number): boolean {
    const { key, readings } = this;
    const end = syllableEnd(this.capitals, at);
    let same = 1;
    while (at + same < end && key.charCodeAt(same) === readings.charCodeAt(at + same)) same++;
    if (same >= key.length) return true;
    const next = readings.charCodeAt(end);
    return (
      next === key.charCodeAt(1) ||
      (same === end - at && next === key.charCodeAt(same)) ||
      (same > 1 && key.charCodeAt(1) === H && next === key.charCodeAt(2))
    );
  }

  /** The end of the match that begins at a syllable and at character `place` of `words`; -1 if there is none. */
  matchFrom(at: number, words: string, place: number): number {
    return this.step(0, at, words, place);
  }

  private step(done: number, at: number, words: string, place: number): number {
    if (done === this.key.length) return at;
    if (at >= this.readings.length || this.readings.charCodeAt(at) === LINE_BREAK) return -1;
    const end = syllableEnd(this.capitals, at);
    let next = place;
    if (words !== '') {
      const character = String.fromCodePoint(words.codePointAt(place) ?? 0);
      next += character.length;
      if (this.key.startsWith(character, done)) {
        const reached = this.step(done + character.length, end, words, next);
        if (reached !== -1) return reached;
      }
    }
    let same = 0;
    while (at + same < end && this.key.charCodeAt(done + same) === this.readings.charCodeAt(at + same))
      same++;
    if (same === 0) return -1;
    if (done + same === this.key.length) return at + same;
    if (same > 2 && same === end - at) {
      const reached = this.step(done + same, end, words, next);
      if (reached !== -1) return reached;
    }
    // Two letters: a whole syllable, or one of zh, ch, sh.
    if (same > 1 && (end - at === 2 || this.readings.charCodeAt(at + 1) === H)) {
      const reached = this.step(done + 2, end, words, next);
      if (reached !== -1) return reached;
    }
    return this.step(done + 1, end, words, next);
  }
}

const LINE_BREAK = 10;
const H = 104;

/** Reports a match in the pinyin [at, end) of the line [from, lineEnd) as a match of characters. */
export function noteReading(
  capitals: string,
  from: number,
  at: number,
  end: number,
  lineEnd: number,
  line: number,
  onMatch: OnMatch,
): void {
  let [start, last, length] = [0, 0, 0];
  for (let i = from; i < lineEnd; i++) {
    if (!beginsSyllable(capitals, i)) continue;
    if (i < at) start++;
    if (i < end) last++;
    length++;
  }
  // The last character counts as matched even if its syllable is not typed out.
  onMatch(line, start, last, length);
}

/** True except at a lower-case letter: syllables begin with a capital; a digit or a letter is its own syllable. */
export function beginsSyllable(capitals: string, at: number): boolean {
  const unit = capitals.charCodeAt(at);
  return unit < 97 || unit > 122;
}

function syllableEnd(capitals: string, at: number): number {
  let end = at + 1;
  while (end < capitals.length && !beginsSyllable(capitals, end)) end++;
  return end;
}
