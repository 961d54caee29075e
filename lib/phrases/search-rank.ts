import type { IsoDate } from '../draft/types.ts';
import { type KeptPhrases, noKeptPhrases } from './kept.ts';
import { WORDING } from './search-data.ts';
import type { SearchIndex } from './search-index.ts';
import type { OnMatch } from './search-match.ts';

/** How well a result matches, best first. */
export const TIER = {
  exactName: 0,
  exactAlias: 1,
  prefix: 2,
  /** Filed under the query, and has it in a wording. */
  labelAndInside: 3,
  label: 4,
  inside: 5,
  /** Filed under a word that has the query in it. */
  partOfLabel: 6,
  synonym: 7,
  gap: 8,
  initialsInside: 9,
  member: 10,
  /** No longer current: after all that is, but for an exact name. */
  old: 11,
} as const;

/**
 * The sort key of a result: the author's own or not, tier, current or not, kept or not, length of the wording and
 * number, each in its own digits.
 */
const TIERS = 32;
const KEPT = { starred: 0, recent: 1, not: 2 } as const;
const KEEPINGS = 3;
const LENGTHS = 256;
const PLACES = 2 ** 24;

/** Tier and length of a match in one number, the better the smaller; 0 stands for none. */
const rankOf = (tier: number, length: number): number => tier * LENGTHS + Math.min(length, LENGTHS - 1) + 1;
const tierOfRank = (rank: number): number => Math.floor((rank - 1) / LENGTHS);
const lengthOfRank = (rank: number): number => (rank - 1) % LENGTHS;

/** A match in a line of the keys: its characters [start, end). */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The best match of each result, in numbers only, since a single character can match most of the index. */
export class Matches {
  count = 0;
  /** By result: its rank; 0 if it does not match. */
  private readonly ranks: Int32Array;
  private readonly lines: Int32Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly found: Int32Array;
  private readonly labels = new Map<number, number>();
  private topic: string | undefined;

  constructor(private readonly index: SearchIndex) {
    const { size } = index;
    this.ranks = new Int32Array(size);
    this.lines = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.found = new Int32Array(size);
  }

  /** Clears all matches; the next ones are limited to a topic, if there is one. */
  begin(topic: string | undefined): this {
    for (let i = 0; i < this.count; i++) this.ranks[this.found[i] as number] = 0;
    this.count = 0;
    this.labels.clear();
    this.topic = topic;
    return this;
  }

  /** Notes a match of the query's own characters or syllables. */
  readonly note: OnMatch = (line, start, end, length) => this.noteFrom(line, start, end, length, TIER.inside);

  /** Notes a match of initials, which count less inside a wording. */
  readonly noteInitials: OnMatch = (line, start, end, length) =>
    this.noteFrom(line, start, end, length, TIER.initialsInside);

  /** Notes a match with gaps. */
  readonly noteGap: OnMatch = (line, start, end, length) =>
    this.keep(this.index.results[line] as number, rankOf(TIER.gap, length), line, start, end);

  /** Notes a match of a synonym. */
  readonly noteSynonym: OnMatch = (line, start, end, length) => {
    const role = this.index.roles[line] as number;
    if (role === WORDING.label) {
      if (start === 0 && end === length) this.noteLabel(line, TIER.label);
    } else if (role !== WORDING.member) {
      this.keep(this.index.results[line] as number, rankOf(TIER.synonym, length), line, start, end);
    }
  };

  private noteFrom(line: number, start: number, end: number, length: number, inside: number): void {
    const role = this.index.roles[line] as number;
    if (role === WORDING.label) {
      if (start === 0 && end === length) this.noteLabel(line, TIER.label);
      // One character, or initials inside, is part of many labels by chance.
      else if (end - start > 1 && (start === 0 || inside === TIER.inside))
        this.noteLabel(line, TIER.partOfLabel);
      return;
    }
    const tier = role === WORDING.member ? TIER.member : tierOf(role, start, end, length, inside);
    this.keep(this.index.results[line] as number, rankOf(tier, length), line, start, end);
  }

  private noteLabel(line: number, tier: number): void {
    const label = this.index.results[line] as number;
    this.labels.set(label, Math.min(this.labels.get(label) ?? tier, tier));
  }

  /** Adds all that is filed under the labels matched, in the order of the packs. */
  addLabelled(): void {
    for (const [label, tier] of this.labels) {
      for (const result of this.index.labels[label]?.results ?? []) {
        const rank = this.ranks[result] as number;
        const has = rank !== 0 && tierOfRank(rank) <= TIER.inside;
        if (tier === TIER.label && has) {
          this.ranks[result] = Math.min(rank, rankOf(TIER.labelAndInside, lengthOfRank(rank)));
        } else this.keep(result, rankOf(tier, 0), -1, 0, 0);
      }
    }
    this.labels.clear();
  }

  /** Adds the results that all of these have, as matches of words each by itself. */
  addCommon(words: readonly Matches[]): void {
    const [first, ...others] = words;
    if (first === undefined) return;
    for (let i = 0; i < first.count; i++) {
      const result = first.found[i] as number;
      let rank = Math.max(first.ranks[result] as number, rankOf(TIER.labelAndInside, 0));
      for (const { ranks } of others) {
        const other = ranks[result] as number;
        if (other === 0) rank = 0;
        if (rank === 0) break;
        rank = Math.max(rank, other);
      }
      if (rank !== 0) this.keep(result, rank, -1, 0, 0);
    }
  }

  private keep(result: number, rank: number, line: number, start: number, end: number): void {
    const before = this.ranks[result] as number;
    if (before !== 0 && before <= rank) return;
    if (this.topic !== undefined && this.index.topicOf(result) !== this.topic) return;
    if (before === 0) this.found[this.count++] = result;
    this.ranks[result] = rank;
    this.lines[result] = line;
    this.starts[result] = start;
    this.ends[result] = end;
  }

  /** Where a result matches; undefined if it does not, or only by what it is filed under. */
  spanOf(result: number): Span | undefined {
    const line = this.lines[result] as number;
    if (this.ranks[result] === 0 || line === -1) return undefined;
    return { line, start: this.starts[result] as number, end: this.ends[result] as number };
  }

  /** The numbers of the best results, at most `limit`, as of a day, the kept ones first among equals. */
  top(limit: number, date: IsoDate, kept: KeptPhrases = noKeptPhrases): number[] {
    const scoreOf = this.scorer(date, kept);
    const most = Math.min(limit, this.count);
    const best = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < this.count; i++) {
      const score = scoreOf(this.found[i] as number);
      if (score >= (best[most - 1] as number)) continue;
      // Insertion is faster than sorting, as most results are not among the best.
      let place = most - 1;
      for (; place > 0 && (best[place - 1] as number) > score; place--)
        best[place] = best[place - 1] as number;
      best[place] = score;
    }
    return Array.from(best, (score) => score % PLACES);
  }

  private scorer(date: IsoDate, kept: KeptPhrases): (result: number) => number {
    const standing = this.index.standingsOn(date);
    const keeping = new Map<number, number>();
    for (const how of ['recent', 'starred'] as const) {
      for (const id of kept[how]) keeping.set(this.index.numberOf(id) ?? -1, KEPT[how]);
    }
    return (result) => {
      const rank = this.ranks[result] as number;
      const tier = tierOfRank(rank);
      const current = standing[result] === 0;
      // Enter on 从严治党 must not insert the old wording.
      const tierOnDay = current || tier === TIER.exactName ? tier : TIER.old;
      return (
        ((((this.index.isOwn(result) ? 0 : TIERS) + tierOnDay * 2 + (current ? 0 : 1)) * KEEPINGS +
          (keeping.get(result) ?? KEPT.not)) *
          LENGTHS +
          lengthOfRank(rank)) *
          PLACES +
        result
      );
    };
  }
}

function tierOf(role: number, start: number, end: number, length: number, inside: number): number {
  if (start !== 0) return inside;
  if (end !== length) return TIER.prefix;
  return role === WORDING.name ? TIER.exactName : TIER.exactAlias;
}
