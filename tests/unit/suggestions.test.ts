import { describe, expect, it } from 'vitest';
import { suggestionsOf } from '../../entrypoints/background/suggestions.ts';
import { askedOf, popupFor } from '../../entrypoints/surface/popup-address.ts';
import { sayIn } from '../../lib/language.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { source } from './phrase-packs.ts';

const phrase = (name: string, rest: Partial<PhraseResult> = {}): PhraseResult => ({
  id: name,
  name,
  kind: 'formulation',
  standing: 'current',
  members: [],
  source,
  attestation: 'A',
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
  it('carries words and tab there and back', () => {
    for (const words of ['四个意识', 'a&b=c #?+%', '“引号”', ''])
      expect(askedOf(new URL(popupFor(words, 7), 'chrome-extension://x').search)).toEqual({
        query: words,
        tabId: 7,
      });
    expect(askedOf(new URL(popupFor('词'), 'chrome-extension://x').search)).toEqual({ query: '词' });
  });

  it('is bounded, and takes no tab that is none', () => {
    expect(askedOf('')).toEqual({});
    expect(askedOf('?tab=-1&q=x')).toEqual({ query: 'x' });
    expect(askedOf('?q=x&tab=7e9')).toEqual({ query: 'x' });
    expect(askedOf(`?q=${'长'.repeat(500)}`).query).toHaveLength(200);
  });
});
