import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { language } from '../../components/say.ts';
import {
  answerNames,
  dayOf,
  judgedOnInWords,
  questionIn,
  questionOfCheck,
} from '../../entrypoints/surface/question.ts';
import { chosenDay } from '../../lib/draft/chosen-day.ts';
import { resolveAsOf } from '../../lib/draft/date.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import type { Finding } from '../../lib/rules/types.ts';

const asOf = resolveAsOf(parseDraft('讲话\n（2022年2月16日）\n同志们：', true), undefined, '2026-11-29');
const question: Finding = {
  rule: 'draft-date',
  level: 'warning',
  start: 4,
  end: 14,
  message: '改作今年的稿子？',
  fixes: [],
  asks: 'judged-on',
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 29, 9) });
});
afterEach(() => {
  vi.useRealTimers();
  language.value = 'zh';
});

describe('the question of an old draft', () => {
  it('is the finding that asks, and goes on with what today would bring once that is counted', () => {
    const { asks: _, ...other } = question;
    expect(questionIn([other])).toBeUndefined();
    expect(questionOfCheck({ findings: [other] })).toBeNull();
    expect(questionOfCheck(null)).toBeNull();
    expect(questionOfCheck({ findings: [other, question] })).toBe('改作今年的稿子？');
    expect(questionOfCheck({ findings: [question], onToday: 34 })).toBe(
      '改作今年的稿子？按今天核对另有34处提示。',
    );
    language.value = 'en';
    const english = { ...question, message: 'Reuse it this year?' };
    expect(questionOfCheck({ findings: [english], onToday: 1 })).toBe(
      'Reuse it this year? As of today there is one more finding.',
    );
  });

  it('has its answers in both languages', () => {
    expect(answerNames).toMatchObject({ today: '按今天核对', ownDay: '就按当时' });
    expect(judgedOnInWords('2026-11-29')).toBe('现按2026年11月29日核对。');
    language.value = 'en';
    expect(answerNames).toMatchObject({ today: 'Check as of today', ownDay: 'Check as of then' });
    expect(judgedOnInWords('2026-11-29')).toBe('Now checked as of 2026-11-29.');
  });

  it('is answered by today, with the day of old, or by the day of old itself', () => {
    expect(dayOf('today', asOf)).toEqual({ date: '2026-11-29', oldDay: '2022-02-16' });
    expect(dayOf('ownDay', asOf)).toEqual({ date: '2022-02-16' });
  });

  it('is answered by any other day, too', () => {
    expect(chosenDay(asOf, '2026-12-05')).toEqual({ date: '2026-12-05', oldDay: '2022-02-16' });
    expect(chosenDay(asOf, '2022-04-01')).toEqual({ date: '2022-04-01' });
    expect(chosenDay({}, '2026-12-05')).toEqual({ date: '2026-12-05' });
  });
});
