import { describe, expect, test } from 'vitest';
import { pinyinOf } from '../../scripts/pinyin.ts';
import { builtInPackFiles, readPackFiles } from '../../scripts/read-packs.ts';
import { knowledgeOf } from './phrase-packs.ts';
import { inSight, isWanted, type WantedQuery, wantedQueries } from './writers-day.ts';

const { packs } = await readPackFiles(await builtInPackFiles());
const { searchIndex } = knowledgeOf(packs, pinyinOf);
const queries = wantedQueries();
const isAnswered = ({ query, wanted }: WantedQuery) =>
  inSight(searchIndex, query, '2026-10-15').some((result) => isWanted(result, wanted));

describe("the queries of a writer's day", () => {
  test('are at least 300', () => {
    expect(queries.length).toBeGreaterThanOrEqual(300);
  });

  test.each([
    ['used while the search was changed', false],
    ['set aside', true],
  ])('find what is wanted among the first five, 95 in 100: those %s', (_, aside) => {
    const some = queries.filter((one) => one.aside === aside);
    const missed = some.filter((one) => !isAnswered(one)).map(({ query }) => query);
    expect(missed.length, missed.join(' ')).toBeLessThanOrEqual(some.length * 0.05);
  });
});
