import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { numberingFaults } from '../../lib/draft/numbering-faults.ts';
import { formatNumeral, spellingOf } from '../../lib/draft/numeral-values.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { findWrongTwos } from '../../lib/draft/wrong-two.ts';
import { punctuation } from '../../lib/rules/punctuation.ts';
import { applied, judgeContext } from './numbering-context.ts';

const standard = (value: number) => formatNumeral(value);
const lines = (line: (value: number) => string, without?: number) =>
  Array.from({ length: 120 }, (_, at) => at + 1)
    .filter((value) => value !== without)
    .map((value) => line(value))
    .join('\n');

const outlineOf = (text: string) => parseOutline(parseDraft(text));
const faultsOf = (text: string) =>
  numberingFaults(outlineOf(text)).map(({ type, item }) => `${type} ${item.value}`);
const repaired = (text: string) => applied(text, planRepair(outlineOf(text)));

const forms: readonly (readonly [string, (value: number) => string])[] = [
  ['一百零五、', (value) => `${standard(value)}、抓好落实`],
  ['（一百零五）', (value) => `（${standard(value)}）抓好落实`],
  ['第一百零五条', (value) => `第${standard(value)}条　各单位应当抓好落实。`],
  ['第一百零五节', (value) => `第${standard(value)}节 总则`],
  ['第一百零五，', (value) => `第${standard(value)}，要抓好落实。`],
  ['105.', (value) => `${value}.抓好落实`],
  ['（105）', (value) => `（${value}）抓好落实`],
  ['第105条', (value) => `第${value}条 各单位应当抓好落实。`],
  ['一百〇五、', (value) => `${standard(value).replace('零', '〇')}、抓好落实`],
  ['一百○五、', (value) => `${standard(value).replace('零', '○')}、抓好落实`],
  ['一百十五、', (value) => `${standard(value).replace('百一十', '百十')}、抓好落实`],
];

describe.each(forms)('a list of 120 items numbered like %s', (_, line) => {
  it('is right as it is', () => {
    expect(faultsOf(lines(line))).toEqual([]);
  });

  it.each([99, 100, 105, 110, 112])('lacks item %i, and is repaired in its own spelling', (without) => {
    const text = lines(line, without);
    expect(faultsOf(text)).toEqual([`gap ${without + 1}`]);
    const numbers = repaired(text).split('\n');
    expect(numbers).toEqual(lines(line).split('\n').slice(0, 119));
  });
});

describe('references to items from 100 on', () => {
  it('follow a repair', () => {
    const article = (value: number) => `第${standard(value)}条　各单位应当抓好落实。`;
    const text = `${lines(article, 104)}\n按照前述第一百零六条执行。`;
    expect(repaired(text).split('\n').at(-1)).toBe('按照前述第一百零五条执行。');
  });
});

describe('the blank behind an article', () => {
  const spaces = (text: string) =>
    punctuation.check(judgeContext(text)).map(({ start, end }) => [start, end]);

  it.each([
    '第九十九条',
    '第一百条',
    '第一百零一条',
    '第一百〇一条',
    '第一百○九条',
    '第二百一十条',
    '第一千零五条',
    '第105条',
    '第１０５条',
    '第一百二十条之一',
    '第一百O二条',
    '第一百Ｏ三条',
    '第一百0四条',
  ])('is right behind %s', (number) => {
    for (const blank of [' ', '　'])
      expect(spaces(`${number}${blank}各单位应当按照职责分工，抓好工作落实。`)).toEqual([]);
  });

  it('is none of running text', () => {
    expect(spaces('按照第一百零一条规定各单位 应当按照职责分工，抓好工作落实。')).toHaveLength(1);
  });
});

describe('an excerpt of a law from article 101 on', () => {
  it('may write 二个月', () => {
    const law = [101, 102, 103].map((value) => `第${standard(value)}条　应当在二个月内办结。`).join('\n');
    expect(findWrongTwos(parseDraft(law))).toEqual([]);
    expect(findWrongTwos(parseDraft('应当在二个月内办结。'))).toHaveLength(1);
  });
});

describe('the spelling of a numeral', () => {
  it.each([
    ['一百零五', '一百零六 一百一十二'],
    ['一百〇五', '一百〇六 一百一十二'],
    ['一百十一', '一百零六 一百十二'],
    ['一百二十 二十', '一百零六 一百一十二'],
  ])('is taken from %s', (sample, wanted) => {
    const spelling = spellingOf(sample);
    expect([106, 112].map((value) => formatNumeral(value, spelling)).join(' ')).toBe(wanted);
  });
});

describe('other ways to write numbers from 100 on', () => {
  const short = (value: number) => standard(value).replace(/(?<=百)零/u, '');

  it('takes 一百一 to 一百九 for 101 to 109 before 一百一十', () => {
    const text = lines((value) => `${short(value)}、抓好落实`);
    expect(faultsOf(text)).toEqual([]);
    expect(faultsOf(lines((value) => `${short(value)}、抓好落实`, 104))).toEqual(['gap 105']);
  });

  it('takes 一百零十一 for 111', () => {
    expect(faultsOf(lines((value) => `${standard(value).replace('百一十', '百零十')}、抓好落实`))).toEqual(
      [],
    );
  });
});
