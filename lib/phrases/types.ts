import type { Content } from './content.ts';
import type { Attestation, Entry, Source } from './pack-types.ts';
import type { SpellingTables } from './spelling/tables.ts';

export * from './pack-types.ts';

export type HitRole = 'form' | 'wrong' | 'name' | 'alias';

/** A wording that is scanned for, and what it is. */
export interface Pattern {
  readonly text: string;
  readonly role: HitRole;
  /** Index into `Knowledge.entries`. */
  readonly entry: number;
  /** Index into `forms`, `wrong` or `aliases` of that entry, by role. */
  readonly item: number;
}

/** One hit of the scan. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly pattern: Pattern;
}

/** The compiled packs, as the rules use them. Immutable. */
export interface Knowledge extends Content {
  /** Tables for recognising slips in frequent words. */
  readonly spellingTables: SpellingTables;
  /**
   * All hits in a text, masks applied (a hit inside an `except` wording is dropped), sorted by start, longer first.
   * Hits of one role inside a longer hit of the same role are dropped.
   */
  scan(text: string): readonly Hit[];
  /**
   * The modifiers in a span of a text (UTF-16 offsets), and perhaps some beside it, in order of their
   * starts, the longer first: start, end and index into `modifiers`, three numbers each.
   */
  modifiersIn(text: string, from: number, to: number): readonly number[];
}

/** One result of a phrase search. */
export interface PhraseResult {
  readonly id: string;
  readonly name: string;
  readonly kind: Entry['kind'] | 'series';
  readonly standing: 'current' | 'superseded' | 'historical';
  readonly successor?: string;
  readonly members: readonly string[];
  readonly note?: string;
  readonly topic?: string;
  readonly source: Source;
  readonly attestation: Attestation;
  /** True for everyday wording of the library's own, which is never called current. */
  readonly everyday: boolean;
  /** The text that is inserted or copied. */
  readonly insert: string;
  /** Spans of `name` that matched the query, for emphasis. */
  readonly matched: readonly { readonly start: number; readonly end: number }[];
}

/** A word segmenter. Offsets are UTF-16 units of the sentence. */
export interface Segmenter {
  isWholeWords(sentence: string, start: number, end: number): boolean;
  /** Whether the dictionary has it as one word. */
  isWord(word: string): boolean;
  /** Whether the two characters from `start` on are no word and are left alone between longer words. */
  isStray(sentence: string, start: number): boolean;
  /** The word of the dictionary that holds the character at an offset; the character alone where there is none. */
  wordAt(sentence: string, at: number): { readonly start: number; readonly end: number };
}
