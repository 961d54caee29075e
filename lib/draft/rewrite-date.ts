import { halfWidth, type WrittenDate } from './dates.ts';
import { formatNumeral } from './numeral-values.ts';
import type { IsoDate } from './types.ts';

const numbers = /[0-9０-９]+|[一二三四五六七八九十廿卅〇零○]+|元(?=[ \t\u00a0　]*月)/gu;

/**
 * Writes another day (an ISO date) in the form and precision of a date that `datesIn` read: 2021.2.26 → 2026.11.29,
 * 二〇二二年三月 → 二〇二六年十一月. Width of digits, leading zeros and the character for zero are kept.
 */
export function rewriteDate(written: WrittenDate, day: IsoDate): string {
  const [year, month, dayOfMonth] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const rest = written.text.slice(4);
  const parts = rest.match(numbers) ?? [];
  const padded =
    parts.some((part) => /^[0０]/u.test(part)) ||
    (rest.startsWith('-') && parts.every(({ length }) => length === 2));
  const wanted = [month, dayOfMonth].values();
  const likeYear = written.text.slice(0, 4);
  const changed = rest
    .replace(numbers, (part) => numberLike(wanted.next().value ?? 0, part, likeYear, padded))
    .replace(/[上下](?=半年$)/u, month <= 6 ? '上' : '下');
  return `${rewriteYear(likeYear, year)}${changed}`;
}

/** Writes a year in the form of another: 2022 → 2026, ２０２２ → ２０２６, 二○二二 → 二○二六. */
export function rewriteYear(like: string, year: number): string {
  if (/^[0-9０-９]/u.test(like)) return inWidthOf(String(year), like);
  const nought = /[〇零○◯]/u.exec(like)?.[0] ?? '〇';
  return [...String(year)].map((digit) => `${nought}一二三四五六七八九`.charAt(Number(digit))).join('');
}

function numberLike(value: number, like: string, year: string, padded: boolean): string {
  if (like === '元' && value === 1) return like;
  const inCharacters = like === '元' ? !/^[0-9０-９]/u.test(year) : !/^[0-9０-９]/u.test(like);
  if (inCharacters) return formatNumeral(value);
  return inWidthOf(padded ? String(value).padStart(2, '0') : String(value), like === '元' ? year : like);
}

function inWidthOf(digits: string, like: string): string {
  if (halfWidth(like) === like) return digits;
  return digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
