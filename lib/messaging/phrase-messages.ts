import * as v from 'valibot';
import type { EntryInFull } from '../phrases/entry.ts';
import type { PhraseResult } from '../phrases/types.ts';

/** The part of the protocol that concerns looking up phrases. `date` is the day on which standing is judged, else today. */

const date = v.optional(v.pipe(v.string(), v.isoDate()));
/** Id of a search result. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Requests to the background. */
export const phraseRequests = [
  v.object({
    type: v.literal('search'),
    query: v.pipe(v.string(), v.maxLength(200)),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    date,
    /** Only what is filed under this topic; with an empty query, all of it. */
    topic: v.optional(v.pipe(v.string(), v.maxLength(40))),
  }),
  /** The phrases kept at hand: those starred, then those used last. */
  v.object({ type: v.literal('kept-phrases'), date }),
  v.object({ type: v.literal('phrase-used'), id }),
  v.object({ type: v.literal('star-phrase'), id, on: v.boolean() }),
  /** All that is known of one phrase. */
  v.object({ type: v.literal('entry'), id, date }),
] as const;
export type PhraseRequest = v.InferOutput<(typeof phraseRequests)[number]>;

export interface PhrasesReply {
  readonly results: readonly PhraseResult[];
  /** Ids of all phrases that the author has starred. */
  readonly starred: readonly string[];
}

export interface PhraseReplies {
  search: PhrasesReply;
  'kept-phrases': PhrasesReply;
  'phrase-used': { readonly ok: true };
  'star-phrase': { readonly ok: true };
  /** Null when the packs no longer hold it. */
  entry: { readonly entry: EntryInFull | null };
}
