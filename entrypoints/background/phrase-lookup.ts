import { today } from '../../lib/common/today.ts';
import type { PhraseReplies, PhraseRequest } from '../../lib/messaging/phrase-messages.ts';
import { entryInFull } from '../../lib/phrases/entry.ts';
import { keptResults, searchPhrases } from '../../lib/phrases/search.ts';
import { noteUse, readKept, setStar } from '../../lib/storage/recent.ts';
import { opened } from './phrases.ts';

/** Answers what surfaces ask of the phrases. */
export async function answerPhrases(request: PhraseRequest): Promise<PhraseReplies[PhraseRequest['type']]> {
  switch (request.type) {
    case 'search': {
      const [{ phrases }, kept] = await Promise.all([opened(), readKept()]);
      const { query, limit, topic, date = today() } = request;
      const options = { limit, date, kept, ...(topic === undefined ? {} : { topic }) };
      const results = searchPhrases(phrases.knowledge.searchIndex, query, options);
      return { results, starred: kept.starred };
    }
    case 'kept-phrases': {
      const [{ phrases }, kept] = await Promise.all([opened(), readKept()]);
      const results = keptResults(phrases.knowledge.searchIndex, kept, request.date ?? today());
      return { results, starred: kept.starred };
    }
    case 'phrase-used':
      await noteUse(request.id);
      return { ok: true };
    case 'star-phrase':
      await setStar(request.id, request.on);
      return { ok: true };
    case 'entry': {
      const { phrases } = await opened();
      return { entry: entryInFull(phrases.knowledge, request.id, request.date ?? today()) };
    }
  }
}
