import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { searchPhrases } from '../../lib/phrases/search.ts';
import type { SearchIndex } from '../../lib/phrases/search-index.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';

/** A query of a writer's day and what it must find, from tests/queries/writers-day.yaml. */
export interface WantedQuery {
  readonly group: string;
  readonly query: string;
  readonly wanted: string;
  /** Set aside while the search was being changed: every third of the file. */
  readonly aside: boolean;
}

/** The queries in the order of the file. */
export function wantedQueries(): WantedQuery[] {
  const file = new URL('../queries/writers-day.yaml', import.meta.url);
  const groups = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  return Object.entries(groups)
    .flatMap(([group, queries]) =>
      Object.entries(queries).map(([query, wanted]) => ({ group, query, wanted })),
    )
    .map((one, index) => ({ ...one, aside: index % 3 === 2 }));
}

/** The first results of a query, as many as are in sight at once. */
export function inSight(index: SearchIndex, query: string, date: string): PhraseResult[] {
  return searchPhrases(index, query, { limit: 5, date });
}

/** Whether a result is what was wanted: its name or text has the words, its topic is the one after @. */
export function isWanted({ name, insert, topic }: PhraseResult, wanted: string): boolean {
  const [, wantedTopic, words = ''] = /^(?:@(\S+)\s*)?(.*)$/.exec(wanted) ?? [];
  if (wantedTopic !== undefined && topic !== wantedTopic) return false;
  return name.includes(words) || insert.includes(words);
}
