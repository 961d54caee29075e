import type { EntryInFull } from '../phrases/entry.ts';
import type { PhraseResult } from '../phrases/types.ts';

export interface PhrasesReply {
  readonly results: readonly PhraseResult[];
  /** How many there are in all. */
  readonly count: number;
  /** Ids of all phrases that the author has starred. */
  readonly starred: readonly string[];
}

/** Null when the packs no longer hold it. */
export interface EntryReply {
  readonly entry: EntryInFull | null;
}
