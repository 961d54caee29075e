import { matchesOf } from './matches.ts';
import { parseNumeral } from './numeral-values.ts';
import type { DatePrecision, IsoDate, Span } from './types.ts';

/** A range of days, both ends included. ISO dates. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A date in a text and the days that it stands for. UTF-16 offsets of the text; ISO dates. */
export interface WrittenDate extends Span {
  readonly text: string;
  readonly precision: DatePrecision;
  /** 2022年3月 is from 2022-03-01 to 2022-03-31. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A year in Arabic digits of either width (a letter O for 0 included) or in Chinese characters. */
const year = '[12１２][0-9０-９OoＯ○〇]{3}|[一二][〇零○◯OoＯ0０一二三四五六七八九]{3}';
const number = '[0-9０-９]{1,2}|[一二三四五六七八九十廿卅〇]{1,3}';
const gap = '[ \\t\\u00a0　]{0,3}';
/** 2022年3月9日, 二〇二二年三月, 2022 年, 2022年上半年. Groups: year, month, day, half. */
const spelt = RegExp(
  `(?<![0-9０-９.．A-Za-z〇零○一二三四五六七八九十百千万]|[0-9０-９][—－–～~至到-])(${year})${gap}年(?:度(?!假)|` +
    `${gap}(${number}|元)${gap}月(?:${gap}(${number})${gap}[日号]|份)?)?(?:${gap}([上下])半年)?`,
  'gu',
);
/** 2022.08.31, 2021/2/27, 2021-02-27, in either width. Groups: year, mark, month, day. */
const marked = /([12１２][0-9０-９]{3})([.．/／-]) ?([0-9０-９]{1,2})\2 ?([0-9０-９]{1,2})/gu;
/** What stands before digits that are a number of something, an address or a version. */
const numbered = /(?:[0-9０-９A-Za-z.．/／第〔#№_@=%-]|[A-Za-z] )$/u;
/** What stands behind such digits. */
const counted = /^(?:[0-9０-９A-SU-Za-z_%％号条款项节章版元万亿]|T(?!\d))/u;
const nought = /[〇零○◯OoＯ]/gu;
/** A duration: 近2000年. */
const lasting = /[近约逾超达满过经有前]$/u;

/**
 * Every date that a text writes with its year, in order of place: 2022年3月9日, 二〇二二年三月, 2022.08.31, 2021-02-27,
 * 2022年上半年, 2022年, in digits of either width. Not days that do not exist, ranges of years (2021—2025年), school
 * years, versions, addresses and document numbers.
 */
export function datesIn(text: string): WrittenDate[] {
  const found = [...(text.includes('年') ? speltDates(text) : []), ...markedDates(text)];
  return found.sort((a, b) => a.start - b.start);
}

function speltDates(text: string): WrittenDate[] {
  return matchesOf(text, spelt).flatMap((match): WrittenDate[] => {
    const [whole, y = '', m, d, half] = match;
    const named = yearOf(y);
    if (named % 100 === 0 && m === undefined && lasting.test(text.slice(0, match.index))) return [];
    const span = spanOf(named, m, d, half);
    return span === null ? [] : [{ ...placed(match.index, whole), ...span }];
  });
}

function markedDates(text: string): WrittenDate[] {
  return matchesOf(text, marked).flatMap((match): WrittenDate[] => {
    const [whole, y = '', mark = '', m, d] = match;
    const end = match.index + whole.length;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    // 2021.2.26-2021.3.1: the second day of a range.
    const second = mark !== '-' && /\d-$/u.test(before);
    if (!second && numbered.test(before)) return [];
    const after = text.slice(end, end + 3);
    if (counted.test(after) || (after.startsWith(mark) && /^.\d/u.test(after))) return [];
    const span = spanOf(yearOf(y), m, d);
    return span === null ? [] : [{ ...placed(match.index, whole), ...span }];
  });
}

function placed(start: number, words: string): Span & { readonly text: string } {
  return { start, end: start + words.length, text: words };
}

function spanOf(
  y: number,
  m: string | undefined,
  d: string | undefined,
  half?: string,
): Pick<WrittenDate, 'precision' | 'from' | 'to'> | null {
  if (!(y >= 1900 && y <= 2099)) return null;
  if (m === undefined) {
    if (half === undefined) return { precision: 'year', from: `${y}-01-01`, to: `${y}-12-31` };
    return half === '上'
      ? { precision: 'half-year', from: `${y}-01-01`, to: `${y}-06-30` }
      : { precision: 'half-year', from: `${y}-07-01`, to: `${y}-12-31` };
  }
  const month = m === '元' ? 1 : smallNumber(m);
  const from = isoDay(y, month, d === undefined ? 1 : smallNumber(d));
  if (from === null) return null;
  return d === undefined
    ? { precision: 'month', from, to: lastOfMonth(from) }
    : { precision: 'day', from, to: from };
}

/** The ISO date of a year, a month (1 to 12) and a day; null if there is no such day. */
export function isoDay(y: number, month: number, day: number): IsoDate | null {
  const time = new Date(Date.UTC(y, month - 1, day));
  const exists = time.getUTCFullYear() === y && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return exists ? time.toISOString().slice(0, 10) : null;
}

/** The last day of an ISO date's month. */
export function lastOfMonth(date: IsoDate): IsoDate {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/** The days that two ranges share, both ends included; null if there are none. ISO dates. */
export function commonDays(a: Days, b: Days): Days | null {
  const [, from = a.from] = [a.from, b.from].sort();
  const [to = a.to] = [a.to, b.to].sort();
  return from <= to ? { from, to } : null;
}

/** An ISO date so many months later; the last day of that month where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const last = lastOfMonth(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`);
  return date.slice(8) < last.slice(8) ? `${last.slice(0, 8)}${date.slice(8)}` : last;
}

/** 2023, ２０２３ or 二〇二三 as a number; NaN for anything else. */
export function yearOf(written: string): number {
  const plain = halfWidth(written).replace(nought, '0');
  const digits = plain.replace(/[一二三四五六七八九]/gu, (one) =>
    String('〇一二三四五六七八九'.indexOf(one)),
  );
  return /^\d{4}$/u.test(digits) ? Number(digits) : Number.NaN;
}

function smallNumber(written: string): number {
  const plain = halfWidth(written);
  return /^\d+$/u.test(plain) ? Number(plain) : (parseNumeral(plain) ?? Number.NaN);
}

/** A text with its full-width digits in half width. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
