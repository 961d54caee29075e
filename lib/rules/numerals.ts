import { hasSign, pairsOf, signOf } from '../draft/signs.ts';
import { bilingual } from '../language/language.ts';
import { decreases, twofoldBounds } from './numerals/amounts.ts';
import { monthAndDay } from './numerals/dates.ts';
import { missingZeros, wideDigits } from './numerals/digits.ts';
import { documentNumbers } from './numerals/document-numbers.ts';
import { rangeUnits } from './numerals/range-units.ts';
import { roughCounts } from './numerals/rough-counts.ts';
import { totals } from './numerals/totals.ts';
import { mixedYears, shortYears, zeroInYears } from './numerals/year-digits.ts';
import type { Fault } from './style/fault.ts';
import type { ParagraphRule, RuleFinding } from './types.ts';

const digits = '0123456789';
/** All spaces, for a pattern. */
const spaces =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/**
 * Signs of: a year of two digits with the words that show it; two numbers and the mark between; 十几 in digits; a year
 * in characters.
 */
const shortYearSign = signOf(...pairsOf('年', `${digits}上下全第一二三四底初年春国`));
const rangeSign = signOf(...pairsOf(digits, `-~～—、至到${spaces}`), '0几');
const dateSign = signOf('号', ...pairsOf('0', digits));
const wideSign = signOf(...'０１２３４５６７８９');
const decreaseSign = signOf('倍');
const boundSign = signOf('以上', '左右', '上下', '余');
const spelledYearSign = signOf(...pairsOf('一二', '零○Ｏ〇一二三四五六七八九'));

/** Years, rough counts, ranges, document numbers and sums (rules 30–32, 34, 35; GB/T 15835—2011). */
export const numerals: ParagraphRule = {
  id: 'numerals',
  title: bilingual('数字用法', 'Numerals'),
  about: bilingual(
    '看年份是否写全、概数和数值范围的写法、发文字号的格式，以及分项之和与总数是否相符。',
    'Years in full, rough counts and ranges, document numbers, and parts that do not add up to their total.',
  ),
  example: {
    before: '计划投资15～30%用于设备更新。',
    after: '计划投资15%～30%用于设备更新。',
    date: '2026-11-20',
  },
  basis: bilingual('GB/T 15835—2011《出版物上数字用法》', 'GB/T 15835—2011 (numerals)'),
  scope: 'paragraph',
  check({ text, signs }, { date }): RuleFinding[] {
    const found: Fault[][] = [];
    if (/\d/u.test(text)) {
      if (hasSign(signs, shortYearSign)) found.push(shortYears(text, date));
      if (hasSign(signs, rangeSign)) {
        const units = rangeUnits(text);
        found.push(units, apartFrom(units, roughCounts(text)));
      }
      if (text.includes('号')) found.push(documentNumbers(text));
      if (/[未女尚待]|应到/u.test(text)) found.push(totals(text));
      if (hasSign(signs, dateSign)) found.push(monthAndDay(text));
      if (text.includes('.') || text.includes('．')) found.push(missingZeros(text));
    }
    if (hasSign(signs, wideSign)) found.push(wideDigits(text));
    if (hasSign(signs, decreaseSign)) found.push(decreases(text));
    if (hasSign(signs, boundSign)) found.push(twofoldBounds(text));
    if (hasSign(signs, spelledYearSign)) found.push(zeroInYears(text), mixedYears(text));
    return found
      .flat()
      .map((fault) => ({ rule: 'numerals' as const, ...fault }))
      .sort((a, b) => a.start - b.start);
  },
};

/** The faults that overlap none of the others: in 2-3万人 the missing 万 comes first. */
function apartFrom(others: readonly Fault[], faults: readonly Fault[]): Fault[] {
  const taken = new Set<number>();
  for (const { start, end } of others) for (let at = start; at < end; at++) taken.add(at);
  return faults.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false;
    return true;
  });
}
