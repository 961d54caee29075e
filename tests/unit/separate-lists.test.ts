import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { type OutlineNode, outlineTree } from '../../lib/draft/outline-tree.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import type { NumberedItem } from '../../lib/draft/types.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { applied, judgeContext } from './numbering-context.ts';

const repaired = (text: string) => applied(text, planRepair(parseOutline(parseDraft(text))));
const said = (text: string) =>
  headingNumbering
    .check(judgeContext(text))
    .map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);

describe('lists within one paragraph', () => {
  it.each([
    '主要有三项：一、学；二、悟；三、干。',
    '具体为：（1）学；（2）悟；（3）干。',
    '要求是：①学；②悟；③干。',
    '数据见表①，另见表③。',
    '生产总值增长（1），财政收入增长（3）。',
    '重点抓：一、二、三产业融合；二、三产业占比提高。',
    '三、四季度要冲刺；五、六月份要防汛。',
  ])('are right or none: %s', (text) => {
    expect(said(text)).toEqual([]);
    expect(repaired(text)).toBe(text);
  });

  it.each([
    ['主要有：一、学；二、悟；四、干。', '主要有：一、学；二、悟；三、干。', ['warning 四、']],
    ['具体为：（1）学；（2）悟；（2）干。', '具体为：（1）学；（2）悟；（3）干。', ['warning （2）']],
    [
      '一、甲事要办。二、乙事缓办；四、丁事停办。',
      '一、甲事要办。二、乙事缓办；三、丁事停办。',
      ['warning 四、'],
    ],
    ['要求是：①学；③悟；④干。', '要求是：①学；②悟；③干。', ['warning ③']],
  ])('are repaired: %s', (text, right, expected) => {
    expect(said(text)).toEqual(expected);
    expect(repaired(text)).toBe(right);
    expect(repaired(right)).toBe(right);
  });

  it('take no heading in, and are counted', () => {
    expect(said('一、甲\n要做到：一、学；二、悟。\n二、乙\n三、丙')).toEqual([]);
    const text = '讲三点要求：一、学；二、悟。';
    expect(announcedCount.check(judgeContext(text)).map(({ message }) => message.zh)[0]).toContain('2条');
  });
});

describe('lists that the editor numbers', () => {
  const lines = ['讲四点意见：', '学得深', '悟得透', '干得实', '谢谢大家'];
  const text = lines.join('\n');
  const itemsOf = (depths: readonly number[], words: readonly string[], from = 1): NumberedItem[] =>
    words.map((word, index) => {
      const start = text.indexOf(word);
      return { start, end: start + word.length, depth: depths[index] ?? 0, value: index + from };
    });
  const outlineOf = (items: readonly NumberedItem[]) => parseOutline(parseDraft(text, true, items));

  it('count for the announced number, and are never changed', () => {
    const items = itemsOf([0, 0, 0], lines.slice(1, 4));
    const outline = outlineOf(items);
    expect(outline.series.map(({ kind, items: all }) => [kind, all.length, all[0]?.place])).toEqual([
      ['arabic', 3, 'auto'],
    ]);
    const context = { ...judgeContext(text), draft: outline.draft };
    expect(announcedCount.check(context)[0]?.fixes[0]?.edits).toEqual([{ start: 1, end: 2, text: '三' }]);
    expect(headingNumbering.check(context)).toEqual([]);
    expect(planRepair(outline).map(({ about }) => about)).toEqual(['count']);
  });

  it('keep apart what is nested, and go on where a list was cut in two', () => {
    const [one, two, three] = itemsOf([0, 1, 0], lines.slice(1, 4));
    if (one === undefined || two === undefined || three === undefined) throw new Error('three items');
    const nested = outlineOf([one, { ...two, value: 1 }, { ...three, value: 2 }]);
    expect(nested.series.map(({ items }) => items.map(({ value }) => value))).toEqual([[1, 2], [1]]);
    const again = outlineOf([one, { ...two, depth: 0, value: 2 }, { ...three, value: 1 }]);
    expect(again.series.map(({ items }) => items.map(({ value }) => value))).toEqual([[1, 2], [1]]);
  });
});

describe('the outline as a tree', () => {
  const shape = (nodes: readonly OutlineNode[]): unknown =>
    nodes.map(({ title, children }) => (children.length === 0 ? title : [title, shape(children)]));

  it('nests headings, and leaves out what runs inside a paragraph', () => {
    const text = '一、甲\n（一）乙。一是快，二是稳。\n1.丙\n（二）丁\n二、戊';
    const tree = outlineTree(parseOutline(parseDraft(text)));
    expect(shape(tree)).toEqual([['一、甲', [['（一）乙', ['1.丙']], '（二）丁']], '二、戊']);
    expect(text.slice(tree[0]?.start, tree[0]?.end)).toBe('一、甲');
  });

  it('puts a list that the editor numbers under the heading above it', () => {
    const text = '一、甲\n学\n悟\n二、乙';
    const numbered = [
      { start: 4, end: 5, depth: 0, value: 1 },
      { start: 6, end: 7, depth: 0, value: 2 },
    ];
    const tree = outlineTree(parseOutline(parseDraft(text, true, numbered)));
    expect(shape(tree)).toEqual([['一、甲', ['1. 学', '2. 悟']], '二、乙']);
    expect(tree[0]?.children.map(({ start, end }) => text.slice(start, end))).toEqual(['学', '悟']);
  });
});

describe('words for numbers', () => {
  it('misses 其次 between 首先 and 再次', () => {
    expect(said('首先，要快。\n再次，要稳。')).toEqual(['warning 再次，']);
    expect(said('首先要快。再次，要稳。')).toEqual(['hint 再次，']);
    expect(said('首先要快。其次要稳。再次，要准。')).toEqual([]);
  });

  it('makes 二要 二是 where 一是 is clearly the rule, and not the other way', () => {
    expect(repaired('一是要快。二要稳。三是要准。')).toBe('一是要快。二是要稳。三是要准。');
    expect(repaired('一要快。二是人少。三要准。')).toBe('一要快。二是人少。三要准。');
    expect(repaired('一是要快。二要稳。')).toBe('一是要快。二要稳。');
  });

  it('only hints at levels inverted where it is no habit of the draft', () => {
    const habit = '一、甲\n1.乙\n（一）丙\n（二）丁\n2.戊\n（一）己\n（二）庚\n二、辛';
    expect(said(habit)).toEqual(['warning （一）']);
    expect(said('一、甲\n1.乙\n（一）丙\n（二）丁\n2.戊\n二、辛')).toEqual(['hint （一）']);
  });
});
