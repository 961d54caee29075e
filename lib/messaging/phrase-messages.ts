import type { Language } from '../language/language.ts';
import type { EntryInFull } from '../phrases/entry.ts';
import type { PhraseResult } from '../phrases/types.ts';

export interface PhrasesReply {
  readonly results: readonly PhraseResult[];
  /** How many there are in all. */
  readonly count: number;
  /** True if nothing has the whole query: the results have a part of it. */
  readonly partly: boolean;
  /** Ids of all phrases that the author has starred. */
  readonly starred: readonly string[];
}

/** What is found for words typed in a page. */
export interface PhrasesHereReply extends Pick<PhrasesReply, 'results'> {
  /** False if the author has switched it off; then nothing is found. */
  readonly on: boolean;
  /** The language of the screen. */
  readonly language: Language;
}

/** Null when the packs no longer hold it. */
export interface EntryReply {
  readonly entry: EntryInFull | null;
}
