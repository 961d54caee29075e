import { yearOf } from '../draft/dates.ts';
import { rewriteYear } from '../draft/rewrite-date.ts';
import type { AsOf, Edit, IsoDate, Span } from '../draft/types.ts';
import type { TimeMention } from '../rules/mentions/time-mention.ts';

type Mention = Pick<TimeMention, 'kind' | 'start' | 'end' | 'verdict' | 'to'>;

/** The year that a draft plans for, and the year that it is proposed to become. */
export interface YearShift {
  /** The year planned for; the year before it is the one under review. */
  readonly planned: number;
  /** The year proposed in its place. */
  readonly proposed: number;
}

/** From this month on, a draft may plan for the next year. */
const autumn = '10';
/** Up to this month, a meeting may sum up the last year and plan the present one. */
const lastOfTurn = '03';
/** The purpose of a meeting stands in so many lines from the top. */
const opening = 6;
const sumsUp = /(?:总结|回顾)[^。\n]{0,60}(?:部署|安排|谋划|研究|明确)/u;
/** A year in digits or Chinese digits; a number of another kind has neither 年 nor a dash behind it. */
const yearInWords =
  /(?:(?:19|20)\d{2}|(?:１９|２０)[０-９]{2}|[一二][〇零○◯九][〇零○◯一二三四五六七八九]{2})(?=学?年|[—－–~～至到-])/gu;
/** 到2025年: the end of something that takes years says nothing of the draft's own. */
const aheadOf = /^[到至](?!.*[底末])/u;
/** 2022年3月, 2022.3.9: a day, not a year alone. */
const day = /月|[.．/-][0-9０-９]{1,2}(?![0-9０-９])/u;

/**
 * The years of a shift: which year an old draft plans for, and which one is likely meant now. Null if the draft has no
 * past year to shift. Takes the mentions of the text, and the day that an old draft was first written for, as it was
 * remembered: the date line may be new already.
 */
export function yearShiftOf(
  asOf: AsOf,
  mentions: readonly Mention[],
  text: string,
  oldDay?: IsoDate,
): YearShift | null {
  const day = ownDay(asOf, oldDay);
  const planned = plannedYear(day, mentions, text);
  if (planned === null) return null;
  const year = yearOfDate(asOf.date);
  const proposed = isInAutumn(asOf.date) && plansNext(day, planned, text) ? year + 1 : year;
  return proposed > planned ? { planned, proposed } : null;
}

/** The day that the old draft was written for; null if nothing tells it. */
function ownDay({ writtenFor, date }: AsOf, oldDay: IsoDate | undefined): IsoDate | null {
  if (writtenFor !== undefined && yearOfDate(writtenFor.to) < yearOfDate(date)) return writtenFor.day;
  return oldDay ?? null;
}

/**
 * True if the draft, held in autumn, plans for the next year: it did when it was written, or it sums up one year and plans
 * another, as meetings around the turn of the year do.
 */
function plansNext(day: IsoDate | null, planned: number, text: string): boolean {
  if (day === null) return doesSumUp(text);
  if (isInAutumn(day)) return planned > yearOfDate(day);
  return day.slice(5, 7) <= lastOfTurn && doesSumUp(text);
}

function doesSumUp(text: string): boolean {
  const lines = text.split('\n', 60).filter((line) => line.trim() !== '');
  return lines.slice(0, opening).some((line) => sumsUp.test(line));
}

/**
 * The year planned for: that of the draft's own day, or the next where it was written in autumn and names the next.
 * Without such a day (the date line may be new already), the year that is named most, together with the one before it.
 */
function plannedYear(day: IsoDate | null, mentions: readonly Mention[], text: string): number | null {
  const years = mentions
    .filter((one) => isPastYear(one) && !aheadOf.test(text.slice(one.start, one.end)))
    .flatMap((one) => yearsIn(text, one).map(({ year }) => year));
  const count = (year: number) => years.filter((one) => one === year).length;
  if (day !== null) {
    const own = yearOfDate(day);
    const planned = isInAutumn(day) && count(own + 1) > 0 ? own + 1 : own;
    return count(planned) + count(planned - 1) > 0 ? planned : null;
  }
  const byCount = [...new Set(years)].sort(
    (a, b) => count(b) + count(b - 1) - count(a) - count(a - 1) || b - a,
  );
  return byCount[0] ?? null;
}

/**
 * The edits of a shift: the year planned for becomes `target`, and the year under review the one before it, in every
 * mention of a year that is to be changed or checked. A span with any other year is left alone, since its years belong
 * together. In text order; UTF-16 offsets of the text.
 */
export function yearShiftEdits(
  mentions: readonly Mention[],
  text: string,
  planned: number,
  target: number,
): Edit[] {
  return mentions.filter(isPastYear).flatMap((mention) => {
    const years = yearsIn(text, mention);
    // A school year ends in the year after the one planned for.
    const latest = text.slice(mention.start, mention.end).includes('学年') ? planned + 1 : planned;
    if (years.some(({ year }) => year < planned - 1 || year > latest)) return [];
    return years.map(({ start, end, year }) => ({
      start,
      end,
      text: rewriteYear(text.slice(start, end), year + target - planned),
    }));
  });
}

/** What is true of one year only: its name in the calendar, anniversaries, documents, events, figures with a day. */
const ofOneYear =
  /之年|周年|农历|生肖|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|号文件|施行|生效|实施[^，。；]{0,4}(?:条例|办法|法)|运动会|亚运|奥运|大运会|换届|高考|两会|截至|同比|增长|较上年|比上年|普查|\d月\d{1,2}日/u;

/** 总结2021年, 部署2022年, 到2022年底, 对照2022年: a year of work, of whatever draft. */
const workBefore =
  /(?:总结|回顾|盘点|部署|安排|谋划好?|研究|明确|做好|抓好|干好|打好|推进|落实|完成|实施|制定|印发|展望|立足|奋战|决战|夺取|对照|围绕|聚焦|关于|到|至|截止|自)了?$/u;
/** 2022年工作, 2022年全县经济工作, 2022年，全县上下要…, 2022年底前, 2022年我们要: work again in another year. */
const workAfter =
  /^(?:年?度)?(?:[^，。；！？]{0,12}?(?:工作|任务|目标|计划|要点|安排|打算|预期|重点|思路|部署|预算|方案|总结|回顾|报告)|[底末]|上半年|下半年|，?(?:我们|全[市县省区乡镇局校]|我[市县省区局校]|各|要|将|必须|计划)|$)/u;

/**
 * True if a year is that of the draft's work, which every year has; a year of anything else that happened, began or was
 * said may be true of that year only, and a shift would then say something false. Takes the edits of the shift.
 */
export function isOfItsWork(span: Span, text: string, shift: readonly Edit[]): boolean {
  const years = shift.filter((edit) => edit.start >= span.start && edit.end <= span.end);
  const isOfWork = years.every(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 6), start);
    const after = text.slice(end, end + 24).replace(/^年/u, '');
    const line = after.split('\n', 1)[0] ?? '';
    return workBefore.test(before) || workAfter.test(line);
  });
  return isOfWork && !isBoundToItsYear(span, text, shift);
}

/** True if the sentence of a year may be true of that year only. So are sentences with a year that stays. */
function isBoundToItsYear({ start, end }: Span, text: string, shift: readonly Edit[]): boolean {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('。', start - 1)) + 1;
  const ends = [text.indexOf('\n', end), text.indexOf('。', end)].filter((at) => at >= 0);
  const to = ends.length === 0 ? text.length : Math.min(...ends);
  const sentence = text.slice(from, to);
  if (ofOneYear.test(sentence)) return true;
  return [...sentence.matchAll(yearInWords)].some(
    ({ index }) => !shift.some((edit) => edit.start === from + index),
  );
}

/** A full date of the draft is the author's to set: a shifted year would leave the old month and day. */
function isPastYear({ kind, verdict }: Mention): boolean {
  return verdict !== 'keep' && (kind === 'year' || kind === 'draft-date');
}

function yearsIn(text: string, { kind, start, end }: Mention): (Span & { year: number })[] {
  // One unit more: 年 may stand behind the words that give the draft's day.
  const words = text.slice(start, end + 1);
  if (kind === 'draft-date' && day.test(words)) return [];
  return [...words.matchAll(yearInWords)]
    .map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      year: yearOf(match[0]),
    }))
    .filter((year) => year.end <= end);
}

function yearOfDate(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

function isInAutumn(date: IsoDate): boolean {
  return date.slice(5, 7) >= autumn;
}
