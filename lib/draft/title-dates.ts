import { datesIn, lastOfMonth, type WrittenDate } from './dates.ts';
import type { DatePrecision, IsoDate, Paragraph } from './types.ts';

/** The draft's days according to a title. ISO dates. */
export interface TitleDate {
  readonly paragraph: Paragraph;
  /** The words that give them, as offsets of the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly precision: DatePrecision;
  /** The day on which the draft is safely judged. */
  readonly day: IsoDate;
}

/** The title is looked for in so many lines from the top. */
const most = 3;
const longest = 45;
const noun =
  /讲话|致辞|致词|贺词|献词|祝词|寄语|发言|报告|汇报|讲稿|党课|主持词|要点|工作会|会议|大会|动员会|部署会|推进会|座谈会|总结|述职|述廉|工作计划|工作安排|工作方案|心得|体会/u;
/** Lines that are no title: in brackets, with a heading's number, running text. */
const notTitle =
  /^[（(]|^[一二三四五六七八九十]{1,3}、|^第[一二三四五六七八九十]+[，、部]|^\d{1,2}[.．、]|[。；]/u;
const address = /^[\s　]*(?:同志们|各位|尊敬的|女士们|先生们|老师们|同学们|朋友们)/u;
/** Words before a date that make it somebody else's. */
const studied =
  /(?:学习|贯彻|传达|宣讲|落实|根据|按照|依据|对照|庆祝|纪念|[《“][^》”]*)[^，。、暨》”]{0,8}$/u;
/** Words behind a date that make it a law's, or the beginning of a range of years. */
const another = /^[\s　]*(?:以来|[起后版至到—－–～~-]|新?修[正订]|颁布|出台|公布|施行|实施的|发布|印发)/u;
/** Words of a title that reviews a year. */
const lookedBack = /^[^，。]{0,14}?(?:总结|述职|述廉|年终|情况|考核|决算|对照检查|民主生活会)/u;

/** The draft's days by its title (在2024年全市经济工作会议上的讲话, 2025年工作总结及2026年工作计划), or null. */
export function titleDate(body: readonly Paragraph[]): TitleDate | null {
  const end = body.slice(0, most).findIndex(({ text }) => address.test(text));
  const lines = body.slice(0, end < 0 ? most : end);
  for (const [at, paragraph] of lines.entries()) {
    const line = paragraph.text.trim();
    if (line.length > longest || notTitle.test(line)) continue;
    // A long title may have two lines, with its noun in the second.
    const next = lines[at + 1]?.text.trim() ?? '';
    const goesOn = next.length <= longest && !/[，。；：]/u.test(line + next) && noun.test(next);
    if (!noun.test(line) && !goesOn) continue;
    const said = readTitle(paragraph);
    if (said !== null) return said;
  }
  return null;
}

function readTitle(paragraph: Paragraph): TitleDate | null {
  const { text } = paragraph;
  const ownDates = datesIn(text).filter(
    ({ start, end }) => !studied.test(text.slice(0, start)) && !another.test(text.slice(end)),
  );
  const [date, later] = ownDates;
  if (date === undefined) return null;
  const year = Number(date.from.slice(0, 4));
  if (later !== undefined && Number(later.from.slice(0, 4)) === year + 1)
    return { paragraph, start: date.start, end: later.end, ...turnOfYear(year + 1) };
  return { paragraph, start: date.start, end: date.end, ...spanOf(date, year, text.slice(date.end)) };
}

type Said = Pick<TitleDate, 'from' | 'to' | 'precision' | 'day'>;

/** Meetings that review one year and plan the next are held around the turn of both; January is the safe day. */
export function turnOfYear(planned: number): Said {
  return {
    from: `${planned - 1}-11-01`,
    to: `${planned}-03-31`,
    precision: 'half-year',
    day: `${planned}-01-31`,
  };
}

function spanOf({ from, to, precision, text: words }: WrittenDate, year: number, behind: string): Said {
  if (precision === 'day' || precision === 'month') return { from, to, precision, day: from };
  if (precision === 'half-year') {
    // The first half of a year is reviewed in the months after it.
    const first = from.endsWith('-01-01');
    const last = lastOfMonth(`${year}-${first ? '08' : '12'}-01`);
    return { from: first ? from : `${year}-06-01`, to: last, precision, day: `${year}-07-31` };
  }
  if (lookedBack.test(behind))
    return { from: `${year}-11-01`, to: `${year + 1}-03-31`, precision: 'half-year', day: `${year}-12-31` };
  const untilNext = words.endsWith('度');
  return { from, to: untilNext ? `${year + 1}-03-31` : to, precision, day: `${year}-01-31` };
}
