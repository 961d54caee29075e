import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { parseNumeral } from '../../draft/numeral-values.ts';
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

/** A shorter text may be a leftover alone; a draft indicates its time repeatedly. UTF-16 units. */
const shortestDraft = 200;
/** A sign of everything that dates a draft by its own year. */
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
/** Before a count of years: the speaker's own year is meant. */
const ownYear = /今年|今天|明天|后天|今日|值此|庆祝|迎来|迎接|适逢|恰逢|喜迎/u;
const toldYear = /去年|前年|当年|那年|那时|曾|回顾|以来|之际，(?:习近平|总书记)|(?:19|20)\d{2}年/u;
const yearOfPlan =
  /今年[^。；，]{0,6}是[^。；\n]{0,40}?[“"]?十([一二三四五六])五[”"]?(?:规划|计划|时期)?的?(开局|起步|收官)之年/gu;
const plainYear = /(?<![^。！？；\s　])((?:20)\d{2})年，?是[^。；，\n]{2,30}之年/gu;

/**
 * The probable day of a draft without a date, by statements about its own year: 今年是建党100周年, 刚刚闭幕的党的十九大, 今年是“十三五”收官之年.
 * Null if there are none, if two disagree by more than a year, or if the draft names the year judged on.
 * @returns an ISO date in the middle of that year
 */
export function impliedDay(draft: Draft, knowledge: Knowledge, date: IsoDate): IsoDate | null {
  const dating = draft.paragraphs.filter(
    ({ text, signs }) => hasSign(signs, tellingSign) && telling.test(text),
  );
  if (dating.length === 0 || !isLongEnough(draft)) return null;
  const year = yearOf(date);
  if (namesItsYear(draft, date)) return null;
  const years = dating.flatMap((paragraph) => yearsOf(paragraph, knowledge, date));
  const [least, most] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 || most - least > 1 || most >= year ? null : `${least}-06-30`;
}

/** Whether a text has more than a few sentences. */
export function isLongEnough({ paragraphs }: Draft): boolean {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0) >= shortestDraft;
}

/** Whether a draft names the year it is judged on, or that year's plan. */
export function namesItsYear({ paragraphs }: Draft, date: IsoDate): boolean {
  const year = `${yearOf(date)}年`;
  return paragraphs.some(({ text }) => text.includes(year) || text.includes('十五五'));
}

/** The years that a paragraph indicates as the draft's own. */
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

/** Roles of things that are named before they begin, and of years that lie ahead of a draft. */
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
 * The first day of the newest of a paragraph's targets that had begun by a date: the draft was not written before.
 * Plans and goals are named years ahead and do not count. '' if there is none.
 */
export function newestNamed(targets: readonly Target[], date: IsoDate): IsoDate | '' {
  let newest = '';
  for (const { kind, role, from } of targets) {
    if (from === null || from > date || from <= newest || kind === 'plan' || kind === 'goal') continue;
    if (!mayLieAhead.has(role ?? '')) newest = from;
  }
  return newest;
}

/** The last day on which a target was current; for a meeting, the day before the next congress. Null if unknown. */
export function lastDayOf({ kind, to }: Target, knowledge: Knowledge): IsoDate | null {
  if (to === null || kind !== 'meeting') return to;
  const next = seriesOf(knowledge, 'party-congress')?.members.find((member) => member.to > to);
  return next?.from ?? null;
}

/**
 * The probable day of a draft without a date, by what it names: not before the newest of it, and not after the end of
 * the first thing that it presents as current.
 * @param until the last day of each outdated thing that is presented as current
 * @param newest the first day of the newest thing named; '' if there is none
 * @returns an ISO date; null if the newest is later than most of the outdated ones: those are leftovers in a draft of
 * today
 */
export function dayBetween(until: readonly IsoDate[], newest: IsoDate | ''): IsoDate | null {
  const fitting = until.filter((last) => last > newest);
  if (fitting.length * 2 <= until.length) return null;
  return newest === '' ? (fitting.sort()[0] ?? null) : newest;
}
