import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { type OutlineNode, outlineTree } from '../../lib/draft/outline-tree.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import type { NumberedItem } from '../../lib/draft/types.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { judgeContext } from './numbering-context.ts';

const body = '我们要抓好落实，推动各项工作取得新成效。';

/** A draft whose lines may begin with a computed number in square brackets: [二、]突出重点. */
function draftOf(lines: readonly string[]) {
  const numbered: NumberedItem[] = [];
  let text = '';
  for (const line of lines) {
    const [, label, words = line] = /^\[(.*?)\](.*)$/u.exec(line) ?? [];
    const start = text.length;
    text += `${words}\n`;
    if (label !== undefined)
      numbered.push({ start, end: start + words.length, depth: 0, value: shownValue(label), label });
  }
  return parseDraft(text.slice(0, -1), true, numbered);
}

const shownValue = (label: string) =>
  '〇一二三四五六七八九'.indexOf(/[一二三四五六七八九]/u.exec(label)?.[0] ?? '') ||
  Number(/\d/u.exec(label)?.[0] ?? 1);

const contextOf = (lines: readonly string[]) => {
  const draft = draftOf(lines);
  return { ...judgeContext(draft.text), draft };
};
const said = (lines: readonly string[]) => {
  const context = contextOf(lines);
  return headingNumbering
    .check(context)
    .map(({ level, start, end }) => `${level} ${context.draft.text.slice(start, end)}`);
};
const planned = (lines: readonly string[]) =>
  planRepair(parseOutline(draftOf(lines))).map(({ old, text }) => `${old}→${text}`);

describe('a draft with computed numbers that is right', () => {
  it.each<[string, string[]]>([
    ['one among typed ones', ['一、提高认识', body, '[二、]突出重点', body, '三、加强领导', body]],
    ['typed ones among them', ['[一、]提高认识', body, '二、突出重点', body, '[三、]加强领导', body]],
    [
      'one level down',
      ['一、总体', '（一）提高认识', body, '[（二）]突出重点', body, '（三）加强领导', body],
    ],
    ['all computed', ['[一、]提高认识', body, '[二、]突出重点', body, '[三、]加强领导', body]],
    ['over typed ones', ['[一、]甲事', '（一）提高', '（二）突出', '[二、]乙事', '（一）加强', '（二）落实']],
    [
      'under typed ones',
      ['一、甲事', '[（一）]提高', '[（二）]突出', '二、乙事', '[（一）]加强', '[（二）]落实'],
    ],
    ['in digits', ['1. 提高认识', body, '[2. ]突出重点', body, '3. 加强领导', body]],
    ['as chapters', ['第一章 总则', body, '[第二章 ]职责', body, '第三章 附则', body]],
    ['in circles', ['①提高认识', body, '[②]突出重点', body, '③加强领导', body]],
    ['several lists of one kind', ['甲类', '[1. ]提高', '[2. ]突出', '乙类', '[1. ]加强', '[2. ]落实', body]],
    ['lists that are no ordinals of drafts', ['[1.1 ]提高', '[1.2 ]突出', '[1.4 ]加强', body]],
    ['one before an empty line', ['一、提高', body, '[二、]', '三、加强', body]],
    ['a list that computed numbers leave and take up', ['[一、]提高', body, '[一、]突出', body]],
  ])('%s: nothing is said or changed', (_name, lines) => {
    expect(said(lines)).toEqual([]);
    expect(planned(lines)).toEqual([]);
  });
});

describe('a draft with computed numbers that is wrong', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a typed repeat', ['[一、]提高', body, '[二、]突出', body, '二、加强', body], ['error 二、'], ['二→三']],
    ['a typed gap', ['[一、]提高', body, '[二、]突出', body, '四、加强', body], ['error 四、'], ['四→三']],
    [
      'a typed gap before them',
      ['一、提高', body, '[二、]突出', body, '[三、]加强', body, '五、落实', body],
      ['error 五、'],
      ['五→四'],
    ],
    [
      'one level down',
      ['一、总体', '[（一）]提高', body, '[（二）]突出', body, '（二）加强', body, '二、其他', body],
      ['error （二）'],
      ['二→三'],
    ],
    [
      'typed in half-width brackets',
      ['[（一）]提高', body, '(二）突出', body, '[（三）]加强', body],
      ['error (二）'],
      ['(→（'],
    ],
  ])('%s is said, and repaired where it is typed', (_name, lines, expected, changes) => {
    expect(said(lines)).toEqual(expected);
    expect(planned(lines)).toEqual(changes);
    // As if all were typed.
    expect(said(lines.map((line) => line.replace(/^\[(.*?)\]/u, '$1')))).toEqual(expected);
  });

  it.each<[string, string[], string]>([
    ['that repeats', ['一、提高认识', body, '[一、]突出重点', body, '三、加强领导', body], '突出重点'],
    ['that leaves one out', ['一、提高认识', body, '[三、]突出重点', body, '四、加强领导', body], '突出重点'],
    [
      'one level down',
      ['一、总体', '（一）提高认识', body, '[（一）]突出重点', body, '（三）加强领导', body],
      '突出重点',
    ],
  ])('a computed number %s is said at its words, and nothing is changed', (_name, lines, words) => {
    const context = contextOf(lines);
    const [finding, ...others] = headingNumbering.check(context);
    expect(others).toEqual([]);
    expect(context.draft.text.slice(finding?.start, finding?.end)).toBe(words);
    expect(finding?.fixes).toEqual([]);
    expect(finding?.message.zh).toMatch(/“.+”由 Word 自动编号，请在 Word 中调整。$/u);
    expect(finding?.message.en).toMatch(/“.+” is numbered by Word: please change it there\.$/u);
    expect(planned(lines)).toEqual([]);
  });

  it('the announced number is no repair of it', () => {
    const lines = ['我讲四点意见：', '一、提高认识', body, '[一、]突出重点', body, '三、加强领导', body];
    const [finding] = headingNumbering.check(contextOf(lines));
    expect(finding?.fixes).toEqual([]);
    expect(planned(lines)).toEqual(['四→三']);
  });

  it('a fault of typed numbers is not half repaired where a computed one is wrong as well', () => {
    const lines = ['一、提高', body, '[三、]突出', body, '三、加强', body, '六、落实', body];
    const found = headingNumbering.check(contextOf(lines));
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
    expect(planned(lines)).toEqual([]);
  });
});

describe('a number that is typed and computed', () => {
  it('is hinted at, with the typed one to be deleted', () => {
    const lines = ['[一、]一、提高认识', body, '[二、]二、 加强领导', body];
    const context = contextOf(lines);
    const found = headingNumbering.check(context);
    expect(said(lines)).toEqual(['hint 一、', 'hint 二、']);
    expect(
      found.map(({ fixes }) =>
        fixes[0]?.edits.map(({ start, end, text }) => [context.draft.text.slice(start, end), text]),
      ),
    ).toEqual([[['一、', '']], [['二、 ', '']]]);
    expect(planned(lines)).toEqual([]);
  });

  it('of another kind is none: a chapter that begins with 一、', () => {
    expect(said(['[第一章 ]一、总则', body, '[第二章 ]二、职责', body])).toEqual([]);
    expect(said(['[1. ]2024年工作', body, '[2. ]2025年安排', body])).toEqual([]);
    expect(said(['[一、]一是提高认识。', body])).toEqual([]);
  });
});

describe('lists with computed numbers', () => {
  it('are counted for the number that announces them', () => {
    const lines = [
      '下面，我讲三点意见：',
      '[一、]提高认识',
      '[二、]突出重点',
      '[三、]加强领导',
      '[四、]抓好落实',
    ];
    expect(announcedCount.check(contextOf(lines)).map(({ fixes }) => fixes[0]?.edits)).toEqual([
      [{ start: 5, end: 6, text: '四' }],
    ]);
    expect(announcedCount.check(contextOf(lines.slice(0, 4)))).toEqual([]);
    expect(
      announcedCount.check(
        contextOf(['下面，我讲三点意见：', '[一、]提高认识', '二、突出重点', '[三、]加强领导']),
      ),
    ).toEqual([]);
  });

  it('stand in the outline as they are shown', () => {
    const shape = (nodes: readonly OutlineNode[]): unknown =>
      nodes.map(({ title, children }) => (children.length === 0 ? title : [title, shape(children)]));
    const draft = draftOf(['[一、]甲事', '（一）提高', '[（二）]突出', '二、乙事', '[1.1 ]细目']);
    const tree = outlineTree(parseOutline(draft));
    expect(shape(tree)).toEqual([
      ['一、甲事', ['（一）提高', '（二）突出']],
      ['二、乙事', ['1.1 细目']],
    ]);
    expect(draft.text.slice(tree[0]?.start, tree[0]?.end)).toBe('甲事');
    expect(draft.text.slice(tree[1]?.children[0]?.start, tree[1]?.children[0]?.end)).toBe('细目');
  });

  it('make the section that a heading begins', () => {
    const draft = draftOf(['[一、]2025年工作回顾', body, '[二、]明年工作安排', body]);
    expect(draft.paragraphs.map(({ section }) => section)).toEqual(['review', 'review', 'plan', 'plan']);
  });
});
