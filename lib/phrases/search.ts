import type { IsoDate } from '../draft/types.ts';
import { type KeptPhrases, noKeptPhrases } from './kept.ts';
import { WORDING } from './search-data.ts';
import type { SearchIndex } from './search-index.ts';
import {
  matchAll,
  matchCharacters,
  matchInitials,
  matchMixed,
  matchPinyin,
  type OnMatch,
} from './search-match.ts';
import { matchPinyinWithTypo, matchWithTypo } from './search-typo.ts';
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
}

/** How well a wording matches, best first. */
const TIER = { exactName: 0, exactAlias: 1, prefix: 2, inside: 3, member: 4 } as const;

/**
 * The sort key of a result: the author's own or not, tier, current or not, kept or not, length of the wording and
 * number, each in its own digits.
 */
const TIERS = 16;
const KEPT = { starred: 0, recent: 1, not: 2 } as const;
const KEEPINGS = 3;
const LENGTHS = 256;
const PLACES = 2 ** 24;

/**
 * Finds phrases by characters, full pinyin, initials or a mixture of these, with one wrong character or letter
 * tolerated. Exact names come first, then other wordings, beginnings, middles, members, the short before the long.
 * What is no longer current comes after all that is, unless the query is its full name. Among equals those kept come
 * first, and the author's own before all others.
 */
export function searchPhrases(
  index: SearchIndex,
  query: string,
  { limit, date, topic, kept = noKeptPhrases }: SearchOptions,
): PhraseResult[] {
  const key = searchKey(query).replaceAll('ü', 'v');
  if ((key === '' && (topic === undefined || query.trim() !== '')) || limit <= 0) return [];
  const best = new BestMatches(index, date, kept, topic);
  try {
    matchKey(index, key, best);
    return best.top(limit);
  } finally {
    best.forget();
  }
}

/** Tries one way after the other, the slower ones only if the others find nothing. */
function matchKey(index: SearchIndex, key: string, best: BestMatches): void {
  if (key === '') {
    matchAll(index, best.note);
    return;
  }
  const letters = /^[a-z0-9]+$/.test(key);
  matchCharacters(index, key, best.note);
  if (letters) {
    matchInitials(index, key, best.note);
    if (key.length > 1) matchPinyin(index, key, best.note);
  }
  if (best.count === 0 && /[a-z]/.test(key)) matchMixed(index, key, best.note);
  if (best.count === 0) (letters ? matchPinyinWithTypo : matchWithTypo)(index, key, best.note);
}

/** Buffers for the matches of a query, reused: allocating them at every key would be slow with 200,000 phrases. */
class Room {
  /** 1 + score of each result's best match; 0 if there is none. */
  readonly scores: Float64Array;
  readonly lines: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly found: Int32Array;

  constructor(size: number) {
    this.scores = new Float64Array(size);
    this.lines = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.found = new Int32Array(size);
  }
}

const rooms = new WeakMap<SearchIndex, Room>();

function roomOf(index: SearchIndex): Room {
  const room = rooms.get(index) ?? new Room(index.size);
  rooms.set(index, room);
  return room;
}

/** Keeps each result's best match, in numbers only, since a single character can match most of the index. */
class BestMatches {
  count = 0;
  private readonly room: Room;
  private readonly standing: Uint8Array;
  private readonly kept = new Map<number, number>();

  constructor(
    private readonly index: SearchIndex,
    private readonly date: IsoDate,
    kept: KeptPhrases,
    private readonly topic?: string,
  ) {
    this.room = roomOf(index);
    this.standing = index.standingsOn(date);
    for (const keeping of ['recent', 'starred'] as const) {
      for (const id of kept[keeping]) this.kept.set(index.numberOf(id) ?? -1, KEPT[keeping]);
    }
  }

  /** What is no longer current comes first only by its full name: Enter on 从严治党 must not insert the old wording. */
  private tierOn(result: number, tier: number): number {
    return this.standing[result] === 0 || tier === TIER.exactName ? tier : Math.max(tier, TIER.inside);
  }

  readonly note: OnMatch = (line, start, end, length) => {
    const result = this.index.results[line] as number;
    if (this.topic !== undefined && this.index.topicOf(result) !== this.topic) return;
    const role = this.index.roles[line] as number;
    const score =
      ((((this.index.isOwn(result) ? 0 : TIERS) +
        this.tierOn(result, tierOf(role, start, end, length)) * 2 +
        Math.min(this.standing[result] as number, 1)) *
        KEEPINGS +
        (this.kept.get(result) ?? KEPT.not)) *
        LENGTHS +
        Math.min(length, LENGTHS - 1)) *
        PLACES +
      result +
      1;
    const { scores, lines, starts, ends, found } = this.room;
    const before = scores[result] as number;
    if (before !== 0 && before <= score) return;
    if (before === 0) found[this.count++] = result;
    scores[result] = score;
    lines[result] = line;
    starts[result] = start;
    ends[result] = end;
  };

  top(limit: number): PhraseResult[] {
    const best = new Float64Array(limit).fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < this.count; i++) {
      const score = this.room.scores[this.room.found[i] as number] as number;
      if (score >= (best[limit - 1] as number)) continue;
      // Insertion is faster than sorting, as most results are not among the best.
      let place = limit - 1;
      for (; place > 0 && (best[place - 1] as number) > score; place--)
        best[place] = best[place - 1] as number;
      best[place] = score;
    }
    const found = best.subarray(0, Math.min(limit, this.count));
    return Array.from(found, (score) => this.resultOf((score - 1) % PLACES));
  }

  /** Clears the buffers. */
  forget(): void {
    const { scores, found } = this.room;
    for (let i = 0; i < this.count; i++) scores[found[i] as number] = 0;
    this.count = 0;
  }

  private resultOf(result: number): PhraseResult {
    const { lines, starts, ends } = this.room;
    const line = this.index.keys.line(lines[result] as number);
    const matched = Array.from(line).slice(starts[result], ends[result]).join('');
    const phrase = this.index.phraseAt(result, this.date);
    return { ...phrase, matched: spansOf(phrase.name, matched) };
  }
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

function tierOf(role: number, start: number, end: number, length: number): number {
  if (role === WORDING.member) return TIER.member;
  if (start === 0 && end === length) return role === WORDING.name ? TIER.exactName : TIER.exactAlias;
  return start === 0 ? TIER.prefix : TIER.inside;
}

/** The spans of a name that a search key matches, without quotation marks; empty if it does not. */
function spansOf(name: string, matched: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let key = '';
  let offset = 0;
  for (const character of name) {
    const part = searchKey(character);
    for (let i = 0; i < part.length; i++) places.push({ start: offset, end: offset + character.length });
    key += part;
    offset += character.length;
  }
  const at = key.indexOf(matched);
  if (at === -1 || matched === '') return [];
  const spans: { start: number; end: number }[] = [];
  for (const place of places.slice(at, at + matched.length)) {
    const last = spans.at(-1);
    if (last !== undefined && place.start <= last.end) last.end = place.end;
    else spans.push({ ...place });
  }
  return spans;
}
