import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keptLimits } from '../../lib/phrases/kept.ts';
import { keptResults, searchPhrases } from '../../lib/phrases/search.ts';
import { attested, knowledgeOf, packOf } from './phrase-packs.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          return stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {};
        },
        set: async (items: Record<string, unknown>) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
        },
      },
    },
  },
}));

const { keptKey, noteUse, readKept, setStar } = await import('../../lib/storage/recent.ts');

beforeEach(() => stored.clear());

describe('phrases kept at hand', () => {
  it('keep the latest first, each once, and lose nothing of what is changed at once', async () => {
    await Promise.all([noteUse('a'), noteUse('b'), setStar('c', true), noteUse('a'), setStar('d', true)]);
    expect(await readKept()).toEqual({ starred: ['d', 'c'], recent: ['a', 'b'] });
    await setStar('d', false);
    expect((await readKept()).starred).toEqual(['c']);
  });

  it('are bounded', async () => {
    for (let i = 0; i < keptLimits.recent + 3; i++) await noteUse(`p${i}`);
    const { recent } = await readKept();
    expect(recent).toHaveLength(keptLimits.recent);
    expect(recent[0]).toBe(`p${keptLimits.recent + 2}`);
  });

  it('are read as far as they can be', async () => {
    stored.set(keptKey, { starred: ['a', 7, '', 'a', 'x'.repeat(300), 'b'], recent: 'spoilt' });
    expect(await readKept()).toEqual({ starred: ['a', 'b'], recent: [] });
    stored.set(keptKey, 'spoilt');
    expect(await readKept()).toEqual({ starred: [], recent: [] });
  });

  const { searchIndex } = knowledgeOf([
    packOf('formulation', [
      { id: 'exact', name: '发展', ...attested },
      { id: 'short', name: '发展观', ...attested },
      { id: 'long', name: '发展理念和要求', ...attested },
      { id: 'longer', name: '发展理念和全部要求', ...attested },
      { id: 'inside', name: '高质量发展', ...attested },
      { id: 'old', name: '发展论', validTo: '2020-01-01', ...attested },
    ]),
  ]);
  const date = '2026-06-01';
  const names = (starred: string[], recent: string[]) => {
    const kept = {
      starred: starred.map((id) => `formulation/${id}`),
      recent: recent.map((id) => `formulation/${id}`),
    };
    return searchPhrases(searchIndex, '发展', { limit: 9, date, kept }).map(({ id }) => id.split('/')[1]);
  };

  it('come first among equal matches, the starred before the others, and never before better ones', () => {
    expect(names([], [])).toEqual(['exact', 'short', 'long', 'longer', 'inside', 'old']);
    expect(names([], ['longer'])).toEqual(['exact', 'longer', 'short', 'long', 'inside', 'old']);
    expect(names(['long'], ['longer', 'long'])).toEqual([
      'exact',
      'long',
      'longer',
      'short',
      'inside',
      'old',
    ]);
    expect(names(['inside', 'old', 'gone'], [])).toEqual([
      'exact',
      'short',
      'long',
      'longer',
      'inside',
      'old',
    ]);
  });

  it('are listed as they stand on the day, each once, without what the packs no longer hold', () => {
    const kept = {
      starred: ['formulation/old', 'formulation/gone'],
      recent: ['formulation/long', 'formulation/old'],
    };
    expect(keptResults(searchIndex, kept, date).map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'formulation/old historical',
      'formulation/long current',
    ]);
  });
});
