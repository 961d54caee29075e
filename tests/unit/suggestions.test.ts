import { beforeEach, describe, expect, it, vi } from 'vitest';
import { suggestionsOf } from '../../entrypoints/background/suggestions.ts';
import { sayIn } from '../../lib/language/language.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { source } from './phrase-packs.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        remove: async (key: string) => void stored.delete(key),
      },
    },
  },
}));

const { readPopupQuery, popupFor } = await import('../../entrypoints/surface/popup-address.ts');

const phrase = (name: string, rest: Partial<PhraseResult> = {}): PhraseResult => ({
  id: name,
  name,
  kind: 'formulation',
  standing: 'current',
  members: [],
  source,
  attestation: 'A',
  everyday: false,
  insert: name,
  matched: [],
  ...rest,
});
const zh = sayIn('zh');

describe('suggestions of the address bar', () => {
  it('say the phrase and its standing, with what matched set off', () => {
    const found = phrase('“四个意识”', { matched: [{ start: 1, end: 5 }] });
    expect(suggestionsOf([found], zh, true)).toEqual([
      { content: '“四个意识”', description: '“<match>四个意识</match>”<dim> · 现行</dim>' },
    ]);
    expect(suggestionsOf([found], sayIn('en'), false)[0]?.description).toBe('“四个意识” · current');
  });

  it('say what is said now of an old one', () => {
    const old = phrase('工商局', { standing: 'superseded', successor: '市场监督管理局' });
    const over = phrase('党的十八大', { standing: 'historical' });
    expect(suggestionsOf([old, over], zh, false).map(({ description }) => description)).toEqual([
      '工商局 · 现表述：市场监督管理局',
      '党的十八大 · 历史',
    ]);
  });

  it('are well-formed XML whatever stands in a phrase, and each stands once', () => {
    const name = `A&B <c> "d" 'e'\n\u0007\ud800`;
    const odd = phrase(name, { matched: [{ start: 0, end: 3 }] });
    const [suggestion, ...others] = suggestionsOf([odd, odd], zh, true);
    expect(others).toEqual([]);
    expect(suggestion?.description).toBe(
      '<match>A&amp;B</match> &lt;c&gt; &quot;d&quot; &apos;e&apos; \ufffd<dim> · 现行</dim>',
    );
  });
});

describe('the address of the popup', () => {
  beforeEach(() => stored.clear());

  it('carries words and tab there and back, once, and holds no words itself', async () => {
    for (const words of ['四个意识', 'a&b=c #?+%', '“引号”', '']) {
      const { search } = new URL(await popupFor(words, 7), 'chrome-extension://x');
      if (words !== '') expect(decodeURIComponent(search)).not.toContain(words);
      expect(await readPopupQuery(search)).toEqual({ query: words, tabId: 7 });
      expect(await readPopupQuery(search)).toEqual({ query: '', tabId: 7 });
    }
    expect(stored.size).toBe(0);
  });

  it('is bounded, and takes no tab that is none', async () => {
    expect(await readPopupQuery('')).toEqual({});
    expect(await readPopupQuery('?tab=-1&search=x')).toEqual({ query: '' });
    expect(await readPopupQuery('?search=x&tab=7e9')).toEqual({ query: '' });
    const { search } = new URL(await popupFor('长'.repeat(500)), 'chrome-extension://x');
    expect((await readPopupQuery(search)).query).toHaveLength(200);
  });
});
