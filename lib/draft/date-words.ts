import { bilingual, type Words } from '../language/language.ts';
import type { IsoDate, WrittenFor } from './types.ts';

/** An ISO date in words: 2022年2月16日; in English as it is. */
export function dayInWords(date: IsoDate): Words {
  return bilingual(`${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`, date);
}

/** The days that a draft is about, as exactly as they are known: 2022年2月16日, 2022年3月, 2023年, 2022年11月至2023年3月. */
export function writtenForInWords({
  from,
  to,
  precision,
}: Pick<WrittenFor, 'from' | 'to' | 'precision'>): Words {
  if (precision === 'day') return dayInWords(from);
  const [first, last] = [monthInWords(from), monthInWords(to)];
  if (precision === 'month') return bilingual(first, from.slice(0, 7));
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (precision === 'year' && year === lastYear) return bilingual(`${year}年`, year);
  return bilingual(
    `${first}至${year === lastYear ? last.slice(5) : last}`,
    `${from.slice(0, 7)} to ${to.slice(0, 7)}`,
  );
}

function monthInWords(date: IsoDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月`;
}

/**
 * How long before an ISO date (`today`) a draft was written: 4年9个月; 约3年 if only its year is known. The draft must be
 * older than that date.
 */
export function distanceInWords(
  { day, precision }: Pick<WrittenFor, 'day' | 'precision'>,
  today: IsoDate,
): Words {
  const whole = monthsBetween(day, today);
  const [years, months] = [Math.floor(whole / 12), whole % 12];
  const exactly = precision === 'day' || precision === 'month';
  if (exactly || years === 0) {
    const words = lengthInWords(years, months);
    return exactly ? words : bilingual(`约${words.zh}`, `about ${words.en}`);
  }
  const rounded = lengthInWords(Number(today.slice(0, 4)) - Number(day.slice(0, 4)), 0);
  return bilingual(`约${rounded.zh}`, `about ${rounded.en}`);
}

function lengthInWords(years: number, months: number): Words {
  const zh = [years > 0 ? `${years}年` : '', months > 0 ? `${months}个月` : ''].join('');
  const en = [counted(years, 'year'), counted(months, 'month')].filter((part) => part !== '').join(' ');
  return zh === '' ? bilingual('不到1个月', 'less than a month') : bilingual(zh, en);
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Whole months from one ISO date to a later one. */
function monthsBetween(from: IsoDate, to: IsoDate): number {
  const count = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return Math.max(0, count(to) - count(from) - (to.slice(8) < from.slice(8) ? 1 : 0));
}
