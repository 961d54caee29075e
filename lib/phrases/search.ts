import type { IsoDate } from '../draft/types.ts';
import { type KeptPhrases, noKeptPhrases } from './kept.ts';
import { matchWithGaps } from './search-gap.ts';
import type { SearchIndex } from './search-index.ts';
import { matchAll, matchCharacters, matchInitials, matchMixed, matchPinyin } from './search-match.ts';
import { MOST_WORDS, partsOf, withChineseNumerals, withOtherVerbs } from './search-parts.ts';
import { Matches } from './search-rank.ts';
import { MOST_PHRASES, matchPinyinWithTypo, matchWithTypo } from './search-typo.ts';
import { hasSynonyms, synonymsOf } from './synonyms.ts';
import type { PhraseResult } from './types.ts';
import { searchKey } from './wording.ts';

export interface SearchOptions {
  /** The largest number of results. */
  readonly limit: number;
  /** The day on which standing is judged. */
  readonly date: IsoDate;
  /** Only results of this topic; an empty query then gives all of them, in the order of the packs. */
  readonly topic?: string;
  /** The starred and recently used phrases: they rank first among equal matches, the starred before the others. */
  readonly kept?: KeptPhrases;
  /** True where Enter inserts the best at once: then nothing that has only a part of the query is found. */
  readonly whole?: boolean;
}

/** What a search found: the best results, and how many there are in all. */
export interface Found {
  readonly results: PhraseResult[];
  readonly count: number;
  /** True if nothing has the whole query: the results have the rarest part of it. */
  readonly partly: boolean;
}

const nothing: Found = { results: [], count: 0, partly: false };

/**
 * Finds phrases by characters, full pinyin, initials or a mixture of these; by topic and occasion; by several words
 * with blanks between them, all of which a result must have; with some characters left out; if nothing else is found,
 * with one wrong character or letter, and then by a part of the query. Exact names come first, then other wordings, beginnings, what is filed under the
 * query, middles, synonyms, gaps, initials inside, members, the short before the long. What is no longer current comes
 * after all that is, unless the query is its full name. Among equals those kept come first, and the author's own before
 * all others.
 */
export function findPhrases(index: SearchIndex, query: string, options: SearchOptions): Found {
  const { limit, date, topic, kept = noKeptPhrases, whole = false } = options;
  const key = keyOf(query);
  if ((key === '' && (topic === undefined || query.trim() !== '')) || limit <= 0) return nothing;
  const words = query.split(/\s+/).map(keyOf).filter(Boolean).slice(0, MOST_WORDS);
  const matches = roomsOf(index, 1)[0]?.begin(topic);
  if (matches === undefined) return nothing;
  const used = matchQuery(index, key, words, matches);
  // Blanks are an “and”.
  const partly = matches.count === 0 && !whole && words.length === 1 && addRarest(used, matches);
  const results = matches.top(limit, date, kept).map((result) => {
    const phrase = index.phraseAt(result, date);
    return { ...phrase, matched: spansOf(phrase.name, matchedIn(index, result, [matches, ...used])) };
  });
  return { results, count: matches.count, partly };
}

/** The results of `findPhrases`. */
export function searchPhrases(index: SearchIndex, query: string, options: SearchOptions): PhraseResult[] {
  return findPhrases(index, query, options).results;
}

function keyOf(query: string): string {
  return searchKey(query).replaceAll('ü', 'v');
}

/** Matches a query. Returns the rooms that hold the matches of its single words, if it was taken as several. */
function matchQuery(
  index: SearchIndex,
  key: string,
  words: readonly string[],
  matches: Matches,
): readonly Matches[] {
  if (key === '') {
    matchAll(index, matches.note);
    return [];
  }
  if (words.length > 1) {
    // Blanks may also stand between the syllables of one word.
    matchExactly(index, key, matches);
    matches.addLabelled();
    const used = matchWords(index, words, matches);
    // Blanks are an “and”: nothing that lacks one of the words is offered.
    if (matches.count === 0) matchInexactly(index, key, matches);
    return used;
  }
  matchWord(index, key, matches);
  if (matches.count > 0) return [];
  matchAsOthersWrite(index, key, matches);
  if (matches.count > 0) return [];
  const parts = splitAtLabel(index, key);
  if (parts !== undefined) {
    const used = matchWords(index, parts, matches);
    if (matches.count > 0) return used;
  }
  return matchLoosely(index, key, matches);
}

/** Matches the query with its numerals in Chinese, or with another verb. */
function matchAsOthersWrite(index: SearchIndex, key: string, matches: Matches): void {
  const chinese = withChineseNumerals(key);
  if (chinese !== null) matchWord(index, chinese, matches);
  else if (index.size <= MOST_PHRASES)
    for (const other of withOtherVerbs(key)) matchWithGaps(index, other, matches.noteGap);
}

/** Matches what nothing else finds: by its parts in any order, with an error, with all parts but one. */
function matchLoosely(index: SearchIndex, key: string, matches: Matches): readonly Matches[] {
  const letters = isLetters(key);
  matchMixture(index, key, matches);
  if (matches.count > 0) return [];
  const parts = letters && index.size > MOST_PHRASES ? [] : partsOf(key);
  const used = parts.length > 1 ? matchWords(index, parts, matches, !letters) : [];
  if (matches.count > 0) return used;
  matchWithError(index, key, matches);
  if (matches.count > 0) return [];
  if (used.length > 2) for (const one of used) matches.addCommon(used.filter((other) => other !== one));
  return used;
}

/** Matches what has the part of a query that fewest have. Returns whether there is any. */
function addRarest(parts: readonly Matches[], matches: Matches): boolean {
  const [rarest] = parts.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  if (rarest !== undefined) matches.addCommon([rarest]);
  return matches.count > 0;
}

/**
 * Matches what has all of the words; with `inexactly` each of them also with an error. Returns the rooms that hold the
 * matches of each.
 */
function matchWords(
  index: SearchIndex,
  words: readonly string[],
  matches: Matches,
  inexactly = true,
): readonly Matches[] {
  const [, ...used] = roomsOf(index, 1 + words.length);
  used.forEach((room, i) => {
    const word = words[i] ?? '';
    matchWord(index, word, room.begin(undefined));
    if (room.count === 0 && inexactly) matchInexactly(index, word, room);
  });
  matches.addCommon(used);
  return used;
}

function matchWord(index: SearchIndex, key: string, matches: Matches): void {
  matchExactly(index, key, matches);
  for (const synonym of synonymsOf(key)) matchCharacters(index, synonym, matches.noteSynonym);
  matches.addLabelled();
  if (!isLetters(key)) matchWithGaps(index, key, matches.noteGap);
}

function matchExactly(index: SearchIndex, key: string, matches: Matches): void {
  matchCharacters(index, key, matches.note);
  if (!isLetters(key)) return;
  matchInitials(index, key, matches.noteInitials);
  if (key.length > 1) matchPinyin(index, key, matches.note);
}

/** The slower ways, one after the other. */
function matchInexactly(index: SearchIndex, key: string, matches: Matches): void {
  matchMixture(index, key, matches);
  if (matches.count === 0) matchWithError(index, key, matches);
}

function matchMixture(index: SearchIndex, key: string, matches: Matches): void {
  if (/[a-z]/.test(key)) matchMixed(index, key, matches.note);
  matches.addLabelled();
}

function matchWithError(index: SearchIndex, key: string, matches: Matches): void {
  (isLetters(key) ? matchPinyinWithTypo : matchWithTypo)(index, key, matches.note);
  matches.addLabelled();
}

function isLetters(key: string): boolean {
  return /^[a-z0-9]+$/.test(key);
}

/** The two words of a query without a blank, one of which is filed under (安全生产要求); undefined if it has none. */
function splitAtLabel(index: SearchIndex, key: string): readonly string[] | undefined {
  const isKnown = (word: string) => hasSynonyms(word) || index.labels.some((label) => label.key === word);
  for (let length = key.length - 2; length > 1; length--) {
    const [head, tail] = [key.slice(0, length), key.slice(-length)];
    if (isKnown(tail)) return [key.slice(0, -length), tail];
    if (isKnown(head)) return [head, key.slice(length)];
  }
  return undefined;
}

const made = new WeakMap<SearchIndex, Matches[]>();

/** Buffers for a query and each of its words, reused: allocating them at every key would be slow with 200,000 phrases. */
function roomsOf(index: SearchIndex, count: number): Matches[] {
  const rooms = made.get(index) ?? [];
  made.set(index, rooms);
  while (rooms.length < count) rooms.push(new Matches(index));
  return rooms.slice(0, count);
}

/** The kept phrases as of a day, the starred first, without those that the packs no longer have. */
export function keptResults(
  index: SearchIndex,
  { starred, recent }: KeptPhrases,
  date: IsoDate,
): PhraseResult[] {
  const numbers = [...new Set([...starred, ...recent])].map((id) => index.numberOf(id));
  return numbers.flatMap((number) => (number === undefined ? [] : [index.phraseAt(number, date)]));
}

/** The characters of a result's wordings that matched, as search keys. */
function matchedIn({ keys }: SearchIndex, result: number, rooms: readonly Matches[]): string[] {
  return rooms.flatMap((room) => {
    const span = room.spanOf(result);
    if (span === undefined) return [];
    return [Array.from(keys.line(span.line)).slice(span.start, span.end).join('')];
  });
}

/** The spans of a name that these search keys match, without quotation marks; empty if none does. */
function spansOf(name: string, matched: readonly string[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let key = '';
  let offset = 0;
  for (const character of name) {
    const part = searchKey(character);
    for (let i = 0; i < part.length; i++) places.push({ start: offset, end: offset + character.length });
    key += part;
    offset += character.length;
  }
  const isMatched = new Set<number>();
  for (const one of matched) {
    const at = one === '' ? -1 : key.indexOf(one);
    if (at !== -1) for (let i = at; i < at + one.length; i++) isMatched.add(i);
  }
  const spans: { start: number; end: number }[] = [];
  for (const [i, place] of places.entries()) {
    if (!isMatched.has(i)) continue;
    const last = spans.at(-1);
    if (last !== undefined && place.start <= last.end) last.end = place.end;
    else spans.push({ ...place });
  }
  return spans;
}
