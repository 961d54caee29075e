import { commonDays, type Days, datesIn, yearOf } from './dates.ts';
import { matchesOf } from './matches.ts';
import { parseNumeral } from './numeral-values.ts';
import { hasSign, pairsOf, signOf } from './signs.ts';
import { turnOfYear } from './title-dates.ts';
import type { DatePrecision, IsoDate, Paragraph } from './types.ts';

/** Days that the running text implies, and the words that imply them. ISO dates. */
export interface StatedYear {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly precision: DatePrecision;
  /** The day on which the draft is safely judged. */
  readonly day: IsoDate;
  readonly paragraph: Paragraph;
  /** Offsets of the paragraph. */
  readonly start: number;
  readonly end: number;
}

type Said = Pick<StatedYear, 'from' | 'to' | 'precision' | 'day'>;

const year = '((?:19|20)\\d{2})年';
const edge =
  '[^。；\\n“”]{0,40}?(?:[“"][^”"\\n]{1,8}[”"][^。；\\n“”]{0,12}?)?(?:开局|收官|起步|关键|攻坚|决胜)(?:之|一)年';
const plan = '[“"]?十([一二三四五六])五[”"]?(?:规划|计划|时期)?的?(开局|起步|收官)之年';

/** Words that relate the named year to the speaker's own: the word, and what follows from it. */
const besideToday: readonly { readonly words: RegExp; readonly daysOf: (year: number) => Said }[] = [
  { words: RegExp(`刚刚?过去的${year}，?是${edge}`, 'gu'), daysOf: (named) => earlyIn(named + 1) },
  { words: RegExp(`即将(?:过去|结束)的${year}，?是${edge}`, 'gu'), daysOf: (named) => lateIn(named) },
  { words: RegExp(`即将到来的${year}，?是${edge}`, 'gu'), daysOf: (named) => lateIn(named - 1) },
];
/** 今年（2026年）. Groups: word, year. */
const bracketed = /(去年|今年|明年)[（(]((?:19|20)\d{2})年?[）)]/gu;
const plainly = RegExp(`(?<![^。！？；\\s　])${year}，?是${edge}`, 'gu');
const byPlan = RegExp(`(今年|明年|去年)，?是[^。；，\\n]{0,16}?${plan}`, 'gu');
/** Words of sentences about another time, or quoted from somebody else. */
const aboutAnother = /回顾|回首|历史|当年|那年|那一年|曾|当时|指出|强调|提出|报告/u;

const anyYear = '(?:19|20|１９|２０)[0-9０-９]{2}|[一二][〇零○一二三四五六七八九]{3}';
const lastYear = '去年|上年|今年|全年|过去一年|一年来';
const nextYear = '今年|明年|下年|下一年|来年|新一年|新的一年';
const summing = `((?:${anyYear})年|${lastYear})`;
const planning = `((?:${anyYear})年|${nextYear})`;
const plans = '(?:部署|安排|谋划|研究|明确)';
/** 总结2021年工作、部署2022年任务; 对2021年工作进行总结，对2022年工作作出安排. Groups: the past year, the planned year. */
const summedUp: readonly RegExp[] = [
  `(?:总结|回顾)[^。\\n]{0,24}?${summing}[^。\\n]{0,30}?${plans}[^。\\n]{0,12}?${planning}`,
  `对${summing}[^。\\n]{0,16}?总结[^。\\n]{0,24}?对${planning}[^。\\n]{0,16}?${plans}`,
].map((words) => RegExp(words, 'gu'));
/** Words that show that another meeting or another time is meant. */
const otherMeeting = /召开了|指出|会议(?:强调|认为)|曾经|当时|当年/u;
/** The purpose of the meeting is looked for in so many lines from the top. */
const opening = 6;

/**
 * The days of a meeting whose opening says 总结2021年工作、部署2022年任务: it is held around the turn of both years. Takes
 * the lines that are not blank; null if nothing is said.
 */
export function summedUpYear(filled: readonly Paragraph[]): StatedYear | null {
  for (const paragraph of filled.slice(0, opening)) {
    if (!/总结|回顾/u.test(paragraph.text)) continue;
    for (const match of summedUp.flatMap((words) => matchesOf(paragraph.text, words))) {
      const [before, planned] = [yearOf(match[1]?.slice(0, -1) ?? ''), yearOf(match[2]?.slice(0, -1) ?? '')];
      if (Number.isNaN(before) && Number.isNaN(planned)) continue;
      const leadingUp = sentenceBefore(paragraph, match.index);
      if (otherMeeting.test(leadingUp) || datesIn(leadingUp).length > 0) continue;
      const said = Number.isNaN(planned) ? turnOfYear(before + 1) : turnOrHalf(before, planned);
      return { ...said, paragraph, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}

/** 总结2022年上半年、部署2022年下半年 is said in the middle of the year. */
function turnOrHalf(before: number, planned: number): Said {
  if (before !== planned) return turnOfYear(planned);
  return {
    from: `${planned}-06-01`,
    to: `${planned}-09-30`,
    precision: 'half-year',
    day: `${planned}-07-31`,
  };
}

/** All such statements end in these words. */
const tellingSign = signOf(...pairsOf('之一', '年'), ...pairsOf('年', '（('));

/**
 * The days implied by statements about a year: 刚刚过去的2025年是…收官之年, 明年（2026年）是…开局之年, 今年（2026年）. If the
 * text does not relate the year to its own (2023年是…开局之年; 今年是“十四五”收官之年 without a year), a second statement
 * must agree: 做好2023年工作. Statements that disagree are ignored. A reused draft must not be judged on its old day because
 * of one 今年 left in it.
 */
export function statedYear(paragraphs: readonly Paragraph[]): StatedYear | null {
  const telling = paragraphs.filter(({ signs }) => hasSign(signs, tellingSign));
  if (telling.length === 0) return null;
  const whole = paragraphs.map(({ text }) => text).join('\n');
  const found = telling.flatMap((paragraph) => [
    ...besideToday.flatMap(({ words, daysOf }) => read(paragraph, words, (match) => daysOf(yearIn(match)))),
    ...read(paragraph, plainly, (match) => plainDays(match, paragraph, whole)),
    ...read(paragraph, byPlan, (match) => planDays(match, whole)),
    ...read(paragraph, bracketed, (match) => bracketedDays(match, paragraph)),
  ]);
  const [first] = found;
  if (first === undefined) return null;
  // They agree if they have days in common.
  const common = found.reduce<Days | null>(
    (days, one) => (days === null ? null : commonDays(days, one)),
    first,
  );
  if (common === null) return null;
  const { from, to } = common;
  const day = found.find((one) => from <= one.day && one.day <= to)?.day ?? to;
  const precision = from.endsWith('-01-01') && to.endsWith('-12-31') ? 'year' : 'half-year';
  return { ...first, from, to, day, precision };
}

/** At most so many statements of a kind are read per line. */
const most = 50;

function read(
  paragraph: Paragraph,
  words: RegExp,
  said: (match: RegExpExecArray) => Said | null,
): StatedYear[] {
  return matchesOf(paragraph.text, words)
    .slice(0, most)
    .flatMap((match) => {
      if (aboutAnother.test(sentenceBefore(paragraph, match.index))) return [];
      const days = said(match);
      return days === null
        ? []
        : [{ ...days, paragraph, start: match.index, end: match.index + match[0].length }];
    });
}

/** Bounds the search in lines without punctuation, which is made once per year in them. UTF-16 units. */
const farthest = 400;

function sentenceBefore({ text }: Paragraph, at: number): string {
  return (
    text
      .slice(Math.max(0, at - farthest), at)
      .split(/[。！？；]/u)
      .at(-1) ?? ''
  );
}

function yearIn(match: RegExpMatchArray): number {
  return Number(match.slice(1).find((group) => group !== undefined && /^\d{4}$/u.test(group)));
}

function someDayOf(named: number): Said {
  return { from: `${named}-01-01`, to: `${named}-12-31`, precision: 'year', day: `${named}-01-31` };
}

function endOf(named: number): Said {
  return { ...someDayOf(named), day: `${named}-12-31` };
}

function earlyIn(named: number): Said {
  return { from: `${named}-01-01`, to: `${named}-03-31`, precision: 'half-year', day: `${named}-01-31` };
}

function lateIn(named: number): Said {
  return { from: `${named}-10-01`, to: `${named}-12-31`, precision: 'half-year', day: `${named}-12-31` };
}

/** A year in a quotation is not the speaker's. */
function bracketedDays(match: RegExpExecArray, { text }: Paragraph): Said | null {
  const before = text.slice(0, match.index);
  if (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('《') > before.lastIndexOf('》')
  )
    return null;
  const named = Number(match[2]);
  if (match[1] === '今年') return someDayOf(named);
  return match[1] === '去年' ? someDayOf(named + 1) : endOf(named - 1);
}

/** 2023年是…开局之年 counts if the text sets tasks for that year and names no later one. */
function plainDays(match: RegExpMatchArray, paragraph: Paragraph, whole: string): Said | null {
  const named = yearIn(match);
  if (/[一五]年来|过去(?:的)?一年|回顾/u.test(paragraph.text)) return null;
  if (RegExp(`(?:回顾|总结)[^。]{0,6}${named}年`, 'u').test(whole)) return null;
  for (let later = named + 1; later <= named + 4; later++)
    if (RegExp(`(?<![到至—－～~-])${later}年`, 'u').test(whole)) return null;
  const rest = paragraph.text.slice((match.index ?? 0) + match[0].length).split('。')[0] ?? '';
  const sets = setsTasksFor(`${named}年`, whole) || setsTasksFor('(?:今年|全年|新一年|新的一年)', rest);
  return sets ? someDayOf(named) : null;
}

/** 今年是“十四五”收官之年: the plan gives the year, and the text must set tasks for it. */
function planDays(match: RegExpMatchArray, whole: string): Said | null {
  const [, word = '', ordinal = '', which] = match;
  const first = 2001 + 5 * (parseNumeral(ordinal) ?? 0);
  const said = which === '收官' ? first + 4 : first;
  if (!setsTasksFor(`${word === '去年' ? said + 1 : said}年`, whole)) return null;
  if (word === '明年') return endOf(said - 1);
  return someDayOf(word === '去年' ? said + 1 : said);
}

function setsTasksFor(when: string, whole: string): boolean {
  return RegExp(`(?:做好|抓好|部署|安排|谋划|完成)好?${when}`, 'u').test(whole);
}
