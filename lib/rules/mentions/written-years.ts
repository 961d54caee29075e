import { matchesOf } from '../../draft/matches.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { relativeYear } from '../dates/dated-draft.ts';
import { listed, type Target } from './target.ts';
import { dateNumber, dayNumber, monthNumber, monthOf, yearOf } from './time.ts';

const digits = '[0-9０-９]';
const number = `(?:[1１][9９]|[2２][0０])${digits}{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2}`;
const to = '[—－–~～至到-]{1,2}';
/** A sign of all years in digits. */
export const yearSign = signOf(
  ...pairsOf('1１', '9９'),
  ...pairsOf('2２', '0０'),
  ...pairsOf('一二', '〇零○九'),
);
/** 20日, 26日至28日, 26日至次年1月3日. Groups: first day, last year, last month, last day. */
const days = `(${dayNumber})日(?:${to}(?:(20\\d{2})年)?(?:(${monthNumber})月)?(${dayNumber})日)?`;
/**
 * A year with the words beside it: 到2025年底, 2024年10月底前, 2021—2023年, 2022年上半年, 2022年12月26日至28日. Groups: lead, first,
 * last, part, month, those of its days, edge.
 */
const written = new RegExp(
  `([到至](?<=(?:^|[^\\p{Script=Han}]|力争|确保|争取|计划|预计|力求|必须|务必|要|目标是|后|年)[到至])|截至|截止到?|自|从|早在)?(?<![\\d０-９—－–~～.．/-])(${number})(?:年?${to}(${number}))?年(?:度)?((?:上|下)半年|[一二三四1-4]季度|第[一二三四]季度|年?底|末|初|春节|冬季|春季)?(?:(${monthNumber})月(?:${days})?)?(底前|底|末|初|份|之前|以前|前(?!夕)|以来|起)?`,
  'gu',
);
/** Verbs before a year that review it, and that plan it. */
const reviewing = /^(?:总结|回顾|盘点|回望|回首|评估|走过|告别)/u;
const named =
  /(?:总结|回顾|盘点|回望|回首|评估|走过|告别|部署|安排|做好|抓好|谋划好?|研究|明确|启动|落实|展望|立足|奋战|决战|迈入|进入|跨进|跨入|步入|走进|迎来|完成|夺取|打好|干好)了?$/u;
/** 2021年工作回顾, 2022年的各项工作: the work of that year. */
const ofWork =
  /^(?:的)?(?:全[省市县区乡镇国局校院]|我[省市县区乡镇局校院]|[省市县区乡镇])?[^，。；！？我他她在]{0,16}?(?:(?<!参加)工作(?!的|过|了)|任务|目标|计划|要点|安排|打算|预期|总结|回顾|方案|重点|成绩|情况)/u;
/** Longest heading. UTF-16 units. */
const longestHeading = 40;
/** 重点工作, 工作安排: work to be done. */
const ofTasks = /^[^。，；！？]{0,12}(?:重点|任务|目标|计划|安排|打算|要点|部署|谋划)[^。，；！？]{0,8}$/u;
/** 是新世纪以来, 是…之年: a statement about a year. */
const isSaid = /^，?(?:也|正|又|既|将)?(?:是|为|系)/u;
/** 会议定于…, 活动改到…: the day was still to come; not 原定于…, which tells what became of it. */
const appointed =
  /(?<![原曾早先本]|当[时年初])(?:(?:定|订|拟|将|计划|预计|预定|决定|择期|安排|推迟|延期|顺延|改|延)(?:于|在|到|至)|(?<=(?:请|须|应|要|务必)[^，。；]{0,12})(?:于|在))$/u;
/** 原定于…, 原计划…: told of, not announced. */
const formerly = /(?:原|原先|本|当时)(?:定|订|拟|计划|安排|预计)(?:于|在|到|至)?$/u;
/** Limit of the search before a year. UTF-16 units. */
const farthest = 60;
/** Horizon of plans named by their last year: 到2035年, 2020年目标. Years. */
const longAgo = 15;
/** 明年，也就是2024年; 今年是2025年; 刚刚过去的2023年. Group 1: the relative year. */
const equated = /(?:^|[，。；：！？\s　])(今年|明年|去年|刚刚过去的)(?:，?也就是|，?即|，?就是|，?是)?$/u;
/** 2025年版, 2022年第3号, 2019年第二季度: not a year of the speech. */
const edition =
  /^(?:版|第[\d一二三四五六七八九十]+[号期届]|款|产|型|级(?=[新学毕])|生(?=人|于|，|的)|毕业|参军|入伍|入党|出生)/u;

/** 2019—2020学年第一学期, 2019学年: from September to July. Groups: first year, last year. */
const schoolYear = /(?<!\d)(20\d{2})(?:[—－–~～-]{1,2}(20\d{2}))?学年度?(?:第?[一二上下12]学期)?/gu;

/** School years of a paragraph. */
function schoolYearMentions(text: string, date: IsoDate): Target[] {
  if (!text.includes('学年')) return [];
  return matchesOf(text, schoolYear).map((match): Target => {
    const last = match[2] ?? String(Number(match[1]) + 1);
    const span = { start: match.index, end: match.index + match[0].length, kind: 'year' as const };
    const dated = { ...span, from: `${match[1]}-09-01`, to: `${last}-07-31` };
    if (dated.to >= date) return listed({ ...dated, decided: 'keep' });
    return {
      ...dated,
      role: 'school-year',
      over: true,
      level: 'warning',
      message: () => pastYear(match[0]),
      replacement: null,
    };
  });
}

/** 2022-12-05, 2022.12.5, 2022/12/5. Groups: year, mark, month, day. */
const numericDate = /(?<![\d.．/-])((?:19|20)\d{2})([-.．/])(\d{1,2})\2(\d{1,2})(?![\d.．/-]*\d)/gu;

/** Dates in digits alone: one that lay ahead of an old draft is for its author to check. */
function numericDates(text: string, date: IsoDate, writtenOn: IsoDate | undefined): Target[] {
  return matchesOf(text, numericDate).flatMap((match) => {
    const [whole, year, , month, day] = match;
    const [y = 0, m = 0, d = 0] = [year, month, day].map(Number);
    if (m < 1 || m > 12 || d < 1 || d > lastDay(y, m)) return [];
    const at = isoDate(y, m, d);
    const isAhead = writtenOn !== undefined && at > writtenOn && at < date;
    const span = { start: match.index, end: match.index + whole.length, from: at, to: at };
    return [listed({ ...span, kind: 'year', decided: isAhead ? 'check' : 'keep' })];
  });
}

function pastYear(written: string): Words {
  return bilingual(
    `${written}已经过去，这里仍作为当前的年份，建议核改。`,
    `“${written}” has passed; here it is still spoken of as the present. Please check.`,
  );
}

/** A year in the text. */
interface WrittenYear extends Span {
  readonly year: number;
  readonly whole: string;
  /** 到, 自 …, or ''. */
  readonly lead: string;
  /** The words behind it (以来, 底前 …), or ''. */
  readonly edge: string;
  /** The verb with the year as its object (总结2022年, 做好2023年), or ''. */
  readonly verb: string;
  readonly before: string;
  readonly after: string;
  readonly isDeadline: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * All years of a paragraph in digits, and the days of such years. Offsets of the paragraph.
 * @param writtenOn the day an old draft was written for: what lay ahead of it then, and is over now, was not told but
 * announced
 */
export function yearMentions(text: string, date: IsoDate, writtenOn?: IsoDate): Target[] {
  const mentions = numericDates(text, date, writtenOn);
  if (!text.includes('年')) return mentions;
  for (const one of schoolYearMentions(text, date)) mentions.push(one);
  for (const match of matchesOf(text, written)) {
    const year = writtenYear(match, text);
    if (year !== null) mentions.push(yearMention(year, text, date, writtenOn ?? date));
  }
  return mentions;
}

/** Reads a match of `written`; null if its number is no year. */
function writtenYear(match: RegExpExecArray, text: string): WrittenYear | null {
  const [whole, lead = '', first = '', last, part = '', month, day, toYear, toMonth, toDay, edge = ''] =
    match;
  const year = numberOf(last ?? first);
  if (Number.isNaN(year) || year < 1900 || year > 2100) return null;
  const before = text.slice(Math.max(0, match.index - farthest), match.index);
  const end = match.index + whole.length;
  const verb = lead === '' ? (named.exec(before.slice(-6))?.[0] ?? '') : '';
  // 从1998年……到2003年……: a historical period; 2018年以前: an earlier time, not a deadline.
  const isStretch = /从(?:19|20)\d{2}年[^。；！？]*$/u.test(before);
  return {
    start: match.index - verb.length,
    end,
    year,
    whole,
    lead,
    edge,
    verb,
    before,
    after: text.slice(end, end + 40),
    isDeadline:
      !isStretch &&
      (/^[到至]$/u.test(lead) ||
        /^(?:底前|[底末前])$/u.test(edge) ||
        (day !== undefined && /^(?:之|以)前$/u.test(edge)) ||
        /[底末]/u.test(part)),
    ...spanOf(numberOf(first), year, part, month),
    ...(day === undefined ? {} : daysOf(year, [month, day], [toYear, toMonth, toDay])),
  };
}

function yearMention(written: WrittenYear, text: string, date: IsoDate, writtenOn: IsoDate): Target {
  const { start, end, year, whole, from, to, isDeadline } = written;
  const target = { start, end, kind: 'year' as const, from, to };
  const current = yearOf(date);
  if (isOfNoSpeech(written, current) || !isPast(written, date, writtenOn))
    return listed({ ...target, decided: 'keep' });
  const past = { ...target, over: true, level: 'warning' as const, replacement: null };
  if (isWronglyEquated(written, current))
    return { ...past, role: 'equated', decided: 'change', message: () => pastYear(`${year}年`) };
  const role = roleOf(written);
  if (role === 'reviewed' && year === current - 1 && monthOf(date) <= latestReview)
    return listed({ ...target, role, decided: 'keep' });
  // （一）2025年重点工作: a heading that names a year's tasks needs no judgement of its sentence.
  const isHeading = role === 'of-work' && text.length <= longestHeading && ofTasks.test(written.after);
  return {
    ...past,
    role,
    ...(isHeading ? { presumed: true } : {}),
    message: () => (isDeadline ? pastDeadline(whole) : pastYear(`${year}年`)),
  };
}

/** A year long ago, the beginning of a period, or part of another thing. */
function isOfNoSpeech({ year, lead, edge, after }: WrittenYear, current: number): boolean {
  return (
    year < current - longAgo || edge === '以来' || lead === '自' || lead === '早在' || edition.test(after)
  );
}

function isPast(written: WrittenYear, date: IsoDate, writtenOn: IsoDate): boolean {
  const { year, from, to, isDeadline, whole, lead, before, after } = written;
  // 2021年6月10日修改的: a full date tells when something happened; 10月1日起施行: since when a law is in force.
  const isWhole = /日$/u.test(whole) || (/日起$/u.test(whole) && /^(?:正式)?(?:施行|生效)/u.test(after));
  const isAhead = from > writtenOn && to < date && !formerly.test(before);
  const isDay = isWhole && lead === '' && !appointed.test(before) && !isAhead;
  // A deadline counts until its month is over: 20日前 is still told of on the 30th.
  return !isDay && (isDeadline ? to.slice(0, 7) < date.slice(0, 7) : year < yearOf(date));
}

/** 明年，也就是2024年 in a speech of 2026. */
function isWronglyEquated({ year, before }: WrittenYear, current: number): boolean {
  const said = equated.exec(before.slice(-12))?.[1];
  if (said === undefined) return false;
  return said === '刚刚过去的' ? year < current - 1 : relativeYear(said, current) !== year;
}

function pastDeadline(written: string): Words {
  return bilingual(
    `${written.replace(/^[到至]/u, '')}已经过去，这里仍作为期限，建议核改。`,
    `${written} has passed; here it is still a deadline. Please check.`,
  );
}

/** Up to this month a speech reviews last year. */
const latestReview = 8;

function roleOf({ isDeadline, verb, whole, before, after }: WrittenYear): string {
  if (isDeadline) return 'deadline';
  if (/^(?:工作)?(?:总结|述职|表彰|考核|民主生活会|年终|决算)/u.test(after)) return 'reviewed';
  if (reviewing.test(verb)) return 'reviewed';
  if (verb !== '') return 'planned';
  if (isSaid.test(after)) return 'said';
  if (ofWork.test(after)) return 'of-work';
  if (
    /^，/u.test(after) &&
    /(?:^|[。！？；\n])[\s　]*(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十]+[）)、])?$/u.test(
      before,
    )
  )
    return 'head';
  if (/月/u.test(whole)) return 'day';
  return 'other';
}

/** A year of four digits of any width, or of four Chinese digits; NaN for anything else. */
function numberOf(year: string): number {
  const plain = [...year].map((char) => {
    const chinese = '〇一二三四五六七八九'.indexOf(char === '零' || char === '○' ? '〇' : char);
    if (chinese >= 0) return String(chinese);
    return /[０-９]/u.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char;
  });
  return Number(plain.join(''));
}

function spanOf(
  first: number,
  last: number,
  part: string,
  month: string | undefined,
): { from: IsoDate; to: IsoDate } {
  const at = dateNumber(month ?? '');
  if (at >= 1 && at <= 12) return { from: isoDate(first, at, 1), to: isoDate(last, at, lastDay(last, at)) };
  if (part === '上半年') return { from: `${first}-01-01`, to: `${last}-06-30` };
  if (part === '下半年') return { from: `${first}-07-01`, to: `${last}-12-31` };
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}

/** The days of a date, or from one date to another. */
function daysOf(
  year: number,
  [month, day]: readonly (string | undefined)[],
  [toYear, toMonth, toDay]: readonly (string | undefined)[],
): { from: IsoDate; to: IsoDate } {
  const from = { year, month: dateNumber(month ?? ''), day: dateNumber(day ?? '') };
  const to = {
    year: toYear === undefined ? year : Number(toYear),
    month: toMonth === undefined ? from.month : dateNumber(toMonth),
    day: toDay === undefined ? from.day : dateNumber(toDay),
  };
  return { from: isoDate(from.year, from.month, from.day), to: isoDate(to.year, to.month, to.day) };
}

function isoDate(year: number, month: number, day: number): IsoDate {
  const inYear = Math.min(12, Math.max(1, month));
  const inMonth = Math.min(lastDay(year, inYear), Math.max(1, day));
  return `${year}-${String(inYear).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
