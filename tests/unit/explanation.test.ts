import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../lib/checking/checker.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import costs from '../../lib/draft/series/costs.json' with { type: 'json' };
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { formatNumbering } from '../../scripts/numbering-report.ts';
import { applied, judgeContext } from './numbering-context.ts';

const explained = (text: string) => parseOutline(parseDraft(text)).explanations.best;
const repaired = (text: string) => applied(text, planRepair(parseOutline(parseDraft(text))));
const found = (text: string) =>
  headingNumbering.check(judgeContext(text)).map((finding) => inLanguage(finding, 'zh'));

const body = '要结合实际，抓好落实。\n三、四季度是关键期，大家都清楚。\n';

/** Headings with these ordinals, a paragraph or an address between them. */
function speech(...ordinals: readonly string[]): string {
  const words = ['抓学习', '抓整改', '抓落实', '抓督查', '抓问责', '抓长效'];
  const between = [body, '同志们！\n', body, '各位代表！我们要乘势而上。\n', body, body];
  return `同志们：\n${ordinals.map((one, at) => `${one}${words[at]}\n${between[at]}`).join('')}`;
}

describe('the cheapest explanation', () => {
  it.each([
    ['an item pasted in at the head', ['一、', '一、', '二、', '三、'], ['一、', '二、', '三、', '四、']],
    ['one cut out', ['一、', '三、', '四、'], ['一、', '二、', '三、']],
    [
      'one wrong number, not three',
      ['一、', '三、', '三、', '四、', '五、', '六、'],
      ['一、', '二、', '三、', '四、', '五、', '六、'],
    ],
    ['a wrong number, not a step back', ['一、', '四、', '三、'], ['一、', '二、', '三、']],
    ['two that changed places', ['一、', '三、', '二、', '四、'], ['一、', '二、', '三、', '四、']],
    ['a level mistaken', ['（一）', '（二）', '三、', '（四）'], ['（一）', '（二）', '（三）', '（四）']],
    ['another kind of ordinal', ['一是', '二是', '三、', '四是'], ['一是', '二是', '三是', '四是']],
    ['digits among numerals', ['一、', '2.', '三、'], ['一、', '二、', '三、']],
    ['a counter', ['第一句话，', '第三句话，', '第四句话，'], ['第一句话，', '第二句话，', '第三句话，']],
    ['a noun', ['任务一：', '任务二：', '任务二：'], ['任务一：', '任务二：', '任务三：']],
    ['a verb', ['一抓', '二抓', '四抓'], ['一抓', '二抓', '三抓']],
    ['letters', ['A.', 'C.', 'D.'], ['A.', 'B.', 'C.']],
  ])('is %s', (_, damaged, right) => {
    expect(repaired(speech(...damaged))).toBe(speech(...right));
    expect(found(speech(...damaged))).not.toEqual([]);
    expect(repaired(speech(...right))).toBe(speech(...right));
  });

  it('counts to hundreds', () => {
    const lines = (wrong: number) =>
      Array.from({ length: 103 }, (_, at) => `${at + 1 === 101 ? wrong : at + 1}.第${at}件事\n`).join('');
    expect(repaired(lines(110))).toBe(lines(101));
  });

  it('leaves what is right alone: the count, and the numbers of the level above', () => {
    const damaged =
      '下面讲三点意见：\n一、抓学习\n二、抓治理\n一是治水，河要清。二是治土，地要净。三是治气，天要蓝。四、治扬尘，路要洁。\n三、健全长效机制\n';
    expect(repaired(damaged)).toBe(damaged.replace('四、治', '四是治'));
    const lines = damaged.replaceAll('。', '。\n');
    expect(repaired(lines)).toBe(lines.replace('四、治', '四是治'));
  });

  it('begins 1. again under a new heading where its sisters do, and lets it count through where they do', () => {
    const lines = (...numbers: readonly number[]) =>
      numbers
        .map((one, at) => `${at % 2 === 0 ? `（${'一二三四'.charAt(at / 2)}）甲\n` : ''}${one}.乙\n`)
        .join('');
    expect(repaired(lines(1, 2, 1, 2, 3, 4, 1, 2))).toBe(lines(1, 2, 1, 2, 1, 2, 1, 2));
    expect(repaired(lines(1, 2, 3, 4, 5, 6, 7, 8))).toBe(lines(1, 2, 3, 4, 5, 6, 7, 8));
  });

  it('lets articles count through chapters, and finds the slip in them', () => {
    const law = (...numbers: readonly string[]) =>
      [
        '第一章 总则',
        ...numbers.slice(0, 2),
        '第二章 职责',
        ...numbers.slice(2, 4),
        '第三章 附则',
        ...numbers.slice(4),
      ]
        .map((line) => (line.includes('章') ? `${line}\n` : `${line} 各镇负责。\n`))
        .join('');
    const right = law('第一条', '第二条', '第三条', '第四条', '第五条', '第六条');
    expect(found(right)).toEqual([]);
    expect(repaired(law('第一条', '第二条', '第二条', '第四条', '第五条', '第六条'))).toBe(right);
  });

  it('takes a slip in numbers that count through headings for one slip', () => {
    const text = (slip: number) => `（一）甲\n1.子\n2.丑\n（二）乙\n3.寅\n4.卯\n（三）丙\n${slip}.辰\n6.巳\n`;
    expect(repaired(text(4))).toBe(text(5));
  });

  it('knows the order of words', () => {
    expect(repaired('首先，要快。其次，要稳。其次，要准。')).toBe('首先，要快。其次，要稳。再次，要准。');
    expect(found('首先，要快。其次，要稳。再次，要准。最后，要实。')).toEqual([]);
    expect(found('首先，要快。最后，要实。其次，要稳。')).toHaveLength(1);
  });

  it('offers both ways where two explanations are about as likely, as a warning', () => {
    const text = '一、甲\n二、乙\n（一）子\n（二）丑\n三、寅\n三、丙\n（一）卯\n（二）辰\n';
    const [finding, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(finding?.level).toBe('warning');
    expect(finding?.fixes.map(({ label, edits }) => [label, applied(text, edits)])).toEqual([
      ['改正本组序号', text.replace('三、丙', '四、丙')],
      ['另一种改法', text.replace('三、寅', '（三）寅')],
    ]);
  });
});

describe('what is said of it', () => {
  it('is its cost, each fault with its own, and the next best', () => {
    const told = formatNumbering('一、甲\n三、乙\n三、丙\n四、丁\n');
    expect(told).toMatch(/^序号　4 处　代价 \d+　次优代价 \d+\n {2}2　“三、”　只此一处误写　\+10\n次优\n/u);
    expect(formatNumbering('今天讲一讲。')).toBe('');
  });

  it('costs no more than its series where nothing is wrong', () => {
    const { cost, items } = explained('一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯\n');
    expect(cost).toBe(3 * costs.series);
    expect(items.every(({ fault }) => fault === null)).toBe(true);
  });
});
