import { describe, expect, it } from 'vitest';
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
  parseNumeral,
  parseRoman,
} from '../../lib/draft/numeral-values.ts';

describe('Chinese numerals', () => {
  it('reads back every numeral it writes, 1 to 999', () => {
    const written = Array.from({ length: 999 }, (_, index) => formatNumeral(index + 1));
    expect(new Set(written).size).toBe(999);
    expect(written.map(parseNumeral)).toEqual(Array.from({ length: 999 }, (_, index) => index + 1));
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [210, '二百一十'],
    [999, '九百九十九'],
  ])('writes %i as %s', (value, text) => {
    expect(formatNumeral(value)).toBe(text);
  });

  it.each([
    ['廿', 20],
    ['廿一', 21],
    ['卅三', 33],
    ['二〇', 20],
    ['三零', 30],
    ['两', 2],
    ['一十二', 12],
    ['一百〇五', 105],
    ['一百十二', 112],
  ])('reads the old form %s as %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each([
    '',
    '〇',
    '一二',
    '三四五',
    '十十',
    '二〇二三',
    '百',
    '十两',
    '3',
    'a',
    '一百五',
    '百五',
    '一百一百',
    '一百零十',
    '一百二十〇',
    '十百',
    '两百',
    '一千',
  ])('does not read %j', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it.each([0, 1000, 1.5, -1, Number.NaN])('refuses to write %d', (value) => {
    expect(() => formatNumeral(value)).toThrow(RangeError);
  });

  it('writes two as 两 before a measure word, and nothing else so', () => {
    expect([1, 2, 3, 12, 102].map(formatCount)).toEqual(['一', '两', '三', '十二', '一百零二']);
  });
});

describe('other numbers', () => {
  it('reads Arabic numbers of either width and keeps the width when writing', () => {
    expect(['1', '12', '３', '１０', '0', '05', '123', '９９９', '1000'].map(parseArabic)).toEqual([
      1,
      12,
      3,
      10,
      null,
      null,
      123,
      999,
      null,
    ]);
    expect(formatArabic(12, '3')).toBe('12');
    expect(formatArabic(12, '３')).toBe('１２');
  });

  it('reads back every circled number it writes, 1 to 50', () => {
    for (let value = 1; value <= 50; value++) expect(parseCircled(formatCircled(value) ?? '')).toBe(value);
    expect(formatCircled(1)).toBe('①');
    expect(formatCircled(21)).toBe('㉑');
    expect(formatCircled(50)).toBe('㊿');
    expect(formatCircled(51)).toBeNull();
    expect(parseCircled('a')).toBeNull();
  });

  it('reads back every Roman numeral and letter it writes', () => {
    for (const like of ['Ⅰ', 'I']) {
      for (let value = 1; value <= 12; value++)
        expect(parseRoman(formatRoman(value, like) ?? '')).toBe(value);
      expect(formatRoman(13, like)).toBeNull();
    }
    for (const like of ['A', 'Ａ']) {
      for (let value = 1; value <= 26; value++)
        expect(parseLetter(formatLetter(value, like) ?? '')).toBe(value);
      expect(formatLetter(27, like)).toBeNull();
    }
    expect(['IIII', 'XIII', 'i', ''].map(parseRoman)).toEqual([null, null, null, null]);
    expect(['a', 'AB', '1', ''].map(parseLetter)).toEqual([null, null, null, null]);
  });
});
