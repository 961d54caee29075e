import { describe, expect, it } from 'vitest';
import { resolveAsOf } from '../../lib/draft/date.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { writtenFor } from '../../lib/draft/written-for.ts';

const dateOf = (text: string) => writtenFor(parseDraft(text))?.day ?? null;

describe('the draft’s own date', () => {
  it('is not taken from years of history, laws or meetings in the running text', () => {
    expect(dateOf('同志们：\n2012年，党的十八大胜利召开。2018年3月，机构改革启动。')).toBeNull();
    expect(dateOf('同志们：\n要认真落实2021年修正的安全生产法。')).toBeNull();
    expect(dateOf('“十四五”规划（2021—2025年）实施情况的报告\n正文')).toBeNull();
  });
  it('is read from a date line below the title', () => {
    expect(dateOf('在全县干部大会上的讲话\n（2023年12月20日）\n同志们：')).toBe('2023-12-20');
    expect(dateOf('在全县干部大会上的讲话\n二〇二四年十二月三十一日\n同志们：')).toBe('2024-12-31');
    expect(dateOf('讲话\n（2022年1月）\n同志们：')).toBe('2022-01-01');
  });
  it('is read from a signature at the end', () => {
    expect(dateOf(`${'正文。\n'.repeat(20)}县委办公室\n2025年6月3日\n`)).toBe('2025-06-03');
  });
  it('does not take a day that is none', () => {
    expect(dateOf('讲话\n（2023年2月30日）\n同志们：')).toBeNull();
  });
  it('is read from a year in the title', () => {
    expect(dateOf('在2024年全市经济工作会议上的讲话\n同志们：')).toBe('2024-01-31');
  });
  it.each([
    ['关于2025年工作情况和2026年工作安排的报告', '2026-01-31'],
    ['2025年工作总结及2026年工作计划', '2026-01-31'],
    ['在2024年度总结表彰暨2025年工作动员大会上的讲话', '2025-01-31'],
    ['2025年度党建工作总结', '2025-12-31'],
    ['在2025年度总结表彰大会上的讲话', '2025-12-31'],
    ['二〇二五年述职述廉报告', '2025-12-31'],
    ['在全市2025年上半年经济形势分析会上的讲话', '2025-07-31'],
    ['2025年上半年工作总结暨下半年工作部署会讲话', '2025-07-31'],
  ])('is read from what a title says of its years: %s', (title, date) => {
    expect(dateOf(`${title}\n同志们：`)).toBe(date);
  });
  it('takes the first of two years of a title where the second does not follow it', () => {
    expect(dateOf('在2024年安全生产工作会议上的讲话（学习2021年法律修正案）\n同志们：')).toBe('2024-01-31');
  });
  it('takes the planned year of 总结…部署…', () => {
    expect(dateOf('同志们：\n今天会议的任务是总结2021年工作，部署2022年任务。')).toBe('2022-01-31');
  });
  it.each([
    '同志们：\n2020年是决胜全面建成小康社会的收官之年，我们如期打赢了脱贫攻坚战。今天，要做好全年工作。',
    '同志们：\n回顾历程，刚刚过去的2020年是“十三五”收官之年，我们至今难忘。',
    '同志们：\n2021年是“十四五”开局之年，2022年我们又上新台阶。要做好2021年以来各项任务的总结。',
    '同志们：\n今年是“十四五”收官之年，要善始善终抓好各项任务。',
    '同志们：\n今年是“十三五”收官之年，做好2026年工作意义重大。',
    '同志们：\n明年是“十五五”开局之年，要提前谋划。',
    '同志们：\n习近平总书记指出，刚刚过去的2025年是“十四五”收官之年。',
    '同志们：\n2021年修正的安全生产法是安全生产的基本遵循，2021年是法治建设的关键之年。',
    '同志们：\n刚刚过去的2024年是攻坚之年，即将过去的2026年是“十五五”开局之年。',
    '同志们：\n2023年是全面贯彻党的二十大精神的开局之年，一年来我们取得了新成绩。',
  ])('is not taken from a year that may be history, or left over: %s', (text) => {
    expect(dateOf(text)).toBeNull();
  });
  it.each([
    ['同志们：\n刚刚过去的2025年是“十四五”规划收官之年，我们办成了许多大事。', '2026-01-31'],
    ['同志们：\n即将过去的2025年是“十四五”收官之年。', '2025-12-31'],
    ['同志们：\n明年（2026年）是“十五五”开局之年，要早谋划、早安排。', '2025-12-31'],
    ['同志们：\n今年（2025年）是“十四五”规划的收官之年。', '2025-01-31'],
    ['同志们：\n2023年是全面贯彻党的二十大精神的开局之年，做好今年工作意义重大。', '2023-01-31'],
    [
      '同志们：\n2023年是全面贯彻党的二十大精神的开局之年。\n下面，就做好2023年工作讲三点意见。',
      '2023-01-31',
    ],
    ['同志们：\n今年是“十四五”收官之年，做好2025年各项工作至关重要。', '2025-01-31'],
    ['同志们：\n明年是“十五五”开局之年，要系统谋划2026年工作。', '2025-12-31'],
    ['同志们：\n刚刚过去的2025年是“十四五”收官之年。\n今年（2026年）是“十五五”开局之年。', '2026-01-31'],
  ])('is read from what a year is said to be: %s', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });
  it('lets a date line and a title go before what the text says of years', () => {
    expect(dateOf('讲话\n（2024年3月1日）\n同志们：\n刚刚过去的2025年是“十四五”收官之年。')).toBe(
      '2024-03-01',
    );
  });
  it('shows the words that told the year', () => {
    const text = '同志们：\n刚刚过去的2025年是“十四五”收官之年，成绩来之不易。';
    expect(writtenFor(parseDraft(text))?.evidence[0]?.text).toBe('刚刚过去的2025年是“十四五”收官之年');
  });
  it('gives way to the author’s choice and falls back to today', () => {
    const draft = parseDraft('讲话\n（2023年12月20日）');
    expect(resolveAsOf(draft, '2020-01-01', '2026-11-20')).toMatchObject({
      date: '2020-01-01',
      from: 'option',
    });
    expect(resolveAsOf(draft, undefined, '2026-11-20')).toMatchObject({ date: '2023-12-20', from: 'draft' });
    expect(resolveAsOf(parseDraft('同志们'), undefined, '2026-11-20')).toEqual({
      date: '2026-11-20',
      from: 'today',
      old: false,
    });
  });
  it('names its evidence with offsets of the text', () => {
    const text = '在全县干部大会上的讲话\n　（2023年12月20日）\n';
    const evidence = writtenFor(parseDraft(text))?.evidence[0];
    expect(evidence && text.slice(evidence.start, evidence.end)).toBe('（2023年12月20日）');
  });
});
