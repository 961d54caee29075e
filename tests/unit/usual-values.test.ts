import { describe, expect, test } from 'vitest';
import { writeContent } from '../../lib/phrases/content.ts';
import { lengthen, shorten } from '../../lib/phrases/usual-values.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

describe('a list written short', () => {
  const items = [
    { id: 'a', aliases: [], level: 'hint', wrong: [{ text: '一', segment: false }] },
    { id: 'b', aliases: [], level: 'hint', wrong: [{ text: '二', segment: false, why: '三' }] },
    { id: 'c', aliases: ['四'], level: 'error', wrong: [] },
    { id: 'd', aliases: [], wrong: [{ text: '五', segment: true }], note: 'filled' },
    { id: 'e', aliases: [], wrong: [], level: null },
  ];

  test('comes back as it was', () => {
    expect(lengthen(shorten(items, ['wrong', 'forms']))).toEqual(items);
    expect(lengthen(shorten([], ['wrong']))).toEqual([]);
  });

  test('has what most items have alike once, and gives an item no field that it lacked', () => {
    const short = shorten(items, ['wrong']);
    expect(short.usual).toEqual({ aliases: [] });
    expect(short.within).toEqual({ wrong: { segment: false } });
    expect(short.items[1]).toEqual({ id: 'b', level: 'hint', wrong: [{ text: '二', why: '三' }] });
    expect(lengthen(short)[3]).not.toHaveProperty('level');
  });
});

test('the built-in entries take a third less to write than each by itself', async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  const { entries, series, anniversaries, fixedWordings, trueUntil } = knowledge;
  const content = { entries, series, anniversaries, fixedWordings, trueUntil };
  const written = writeContent({ ...content, version: '', modifiers: [], weights: [], spellings: [] });
  expect(JSON.parse(written).entries.length).toBeLessThan(20);
  const alone = JSON.stringify(entries.map((entry) => ({ ...entry, source: 0 })));
  expect(JSON.stringify(JSON.parse(written).entries).length).toBeLessThan(alone.length * 0.67);
});
