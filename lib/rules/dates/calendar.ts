import { yearOf } from '../../draft/dates.ts';
import { matchesBefore } from '../../draft/matches.ts';
import { parseNumeral } from '../../draft/numeral-values.ts';
import { apart } from '../../draft/overlaps.ts';
import type { Span } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { RuleFinding } from '../types.ts';
import { type Dated, dateFinding, relativeYear, yearPattern } from './dated-draft.ts';

const number = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** 11月25日, 11月10日至31日, 四月三十一日. Groups: month, day, last day. */
const dayOfYear = new RegExp(
  `(?<![\\d.．第/])(${number})月(${number})(?:[日号]?(?:至|到|—|－|–|-|～|~)(${number}))?([日号])`,
  'uy',
);
const monthOfYear = /((?:19|20)\d{2})年(\d{1,2})月/uy;
/** Longest number of a month, and longest with its year. UTF-16 units. */
const longestMonth = 3;
const longestOfYear = 7;
const yearBefore = new RegExp(`(?:(${yearPattern})年|(前年|去年|今年|明年|后年)的?)$`, 'u');
/** Months of the old calendar may have thirty days. */
const oldCalendar = /(?:农历|阴历|旧历|夏历|闰)[^，。；]{0,8}$/u;
/** 第31号文件, 省政府2月30号文: a number, not a day. */
const numbered = /^(?:文|令|楼|院|店|门|线|库|仓|房|车|桥|井|馆|公告|通告|决定|决议)/u;
const weekday =
  /[ 　]?(?:[，,]|([（(]))?[ 　]?(星期|礼拜|周)([一二三四五六日天])(?=([ 　）),，。；、]|[上下中]午|晚|早|\d|召开|举行|的|$)?)/uy;
/** From this distance on, a date without a year may belong to another year. Days. */
const near = 120;
const dayLength = 86_400_000;
const twelveMonths = bilingual('一年只有12个月，请核对月份。', 'A year has twelve months; please check.');

/** Nonexistent days and months, and weekdays that disagree with their date. Offsets of the draft. */
export function calendarFindings(dated: Dated): RuleFinding[] {
  const { text } = dated;
  const findings: RuleFinding[] = [];
  for (const match of matchesBefore(text, dayOfYear, ['月'], longestMonth)) {
    const finding = dayFinding(match, dated);
    if (finding !== null) findings.push(finding);
  }
  const months = matchesBefore(text, monthOfYear, ['月'], longestOfYear)
    .filter((match) => Number(match[2]) < 1 || Number(match[2]) > 12)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const span of apart(months, findings, text.length)) findings.push(impossible(span, twelveMonths));
  return findings;
}

function dayFinding(match: RegExpExecArray, dated: Dated): RuleFinding | null {
  const said = saidDay(match, dated);
  if (said === null) return null;
  const { year, month, day, lastDay, start, end } = said;
  if (month < 1 || month > 12) return impossible(said, twelveMonths);
  if (day < 1 || (lastDay ?? day) < 1)
    return impossible(said, bilingual('日期没有0日，请核对。', 'There is no day 0.'));
  const latest = Math.max(day, lastDay ?? day);
  if (latest > daysIn(month, year ?? leapYear))
    return impossible({ start, end }, tooLate(year, month, latest));
  return lastDay === null ? weekdayFinding(end, said, dated) : null;
}

/** Reads a match of `dayOfYear`; null for another number, or a day of the old calendar. */
function saidDay(match: RegExpExecArray, dated: Dated): SaidDay | null {
  const { text } = dated;
  const [whole, m = '', d = '', last, unit] = match;
  const [month, day] = [numberOf(m), numberOf(d)];
  const lastDay = last === undefined ? null : numberOf(last);
  if (month === null || day === null || (last !== undefined && lastDay === null)) return null;
  const end = match.index + whole.length;
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  if (oldCalendar.test(before)) return null;
  if (unit === '号' && numbered.test(text.slice(end, end + 2))) return null;
  const [lead = '', written, relative = ''] = yearBefore.exec(before) ?? [];
  const year = written === undefined ? relativeYear(relative, dated.year) : yearOf(written);
  // 二月三十日 in Chinese numerals may be a day of the old calendar, unless it has a year of four characters.
  if (!/\d/u.test(m) && year === null) return null;
  return {
    start: match.index - lead.length,
    end,
    year,
    explicit: written !== undefined,
    month,
    day,
    lastDay,
  };
}

/** A leap year. */
const leapYear = 2024;

/** Why a month has no such day. */
function tooLate(year: number | null, month: number, day: number): Words {
  if (month === 2 && year !== null && day === 29)
    return bilingual(
      `${year}年不是闰年，2月只有28天，请核对日期。`,
      `${year} is no leap year: February has 28 days; please check the date.`,
    );
  const days = daysIn(month, year ?? leapYear);
  const [most, atMost] = month === 2 && year === null ? ['最多', 'at most '] : ['只', ''];
  return bilingual(
    `${month}月${most}有${days}天，请核对日期。`,
    `Month ${month} has ${atMost}${days} days; please check the date.`,
  );
}

/** A day as the text writes it. Offsets of the draft, including its year. */
interface SaidDay extends Span {
  /** Null if the text does not tell. */
  readonly year: number | null;
  /** The year is in digits. */
  readonly explicit: boolean;
  readonly month: number;
  readonly day: number;
  /** The last day of a range of days; null for a single one. */
  readonly lastDay: number | null;
}

function weekdayFinding(at: number, said: SaidDay, dated: Dated): RuleFinding | null {
  weekday.lastIndex = at;
  const match = weekday.exec(dated.text);
  if (match === null) return null;
  const [whole, bracket, kind = '', name = '', next] = match;
  // 周一至周五 and 周三、周四 are ranges of days; 周日报 is another word.
  if (next === '、' || /^[至到—-]/u.test(dated.text.slice(at + whole.length))) return null;
  if (next === undefined && (kind === '周' || bracket !== undefined)) return null;
  const right = rightWeekday(said, name, dated);
  if (right === null) return null;
  const start = at + whole.length - kind.length - 1;
  const end = at + whole.length;
  const level = said.explicit || (said.year !== null && dated.sure) ? 'error' : 'warning';
  return dateFinding(
    { start, end },
    level,
    bilingual(
      `${right.year}年${said.month}月${said.day}日是${kind}${right.name}，请核对日期与星期。`,
      `“${right.year}年${said.month}月${said.day}日” is a ${weekdayInEnglish(right.name)} (“${kind}${right.name}”).`,
    ),
    { label: `${kind}${right.name}`, edits: [{ start: end - 1, end, text: right.name }] },
  );
}

/** The right weekday of a date; null if the present one is right or the year is unknown. */
function rightWeekday(said: SaidDay, name: string, dated: Dated): { year: number; name: string } | null {
  const agrees = (year: number) => weekdayOf(year, said) === name.replace('天', '日');
  if (said.year !== null) {
    return agrees(said.year) ? null : { year: said.year, name: weekdayOf(said.year, said) };
  }
  if (!dated.sure || (said.month === 2 && said.day === 29)) return null;
  const today = Date.parse(dated.asOf.date);
  const distance = (year: number) => Math.abs(Date.UTC(year, said.month - 1, said.day) - today) / dayLength;
  const years = [dated.year - 1, dated.year, dated.year + 1];
  const closest = years.reduce((best, year) => (distance(year) < distance(best) ? year : best));
  if (distance(closest) > near || agrees(dated.year) || agrees(closest)) return null;
  return { year: closest, name: weekdayOf(closest, said) };
}

function weekdayOf(year: number, said: SaidDay): string {
  return '日一二三四五六'.charAt(new Date(Date.UTC(year, said.month - 1, said.day)).getUTCDay());
}

function weekdayInEnglish(name: string): string {
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  return days['日一二三四五六'.indexOf(name)] ?? name;
}

function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function numberOf(written: string): number | null {
  return /^\d+$/u.test(written) ? Number(written) : parseNumeral(written);
}

function impossible(span: Span, message: Words): RuleFinding {
  return dateFinding(span, 'error', message, null);
}
