import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBefore } from '../../lib/common/lower-bound.ts';
import { dayInWords, distanceInWords, writtenForInWords } from '../../lib/draft/date-words.ts';
import { addMonths, commonDays, isoDay, lastOfMonth, yearOf } from '../../lib/draft/dates.ts';
import { clauseAround, parseDraft, sentenceAround } from '../../lib/draft/draft.ts';
import { enclosure, isContentsTitle, quotedParagraphs, titleOf } from '../../lib/draft/line-roles.ts';
import {
  formatArabic,
  formatCircled,
  formatCount,
  formatLetter,
  formatNumeral,
  formatRoman,
  parseArabic,
  parseCircled,
  parseLetter,
  parseNumber,
  parseNumeral,
  parseRoman,
} from '../../lib/draft/numeral-values.ts';
import { apart, Covered, overlaps } from '../../lib/draft/overlaps.ts';
import { paragraphAt } from '../../lib/draft/paragraphs.ts';
import { findWrongTwos } from '../../lib/draft/wrong-two.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

describe('numbers in characters', () => {
  it('are read as they are written, from 1 to 999', () => {
    for (const value of upTo(999))
      expect(parseNumeral(formatNumeral(value)), formatNumeral(value)).toBe(value);
    for (const value of [0, -1, 1.5, 1000, Number.NaN])
      expect(() => formatNumeral(value)).toThrow(RangeError);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [999, '九百九十九'],
  ])('write %i as %s', (value, text) => {
    expect(formatNumeral(value)).toBe(text);
  });

  it.each([
    ['两', 2],
    ['廿', 20],
    ['廿一', 21],
    ['卅', 30],
    ['卅九', 39],
    ['二〇', 20],
    ['三零', 30],
    ['九○', 90],
    ['一百十', 110],
    ['一百十二', 112],
    ['二百〇五', 205],
    ['二百○九', 209],
  ])('are read in other forms, too: %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
    expect(parseNumber(text)).toBe(value);
  });

  it.each(
    '|〇|零|〇百|百|十百|一二|三四|一百五|一百零|一百零十|一百零一二|一百二十零|二十一二|十一二|廿十|廿一二|两百|一百二|零五|一〇〇|十〇|甲|一百一十一一|百一|二一十'.split(
      '|',
    ),
  )('are none: %s', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it('write two of something as 两', () => {
    expect([1, 2, 3, 12].map(formatCount)).toEqual(['一', '两', '三', '十二']);
  });
});

describe('other numbers', () => {
  it('in digits are read in both widths, from 1 to 999', () => {
    for (const value of [1, 9, 10, 999]) {
      expect(parseArabic(String(value))).toBe(value);
      expect(parseArabic(formatArabic(value, '１'))).toBe(value);
    }
    expect(formatArabic(12, '３')).toBe('１２');
    expect(formatArabic(12, '3')).toBe('12');
    for (const text of ['', '0', '01', '1000', '1a', '一']) expect(parseArabic(text)).toBeNull();
  });

  it('in circles go from 1 to 50', () => {
    for (const value of upTo(50)) expect(parseCircled(formatCircled(value) ?? '')).toBe(value);
    expect([1, 20, 21, 35, 36, 50].map(formatCircled).join('')).toBe('①⑳㉑㉟㊱㊿');
    for (const value of [0, 51, 1.5]) expect(formatCircled(value)).toBeNull();
    // Their neighbours among the characters.
    for (const char of '⑴\u245f㉐㉠㊰㋀一') expect(parseCircled(char), char).toBeNull();
  });

  it('of Rome go from 1 to 12, in one character or in letters', () => {
    for (const value of upTo(12)) {
      expect(parseRoman(formatRoman(value, 'Ⅰ') ?? '')).toBe(value);
      expect(parseRoman(formatRoman(value, 'I') ?? '')).toBe(value);
    }
    expect([1, 4, 9, 12].map((value) => formatRoman(value, 'X'))).toEqual(['I', 'IV', 'IX', 'XII']);
    expect([1, 4, 12].map((value) => formatRoman(value, 'Ⅱ')).join('')).toBe('ⅠⅣⅫ');
    for (const value of [0, 13]) expect(formatRoman(value, 'I')).toBeNull();
    for (const text of ['', 'IIII', 'ⅠⅠ', '\u215f', 'Ⅽ', 'ⅰ']) expect(parseRoman(text), text).toBeNull();
  });

  it('in letters go from A to Z, in both widths', () => {
    for (const value of upTo(26)) {
      expect(parseLetter(formatLetter(value, 'A') ?? '')).toBe(value);
      expect(parseLetter(formatLetter(value, 'Ａ') ?? '')).toBe(value);
    }
    expect(formatLetter(26, 'B')).toBe('Z');
    expect(formatLetter(1, 'Ｂ')).toBe('Ａ');
    for (const value of [0, 27, 1.5]) expect(formatLetter(value, 'A')).toBeNull();
    for (const text of ['', '@', '[', 'a', '＠', '［', 'AB']) expect(parseLetter(text), text).toBeNull();
  });
});

describe('days', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, null],
    [2024, 12, 31, '2024-12-31'],
    [2024, 0, 1, null],
    [2024, 13, 1, null],
    [2024, 4, 31, null],
    [2024, 1, 0, null],
  ])('exist or not: %i-%i-%i', (year, month, day, iso) => {
    expect(isoDay(year, month, day)).toBe(iso);
  });

  it('end their months', () => {
    expect(['2024-02-01', '2023-02-28', '2024-04-30', '2024-12-05'].map(lastOfMonth)).toEqual([
      '2024-02-29',
      '2023-02-28',
      '2024-04-30',
      '2024-12-31',
    ]);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-11-15', 1, '2024-12-15'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-03-31', -13, '2023-02-28'],
    ['2024-03-09', 24, '2026-03-09'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-09', 0, '2024-03-09'],
  ])('%s and %i months make %s', (date, months, other) => {
    expect(addMonths(date, months)).toBe(other);
  });

  it('are common to two spans where these meet', () => {
    const span = (from: string, to: string) => ({ from, to });
    const year = span('2024-01-01', '2024-12-31');
    expect(commonDays(year, span('2024-12-31', '2025-03-31'))).toEqual(span('2024-12-31', '2024-12-31'));
    expect(commonDays(span('2024-02-01', '2024-03-01'), year)).toEqual(span('2024-02-01', '2024-03-01'));
    expect(commonDays(year, span('2025-01-01', '2025-03-31'))).toBeNull();
  });

  it('have years in digits and characters', () => {
    for (const text of ['2024', '２０２４', '二〇二四', '二零二四', '二○二四', '2O24'])
      expect(yearOf(text), text).toBe(2024);
    expect(yearOf('一九七八')).toBe(1978);
    for (const text of ['202', '20245', '二千', '']) expect(yearOf(text), text).toBeNaN();
  });

  it('are put in words', () => {
    expect(dayInWords('2022-02-06')).toEqual({ zh: '2022年2月6日', en: '2022-02-06' });
    const words = (from: string, to: string, precision: 'day' | 'month' | 'half-year' | 'year') =>
      Object.values(writtenForInWords({ from, to, precision }));
    expect(words('2022-02-06', '2022-02-06', 'day')).toEqual(['2022年2月6日', '2022-02-06']);
    expect(words('2022-02-01', '2022-02-28', 'month')).toEqual(['2022年2月', '2022-02']);
    expect(words('2022-01-01', '2022-12-31', 'year')).toEqual(['2022年', '2022']);
    expect(words('2022-01-01', '2023-03-31', 'year')).toEqual(['2022年1月至2023年3月', '2022-01 to 2023-03']);
    expect(words('2022-06-01', '2022-09-30', 'half-year')).toEqual(['2022年6月至9月', '2022-06 to 2022-09']);
    expect(words('2022-11-01', '2023-03-31', 'half-year')).toEqual([
      '2022年11月至2023年3月',
      '2022-11 to 2023-03',
    ]);
  });

  it.each([
    ['2022-02-16', 'day', '2026-11-29', '4年9个月', '4 years 9 months'],
    ['2025-10-29', 'day', '2026-11-29', '1年1个月', '1 year 1 month'],
    ['2025-10-30', 'day', '2026-11-29', '1年', '1 year'],
    ['2026-10-29', 'day', '2026-11-29', '1个月', '1 month'],
    ['2026-10-30', 'month', '2026-11-29', '不到1个月', 'less than a month'],
    ['2024-01-31', 'year', '2026-11-29', '约2年', 'about 2 years'],
    ['2025-01-31', 'half-year', '2026-11-29', '约1年', 'about 1 year'],
    ['2026-01-31', 'year', '2026-11-29', '约9个月', 'about 9 months'],
    ['2025-12-31', 'half-year', '2026-11-29', '约10个月', 'about 10 months'],
  ] as const)('lie back: %s (%s) on %s', (day, precision, today, zh, en) => {
    expect(distanceInWords({ day, precision }, today)).toEqual({ zh, en });
  });
});

const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({
  start,
  end: start + length,
}));

describe('spans', () => {
  it('overlap where they share a character', () => {
    const one = { start: 3, end: 6 };
    expect([0, 1, 2, 3, 5, 6, 7].map((start) => overlaps(one, { start, end: start + 2 }))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('that are apart from others are the same however many there are', () => {
    const naive = (those: readonly { start: number; end: number }[], taken: typeof those) =>
      those.filter((one) => taken.every((other) => other.end <= one.start || one.end <= other.start));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 60 }), fc.array(span, { maxLength: 60 }), (those, taken) => {
        expect(apart(those, taken, 70)).toEqual(naive(those, taken));
        const covered = new Covered(70, taken);
        for (const one of those) {
          expect(covered.touches(one)).toBe(taken.some((other) => overlaps(one, other)));
          const inside = upTo(one.end - one.start).every((step) =>
            taken.some(({ start, end }) => start < one.start + step && one.start + step <= end),
          );
          expect(covered.holds(one)).toBe(inside);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('are counted before an offset', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(22), (places, offset) => {
        const sorted = [...places].sort((a, b) => a - b);
        expect(countBefore(sorted, offset, (place) => place)).toBe(
          sorted.filter((one) => one < offset).length,
        );
      }),
      { seed: 7 },
    );
  });
});

describe('places of a draft', () => {
  const draft = parseDraft('同志们：\n\n要抓好落实。\r\n谢谢');

  it('lie in the paragraph whose line they stand in, the break included', () => {
    const lines = [...draft.text].map((_, offset) => draft.text.slice(0, offset).split('\n').length - 1);
    expect(lines.map((_, offset) => paragraphAt(draft, offset))).toEqual(lines);
    expect(paragraphAt(draft, draft.text.length)).toBe(3);
  });

  it('are in a sentence and a clause', () => {
    const text = '好。要抓紧，要抓实；大家！';
    const at = text.indexOf('实');
    const inWords = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(inWords(sentenceAround(text, at, at + 1))).toBe('要抓紧，要抓实');
    expect(inWords(clauseAround(text, at, at + 1))).toBe('要抓实');
    expect(inWords(sentenceAround(text, 0, 1))).toBe('好');
    expect(inWords(clauseAround(text, text.length - 2, text.length - 1))).toBe('大家');
    for (const stop of '。！？；!?;\n')
      expect(sentenceAround(`甲${stop}乙`, 2, 3), stop).toEqual({ start: 2, end: 3 });
    for (const stop of '，,：:—')
      expect(clauseAround(`甲${stop}乙`, 2, 3), stop).toEqual({ start: 2, end: 3 });
    for (const stop of '，,：:—、')
      expect(sentenceAround(`甲${stop}乙`, 2, 3), stop).toEqual({ start: 0, end: 3 });
  });

  it('have sentences of 400 units each way', () => {
    const text = '很'.repeat(1000);
    expect(sentenceAround(text, 500, 502)).toEqual({ start: 100, end: 902 });
    expect(sentenceAround(text, 300, 302)).toEqual({ start: 0, end: 702 });
  });

  it('are in brackets or marks', () => {
    const text = '甲“乙（丙）丁”戊》己‘庚’辛(壬)癸';
    const isInside = enclosure(text);
    const inside = [...text].filter((_, offset) => isInside(offset));
    expect(inside.join('')).toBe('乙（丙）丁”庚’壬)');
  });

  it('are in a quotation over several paragraphs', () => {
    const quoted = (text: string) => [...quotedParagraphs(parseDraft(text).paragraphs)];
    const middle = (count: number) => Array.from({ length: count }, () => '乙').join('\n');
    expect(quoted('他说：“甲。\n乙。\n丙。”\n丁')).toEqual([1, 2]);
    expect(quoted(`“甲\n${middle(7)}\n丙”`)).toHaveLength(8);
    expect(quoted(`“甲\n${middle(8)}\n丙”`)).toEqual([]);
    expect(quoted('“甲”\n乙”')).toEqual([]);
    expect(quoted('“甲\n“乙\n丙”')).toEqual([2]);
    expect(quoted('“甲\n乙”，“丙”')).toEqual([1]);
    expect(quoted('“甲\n乙')).toEqual([]);
  });

  it('have headings of one sentence', () => {
    expect(titleOf('一、提高认识。要抓好', 0)).toBe('一、提高认识');
    expect(titleOf('前言 一、提高认识 \n要抓好', 3)).toBe('一、提高认识');
    expect(titleOf('实'.repeat(50), 0)).toHaveLength(40);
  });

  it('have a table of contents below its title', () => {
    for (const text of ['目录', '目　录', ' 目次 ']) expect(isContentsTitle(text), text).toBe(true);
    for (const text of ['目录页', '总目录', '目标']) expect(isContentsTitle(text), text).toBe(false);
  });
});

describe('what a section tells of its time', () => {
  const sectionsOf = (text: string) => parseDraft(text).paragraphs.map(({ section }) => section);

  it.each(
    '回顾 过去一年 过去五年 工作总结 主要成就 主要成效 取得的成就 取得成绩 工作情况 完成情况 执行情况 落实情况 履职情况 履责情况 尽责情况 述职情况 学习情况 开展情况'.split(
      ' ',
    ),
  )('is the past below 一、%s', (heading) => {
    expect(sectionsOf(`一、2025年${heading}\n甲\n二、心得\n乙`)).toEqual([
      'review',
      'review',
      'none',
      'none',
    ]);
  });

  it.each(
    '安排 部署 打算 任务 总体要求 主要目标 工作重点 重点工作 下一步 今后 明年 下半年 下一阶段 举措 建议'.split(
      ' ',
    ),
  )('is what is ahead below 二、%s', (heading) => {
    expect(sectionsOf(`二、${heading}\n甲\n同志们：\n乙`)).toEqual(['plan', 'plan', 'none', 'none']);
  });

  it.each([
    ['2024年工作回顾', 'review'],
    ['“十四五”时期工作回顾', 'review'],
    ['2025年重点工作', 'plan'],
    ['“十五五”时期主要目标', 'plan'],
    ['今后五年的目标任务', 'plan'],
    ['下一步工作打算', 'plan'],
    ['明年工作安排', 'plan'],
    ['下半年主要任务', 'plan'],
    ['第一部分 工作回顾', 'review'],
    ['第二部分 工作安排', 'plan'],
    ['各位代表：', 'none'],
    ['一、工作做法。回顾过去', 'none'],
  ])('is told by %s', (line, section) => {
    expect(sectionsOf(`${line}\n甲`)).toEqual([section, section]);
  });
});

describe('二 where 两 is meant', () => {
  const found = (text: string) =>
    findWrongTwos(parseDraft(text)).map(({ start, end }) => text.slice(start, end));

  it.each(
    '二点意见 二点要求 二点建议 二点希望 二点体会 二点感受 二点看法 二个方面 二个问题 二个环节 二个重点 二个关键 二个层面 二个阶段 二个要求 二个百年 二个月 二个小时 二个半天 二个百分点 二件事 二件大事 二件实事 二项工作 二项任务 二项措施 二项举措 二项要求 二条意见 二条要求 二条建议 二条措施 二层意思 二句话'.split(
      ' ',
    ),
  )('is found in %s', (words) => {
    expect(found(`我讲${words}。`)).toEqual([words]);
  });

  it.each([
    '第二个方面',
    '十二项工作',
    '一二件事',
    '其二点意见',
    '七点二个百分点',
    '“二个方面”',
    '《二条意见》',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is left in the text of a law', () => {
    const article = (number: string) => `第${number}条 期限为二个月。`;
    expect(found([article('一'), article('二'), article('三')].join('\n'))).toEqual([]);
    expect(found([article('一'), article('二')].join('\n'))).toHaveLength(2);
  });
});
