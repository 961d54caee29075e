import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { type NumberingStyle, planStyle } from '../../lib/draft/ordinal-style.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { numberingStyle } from '../../lib/rules/numbering-style.ts';
import { applied, judgeContext } from './numbering-context.ts';

const outlineOf = (text: string) => parseOutline(parseDraft(text));
const hints = (text: string, style?: NumberingStyle) =>
  numberingStyle.check({ ...judgeContext(text), ...(style === undefined ? {} : { numberingStyle: style }) });
const said = (text: string, style?: NumberingStyle) =>
  hints(text, style).map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);

describe('one form', () => {
  it.each([
    ['1. throughout', '一、甲\n1.乙\n2.丙'],
    ['第一， throughout', '第一，甲事快办。\n第二，乙事办好。'],
    ['第一： as a heading', '第一：甲事\n第二：乙事'],
    ['a list whose words begin with digits', '1、5G网络要建好\n2、5A景区要管好'],
    ['nothing', ''],
  ])('is silent on %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it('hints once at half-width brackets, and widens them all', () => {
    const text = '(一)甲\n(二)乙\n二、丙\n(一)丁\n(二)戊';
    const [found, ...others] = hints(text).filter(({ end, start }) => end - start === 3);
    expect(others).toEqual([]);
    expect(applied(text, found?.fixes[0]?.edits ?? [])).toBe(
      '（一）甲\n（二）乙\n二、丙\n（一）丁\n（二）戊',
    );
    expect(said('（一）甲\n（二）乙')).toEqual([]);
  });

  it('hints once a kind, and unifies the draft in one click', () => {
    const text = '1、甲\n2、乙\n第一、丙事快办。\n第二、丁事办好。';
    expect(said(text)).toEqual(['hint 1、', 'hint 第一、']);
    const [first] = hints(text);
    expect(first?.fixes).toHaveLength(1);
    expect(applied(text, first?.fixes[0]?.edits ?? [])).toBe(
      '1.甲\n2.乙\n第一、丙事快办。\n第二、丁事办好。',
    );
    expect(first?.fixes[0]?.style).toEqual({ arabic: '.' });
  });

  it('offers either form where the draft has both', () => {
    const text = '一、甲\n1、乙\n2、丙\n二、丁\n1.戊\n2.己';
    const [only] = hints(text);
    expect(only?.fixes.map(({ style, edits }) => [style?.arabic, applied(text, edits)])).toEqual([
      ['.', '一、甲\n1.乙\n2.丙\n二、丁\n1.戊\n2.己'],
      ['、', '一、甲\n1、乙\n2、丙\n二、丁\n1、戊\n2、己'],
    ]);
  });

  it('wants what the author chose', () => {
    expect(said('1、甲\n2、乙', { arabic: '、' })).toEqual([]);
    expect(said('1.甲\n2.乙', { arabic: '、' })).toEqual(['hint 1.']);
    const mixed = '1.甲\n2.乙\n3、丙';
    const chosen = { arabic: '、' } as const;
    expect(applied(mixed, planRepair(outlineOf(mixed)))).toBe('1.甲\n2.乙\n3.丙');
    expect(applied(mixed, planRepair(outlineOf(mixed), undefined, chosen))).toBe('1、甲\n2、乙\n3、丙');
    const context = {
      ...judgeContext('第一、甲事。\n第二、乙事。\n第三，丙事。'),
      numberingStyle: { ordinal: '，' } as const,
    };
    expect(headingNumbering.check(context).map(({ start }) => start)).toEqual([0, 7]);
  });

  it('is offered where marks are mixed in one list', () => {
    const text = '第一、甲事快办。\n第二，乙事办好。\n别的事：\n第一、丙事快办。\n第二、丁事办好。';
    const fix = headingNumbering.check(judgeContext(text))[0]?.fixes.find(({ style }) => style !== undefined);
    expect(fix).toMatchObject({ label: { zh: '全稿统一为“第一，”' }, style: { ordinal: '，' } });
    expect(applied(text, fix?.edits ?? [])).not.toContain('第一、');
  });

  it('is planned for the whole draft, once and for all', () => {
    const text = '1、甲\n２．乙\n3.丙\n第一、丁。第二、戊。';
    const style = { arabic: '、', ordinal: '，' } as const;
    const done = applied(text, planStyle(outlineOf(text), style));
    expect(done).toBe('1、甲\n２、乙\n3、丙\n第一，丁。第二，戊。');
    expect(planStyle(outlineOf(done), style)).toEqual([]);
    expect(planStyle(outlineOf(text), {})).toEqual([]);
  });
});

describe('the ends of headings', () => {
  const draft = (...stops: string[]) =>
    stops.map((stop, i) => `${'一二三四五六七'.charAt(i)}、抓好工作${stop}\n要结合实际抓好落实。`).join('\n');

  it.each([
    ['none', draft('', '', '', '')],
    ['all', draft('。', '。', '。', '。')],
    ['two of four', draft('', '。', '', '。')],
    ['run-in headings', '一、甲。要抓好。\n二、乙。要抓实。\n三、丙。\n四、丁。要抓细。\n五、戊。要抓常。'],
    ['a list of sentences', '（一）要快\n（二）要稳\n（三）要准\n（四）要实。\n（五）要细'],
  ])('are left alone: %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it('lose the one 。 that no other has', () => {
    const text = draft('', '。', '', '');
    const [only, ...others] = hints(text);
    expect(others).toEqual([]);
    expect(applied(text, only?.fixes[0]?.edits ?? [])).toBe(draft('', '', '', ''));
  });
});

describe('levels and chapters', () => {
  it('hints at a mark behind 第一章, once, with all its places', () => {
    const text = '第一章、总则\n第一条 甲。\n第二章、职责\n第二条 乙。';
    const [only, ...others] = hints(text);
    expect(others).toEqual([]);
    expect(applied(text, only?.fixes[0]?.edits ?? [])).toBe(
      '第一章　总则\n第一条 甲。\n第二章　职责\n第二条 乙。',
    );
    expect(said('第一部分：回顾\n甲。\n第二部分：安排\n乙。')).toEqual([]);
  });

  it('hints once at （1） right under 一、 as the habit of the draft', () => {
    expect(said('一、甲\n（1）乙\n（2）丙\n二、丁\n（1）戊\n（2）己')).toEqual(['hint （1）']);
    expect(said('一、甲\n（1）乙\n（2）丙\n二、丁')).toEqual([]);
  });
});
