import { matchesOf } from './matches.ts';
import { statedYear } from './stated-year.ts';
import type { AsOf, Draft, IsoDate, Paragraph, Span } from './types.ts';

interface Found {
  readonly date: IsoDate;
  readonly evidence: Span & { readonly text: string };
}

const chineseDigits = '〇一二三四五六七八九';
const year = '(?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3}';
const month = '\\d{1,2}|[一二三四五六七八九十]{1,2}';
const day = '\\d{1,2}|[一二三四五六七八九十]{1,3}';

/** A line that is nothing but a date: （2023年12月20日）, 二〇二三年十二月. */
const dateLine = new RegExp(
  `^[\\s　]*(?:[（(]\\s*)?(${year})\\s*年\\s*(${month})\\s*月(?:\\s*(${day})\\s*日)?[^\\n]{0,8}?[）)]?[\\s　]*$`,
  'u',
);
/** A year in a title: 在2024年全市经济工作会议上的讲话, 2022年工作要点. */
const titleYear = new RegExp(`(?<![—－～至到-])(${year})\\s*年(?!以来|[—－-]|至|到)`, 'u');
const titleNoun = /讲话|致辞|发言|报告|要点|工作会议|动员会|部署会|推进会|座谈会|总结/u;
const titleYears = new RegExp(titleYear, 'gu');
/** What a title says of the year it looks back on. */
const lookedBack = /^度?[^，。]{0,12}?(?:总结|述职|述廉|年终)/u;
const halfway = /^上半年|^下半年/u;
/** 总结2021年工作、部署2022年任务: the year that is planned for. */
const plannedYear = new RegExp(
  `(?:总结|回顾)[^。\\n]{0,24}?(?:${year})年[^。\\n]{0,30}?(?:部署|安排|谋划|研究)[^。\\n]{0,12}?(${year})年`,
  'u',
);

/**
 * The day a draft speaks on, read from its own text, or null: a date line near the top or the end, a year in the
 * title, 总结……部署……, what a year is said to be (刚刚过去的2025年是…收官之年). Years of laws, meetings and history in
 * the running text are never taken. ISO date.
 */
export function findDraftDate(draft: Draft): Found | null {
  const filled = draft.paragraphs.filter((paragraph) => paragraph.text.trim() !== '');
  return fromDateLine(filled) ?? fromPlan(filled) ?? fromTitle(filled) ?? fromStatement(filled);
}

/** The day on which a draft is judged: the author's choice, else the draft's own date, else today (ISO dates). */
export function resolveAsOf(draft: Draft, chosen: IsoDate | undefined, today: IsoDate): AsOf {
  if (chosen !== undefined) return { date: chosen, from: 'option' };
  const found = findDraftDate(draft);
  return found === null
    ? { date: today, from: 'today' }
    : { date: found.date, from: 'draft', evidence: found.evidence };
}

function fromDateLine(filled: readonly Paragraph[]): Found | null {
  const near = [...filled.slice(0, 8), ...filled.slice(8).slice(-5)];
  for (const paragraph of near) {
    const match = dateLine.exec(paragraph.text);
    if (match === null) continue;
    const date = isoDate(match[1], match[2], match[3]);
    if (date !== null) return found(paragraph, date, match[0]);
  }
  return null;
}

function fromPlan(filled: readonly Paragraph[]): Found | null {
  for (const paragraph of filled.slice(0, 6)) {
    const match = plannedYear.exec(paragraph.text);
    // Such meetings are held around the turn of the year: its January is the safe reading.
    const date = match === null ? null : isoDate(match[1], '1', '31');
    if (match !== null && date !== null) return found(paragraph, date, match[0]);
  }
  return null;
}

function fromTitle(filled: readonly Paragraph[]): Found | null {
  for (const paragraph of filled.slice(0, 3)) {
    const line = paragraph.text.trim();
    if (line.length > 45 || /[。；]/u.test(line) || !titleNoun.test(line)) continue;
    const [match, later] = matchesOf(paragraph.text, titleYears);
    if (match === undefined) continue;
    const next = later !== undefined && yearOf(later[1] ?? '') === yearOf(match[1] ?? '') + 1;
    const at = next ? later : match;
    const [month, day] = next
      ? (['1', '31'] as const)
      : whenIn(paragraph.text.slice(match.index + match[0].length));
    const date = isoDate(at[1], month, day);
    if (date !== null) return found(paragraph, date, at[0]);
  }
  return null;
}

/** Month and day on which a title's year is safely spoken of, by the words behind it. */
function whenIn(behind: string): readonly [string, string] {
  if (halfway.test(behind)) return ['7', '31'];
  return lookedBack.test(behind) ? ['12', '31'] : ['1', '31'];
}

function fromStatement(filled: readonly Paragraph[]): Found | null {
  const stated = statedYear(filled);
  return stated === null ? null : found(stated.paragraph, stated.date, stated.words);
}

function found(paragraph: Paragraph, date: IsoDate, matched: string): Found {
  const text = matched.trim();
  const start = paragraph.start + Math.max(0, paragraph.text.indexOf(text));
  return { date, evidence: { start, end: start + text.length, text } };
}

/** ISO date of year, month and day as written in digits or Chinese numerals; null when there is no such day. */
function isoDate(y: string | undefined, m: string | undefined, d: string | undefined): IsoDate | null {
  const yearNumber = yearOf(y ?? '');
  const monthNumber = smallNumber(m ?? '');
  const dayNumber = d === undefined ? 1 : smallNumber(d);
  const time = new Date(Date.UTC(yearNumber, monthNumber - 1, dayNumber));
  if (Number.isNaN(time.getTime())) return null;
  const iso = time.toISOString().slice(0, 10);
  const wanted = `${yearNumber}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
  return iso === wanted ? iso : null;
}

/** 2023 or 二〇二三 as a number; NaN for anything else. */
export function yearOf(written: string): number {
  if (/^\d{4}$/u.test(written)) return Number(written);
  const digits = [...written].map((char) =>
    chineseDigits.indexOf(char === '零' || char === '○' ? '〇' : char),
  );
  return digits.length === 4 && digits.every((digit) => digit >= 0) ? Number(digits.join('')) : Number.NaN;
}

function smallNumber(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  const match = /^([一二三]?)(十?)([一二三四五六七八九]?)$/u.exec(written);
  if (match === null) return Number.NaN;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return chineseDigits.indexOf(tens || ones);
  return (
    (tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : chineseDigits.indexOf(ones))
  );
}

/** Today as an ISO date, where the author is. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
