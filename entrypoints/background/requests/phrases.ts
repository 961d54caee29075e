import * as v from 'valibot';
import { today } from '../../../lib/common/today.ts';
import { isoDate } from '../../../lib/messaging/fields.ts';
import type { EntryReply, PhrasesHereReply, PhrasesReply } from '../../../lib/messaging/phrase-messages.ts';
import { entryInFull } from '../../../lib/phrases/entry.ts';
import { findPhrases, keptResults } from '../../../lib/phrases/search.ts';
import { noteUse, readKept, setStar } from '../../../lib/storage/recent.ts';
import { readSettings } from '../../../lib/storage/settings.ts';
import { opened } from '../phrases.ts';
import { defineCommand, defineRequest, reply } from './row.ts';

/** The day on which standing is judged; absent: today. */
const date = v.optional(isoDate);
/** Id of a search result. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Looking up phrases. */
export const phraseRequests = {
  /** With `topic`: only what is filed under it; with an empty query too, all of that. */
  search: defineRequest({
    from: 'own',
    fields: {
      query: v.pipe(v.string(), v.maxLength(200)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
      date,
      topic: v.optional(v.pipe(v.string(), v.maxLength(40))),
    },
    reply: reply<PhrasesReply>(),
    async handle({ query, limit, topic, date: day = today() }) {
      const [{ phrases }, kept] = await Promise.all([opened(), readKept()]);
      const options = { limit, date: day, kept, ...(topic === undefined ? {} : { topic }) };
      const found = findPhrases(phrases.knowledge.searchIndex, query, options);
      return { ...found, starred: kept.starred };
    },
  }),
  /** For words behind two slashes in a web page: nothing, unless the author has switched that on. */
  'search-here': defineRequest({
    from: 'page',
    fields: {
      query: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
      date,
    },
    reply: reply<PhrasesHereReply>(),
    async handle({ query, limit, date: day = today() }) {
      const { slashSearch: on, language } = await readSettings();
      if (!on) return { on, language, results: [] };
      const [{ phrases }, kept] = await Promise.all([opened(), readKept()]);
      const options = { limit, date: day, kept, whole: true };
      const { results } = findPhrases(phrases.knowledge.searchIndex, query, options);
      return { on, language, results };
    },
  }),
  /** The phrases kept at hand: those starred, then those used last. */
  'kept-phrases': defineRequest({
    from: 'own',
    fields: { date },
    reply: reply<PhrasesReply>(),
    async handle({ date: day = today() }) {
      const [{ phrases }, kept] = await Promise.all([opened(), readKept()]);
      const results = keptResults(phrases.knowledge.searchIndex, kept, day);
      return { results, count: results.length, partly: false, starred: kept.starred };
    },
  }),
  'phrase-used': defineCommand({
    from: 'page',
    fields: { id },
    async run(request, { isOwnPage }) {
      if (isOwnPage || (await readSettings()).slashSearch) await noteUse(request.id);
    },
  }),
  'star-phrase': defineCommand({
    from: 'own',
    fields: { id, on: v.boolean() },
    run: (request) => setStar(request.id, request.on),
  }),
  /** All that is known of one phrase. */
  entry: defineRequest({
    from: 'own',
    fields: { id, date },
    reply: reply<EntryReply>(),
    async handle({ id: entry, date: day = today() }) {
      const { phrases } = await opened();
      return { entry: entryInFull(phrases.knowledge, entry, day) };
    },
  }),
};
