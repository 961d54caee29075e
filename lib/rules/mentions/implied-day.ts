import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { parseNumeral } from '../../draft/numerals.ts';
import { hasSign, pairsOf, signOf } from '../../draft/signs.ts';
import type { Draft, IsoDate } from '../../draft/types.ts';
import type { Knowledge } from '../../phrases/types.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { anniversaryMentions, countSign } from './anniversaries.ts';
import { meetingTimeMentions } from './meeting-times.ts';
import { partyMeetingMentions, partyMeetingSign } from './party-meetings.ts';
import { planSign } from './plans.ts';
import type { Target } from './target.ts';
import { memberOf, seriesOf, yearOf } from './time.ts';
import { yearSign } from './written-years.ts';

/** A few sentences may hold a leftover; a draft tells its time more than once. Units. */
const shortestDraft = 200;
/** Where none of these stands, nothing places the draft beside its own year. */
const tellingSign = signOf(
  '周年',
  ...pairsOf('一二三四五六七八九十0123456789', '个届'),
  '之年',
  '刚刚',
  '将',
  '召开',
  '开幕',
);
const telling = /周年|第[\d一二三四五六七八九十]{1,3}[个届]|之年|刚刚|即将|将|召开|开幕/u;
/** Before a count of years: it is the speaker's own. */
const ownYear = /今年|今天|明天|后天|今日|值此|庆祝|迎来|迎接|适逢|恰逢|喜迎/u;
const toldYear = /去年|前年|当年|那年|那时|曾|回顾|以来|之际，(?:习近平|总书记)|(?:19|20)\d{2}年/u;
const yearOfPlan =
  /今年[^。；，]{0,6}是[^。；\n]{0,40}?[“"]?十([一二三四五六])五[”"]?(?:规划|计划|时期)?的?(开局|起步|收官)之年/gu;
const plainYear = /(?<![^。！？；\s　])((?:20)\d{2})年，?是[^。；，\n]{2,30}之年/gu;

/**
 * The day that a draft without a date was probably written for, by what stands beside its own year: 今年是建党100周年,
 * 刚刚闭幕的党的十九大, 今年是“十三五”收官之年. Null where nothing does, where two disagree by more than a year, and where
 * the draft names the year that it is judged in.
 * @returns an ISO date in the middle of that year
 */
export function impliedDay(draft: Draft, knowledge: Knowledge, date: IsoDate): IsoDate | null {
  const told = draft.paragraphs.filter(
    ({ text, signs }) => hasSign(signs, tellingSign) && telling.test(text),
  );
  if (told.length === 0 || !isLongEnough(draft)) return null;
  const year = yearOf(date);
  if (namesItsYear(draft, date)) return null;
  const years = told.flatMap((paragraph) => yearsOf(paragraph, knowledge, date));
  const [least, most] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 || most - least > 1 || most >= year ? null : `${least}-06-30`;
}

/** Whether a text is more than a few sentences. */
export function isLongEnough({ paragraphs }: Draft): boolean {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0) >= shortestDraft;
}

/** Whether a draft names the year it is judged in, or the plan of that year. */
export function namesItsYear({ paragraphs }: Draft, date: IsoDate): boolean {
  const year = `${yearOf(date)}年`;
  return paragraphs.some(({ text }) => text.includes(year) || text.includes('十五五'));
}

/** The years that a paragraph tells to be the draft's own. */
function yearsOf(paragraph: ParagraphText, knowledge: Knowledge, date: IsoDate): number[] {
  const { text, signs } = paragraph;
  const plain = hasSign(signs, yearSign) ? matchesOf(text, plainYear).map((match) => Number(match[1])) : [];
  return [
    ...plain,
    ...yearsOfPlans(paragraph, knowledge),
    ...yearsOfCounts(paragraph, knowledge, date),
    ...yearsOfMeetings(paragraph, knowledge, date),
  ];
}

/** 今年是“十三五”收官之年. */
function yearsOfPlans({ text, signs }: ParagraphText, knowledge: Knowledge): number[] {
  const plans = seriesOf(knowledge, 'five-year-plan');
  if (plans === undefined || !hasSign(signs, planSign)) return [];
  return matchesOf(text, yearOfPlan).flatMap((match) => {
    const plan = memberOf(plans, parseNumeral(`十${match[1] ?? ''}`), undefined);
    return plan === undefined ? [] : yearOf(match[2] === '收官' ? plan.to : plan.from);
  });
}

/** 今年是建党100周年. */
function yearsOfCounts({ text, signs }: ParagraphText, knowledge: Knowledge, date: IsoDate): number[] {
  if (!hasSign(signs, countSign)) return [];
  return anniversaryMentions(text, knowledge, date).flatMap(({ start, from }) => {
    if (from === null) return [];
    const before = text.slice(sentenceAround(text, start, start).start, start);
    return ownYear.test(before) && !toldYear.test(before) ? yearOf(from) : [];
  });
}

/** 刚刚闭幕的党的十九大. */
function yearsOfMeetings({ text, signs }: ParagraphText, knowledge: Knowledge, date: IsoDate): number[] {
  if (!hasSign(signs, partyMeetingSign) || !/刚刚|即将|将|召开|开幕/u.test(text)) return [];
  const meetings = partyMeetingMentions(text, knowledge, date);
  return meetingTimeMentions(text, meetings, date).flatMap(({ role, from, start, end }) => {
    if (from === null || (role !== 'just' && role !== 'ahead')) return [];
    const sentence = sentenceAround(text, start, end);
    return toldYear.test(text.slice(sentence.start, start)) ? [] : yearOf(from);
  });
}

/** Roles of what is named before it begins, and of years that lie ahead of a draft. */
const mayLieAhead: ReadonlySet<string> = new Set([
  'ahead',
  'welcome',
  'year',
  'countdown',
  'coming',
  'deadline',
  'planned',
  'other',
  'day',
]);

/**
 * The first day of the newest thing that a paragraph's targets name and that had begun by a day: its draft was not written
 * before. Plans and goals are spoken of for years ahead. '' where there is none.
 */
export function newestNamed(targets: readonly Target[], date: IsoDate): IsoDate | '' {
  let newest = '';
  for (const { kind, role, from } of targets) {
    if (from === null || from > date || from <= newest || kind === 'plan' || kind === 'goal') continue;
    if (!mayLieAhead.has(role ?? '')) newest = from;
  }
  return newest;
}

/** The last day on which a target was today's; a meeting's is the one before the next congress opens. Null: nobody can say. */
export function lastDayOf({ kind, to }: Target, knowledge: Knowledge): IsoDate | null {
  if (to === null || kind !== 'meeting') return to;
  const next = seriesOf(knowledge, 'party-congress')?.members.find((member) => member.to > to);
  return next?.from ?? null;
}

/**
 * The day that a draft without a date was probably written on, by what it names: not before the newest of it, and not
 * after the first thing that it presents as today's was over.
 * @param until the last day of each thing that is presented as today's and is over
 * @param newest the first day of the newest thing that is named; '' where there is none
 * @returns an ISO date; null where the newest lies behind most of what is over: that is a leftover in a draft of today
 */
export function dayBetween(until: readonly IsoDate[], newest: IsoDate | ''): IsoDate | null {
  const fitting = until.filter((last) => last > newest);
  if (fitting.length * 2 <= until.length) return null;
  return newest === '' ? (fitting.sort()[0] ?? null) : newest;
}
