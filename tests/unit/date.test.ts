import { describe, expect, it } from 'vitest';
import { findDraftDate, resolveAsOf } from '../../lib/draft/date.ts';
import { parseDraft } from '../../lib/draft/draft.ts';

const dateOf = (text: string) => findDraftDate(parseDraft(text))?.date ?? null;

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
  it('takes the planned year of 总结…部署…', () => {
    expect(dateOf('同志们：\n今天会议的任务是总结2021年工作，部署2022年任务。')).toBe('2022-01-31');
  });
  it('gives way to the author’s choice and falls back to today', () => {
    const draft = parseDraft('讲话\n（2023年12月20日）');
    expect(resolveAsOf(draft, '2020-01-01', '2026-11-20')).toEqual({ date: '2020-01-01', from: 'option' });
    expect(resolveAsOf(draft, undefined, '2026-11-20')).toMatchObject({ date: '2023-12-20', from: 'draft' });
    expect(resolveAsOf(parseDraft('同志们'), undefined, '2026-11-20')).toEqual({
      date: '2026-11-20',
      from: 'today',
    });
  });
  it('names its evidence with offsets of the text', () => {
    const text = '在全县干部大会上的讲话\n　（2023年12月20日）\n';
    const evidence = findDraftDate(parseDraft(text))?.evidence;
    expect(evidence && text.slice(evidence.start, evidence.end)).toBe('（2023年12月20日）');
  });
});
