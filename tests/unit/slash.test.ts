import { describe, expect, it } from 'vitest';
import { slotsIn } from '../../lib/draft/slots.ts';
import { slashQuery } from '../../lib/fields/slash.ts';

/** The query before the caret, which | marks. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  return slashQuery(marked.replace('|', ''), caret);
};

describe('two slashes before the caret', () => {
  it.each([
    ['//sgys|', 0, 'sgys'],
    ['要坚持//四个意识|。', 3, '四个意识'],
    ['同志们：\n//xczx|', 5, 'xczx'],
    ['一是 //fz|', 3, 'fz'],
    ['（//kt|）', 1, 'kt'],
    ['用 `代码` 之后//sgys|', 9, 'sgys'],
    ['```\nx\n```\n要//sgys|', 11, 'sgys'],
    ['要//|', 1, ''],
  ])('begin a query in %s', (marked, start, query) => {
    expect(at(marked)).toEqual({ start, query });
  });

  it.each([
    'https://gov|',
    'HTTP://|',
    '网址：//sgys|',
    'file:///etc|',
    '12//34|',
    '12//sgys|',
    '第3//fz|',
    'a//b|',
    'www.x.cn//sgys|',
    '///sgys|',
    '要/sgys|',
    '要//sg ys|',
    '要//sgys.|',
    '要//2026|',
    '要//a/b|',
    '要//四个意识和四个自信以及其他很长很长的一段文字|',
    '要\n//|sgys\n'.replace('//|sgys', '// |sgys'),
    '```js\n//sgys|',
    '~~~\nlet a\n//sgys|',
    '写作 `a //sgys|',
    '//sgys\n|',
  ])('do not in %s', (marked) => {
    expect(at(marked)).toBeNull();
  });
});

describe('the slots of a pattern', () => {
  it('are its runs of low lines', () => {
    expect(slotsIn('以____的____，__。')).toEqual([
      { start: 1, end: 5 },
      { start: 6, end: 10 },
      { start: 11, end: 13 },
    ]);
  });

  it('are none in a single low line', () => {
    expect(slotsIn('a_b，没有要填的')).toEqual([]);
  });
});
