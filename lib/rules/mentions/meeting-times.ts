import { sentenceAround } from '../../draft/draft.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { relativeYear } from '../dates/dated-draft.ts';
import { listed, type Target } from './target.ts';
import { daysBetween, monthOf, spokenDate, theOtherDay, yearOf } from './time.ts';

/** How long a meeting may be called just closed. Days. */
const justClosed = 100;
const how = '(?:刚刚?|已经?)?(?:胜利|圆满|隆重|成功)?';
/** 刚刚闭幕的, 去年10月召开的, 2018年召开的. Groups: just, relative, relative month, year, month. */
const closed = new RegExp(
  `(?:(刚刚?|${theOtherDay}|近日|前不久|不久前|上个?月底?|本月[初底]?|本月[上中下]旬|月初|昨天|前天|前几天|上周|上星期)|(今年|去年|前年)(?:(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|下旬|中旬|上旬)?|年?底|年?初)?|(20\\d{2})年(?:(\\d{1,2})月(?:\\d{1,2}日)?|年?底)?)(?:刚刚?)?(?:在北京)?(?:胜利|圆满|隆重|成功)?(?:闭幕|召开|结束|举行|落幕)的?(?:，|、)?$`,
  'u',
);
/** A time at the beginning of the sentence, with the meeting's attributes; and what the meeting did. */
const justHeldBefore = new RegExp(
  `(?:刚刚|${theOtherDay}|近日|前不久|不久前|上个?月|本月初?|昨天|前天|前几天|上周[一二三四五六日]?|上星期)(?=，?[^，。；]{0,14}$)`,
  'u',
);
const heldBehind =
  /^(?:在北京)?(?:又|已|已经)?(?:胜利|圆满|隆重|顺利)?(?:闭幕|召开|落幕|结束|审议通过|通过了?)/u;
const justHeldBehind = /^(?:胜利|圆满)?刚刚?(?:胜利|圆满|隆重)?(?:闭幕|开完|结束|落幕|召开)(?:不久)?/u;
/** 即将召开的, 不久将要召开的, 今年将召开. */
const ahead =
  /(?:即将|将要|就要|不久将|马上就?要|将|还要|要)(?:在北京)?(?:胜利|隆重)?(?:召开|开幕|举行|到来|迎来)的?$/u;
const awaitedBehind = new RegExp(
  `^(?:的)?${how}(?:即将|将要?|将于[^，。；]{1,12}|就要|马上)(?:在[^，。；]{1,6})?(?:胜利|隆重)?(?:召开|开幕|举行)`,
  'u',
);
/** 党的二十大安保, 党的二十大代表推荐: preparations for a future meeting. */
const workForIt =
  /^(?:期间)?的?(?:安保|维稳|信访保障|保电|护航|安全保卫|服务保障|保障工作|代表(?:推荐|选举|候选人|提名))/u;
/** 离党的二十大召开还有三十多天. */
const countdownBefore = /(?:距离|距|离)$/u;
const countdownBehind =
  /^(?:的)?(?:胜利|隆重)?(?:召开|开幕)?(?:还有|仅有|只有|只剩|还剩|仅剩|不到|不足|已不足|越来越近|日益临近)[^，。；]{0,10}/u;
const nearing = /^(?:的)?(?:胜利|隆重)?(?:召开|开幕)?(?:在即|临近|日益临近|日渐临近|越来越近|进入倒计时)/u;
/** 为党的二十大胜利召开营造, 迎接党的二十大胜利召开, 护航党的二十大. */
const welcomeBefore = /(?:迎接|喜迎|护航|保障|确保|迎|向|为|献礼|备战)(?:了)?$/u;
const welcomeBehind = /^(?:的)?(?:胜利|顺利|隆重|圆满|成功)?(?:召开|开幕)/u;
const gift = /^(?:胜利召开)?(?:献礼|献上|献厚礼)/u;
/** 今年是党的二十大召开之年. Groups: word, year. */
const yearOfMeetingBefore =
  /(今年|明年|(20\d{2})年)(?:，)?(?:既|也|正|又|将)?(?:是|迎来|将迎来)[^。；！？]{0,24}$/u;
/** 全面贯彻党的二十大精神的开局之年: the year behind the congress. */
const openingYear = /^精神的?(?:开局|起步)之年/u;
const yearOfMeetingBehind =
  /^(?:的)?(?:胜利|隆重)?(?:召开|举行)(?:的)?(?:之年|的?(?:重要|关键)?(?:的)?(?:一年|年份|年))/u;
/** About another day, whose 今年 is another year. */
const toldOfAnotherDay = /年前|当年|那年|那时|曾|说过|写道|回想|回顾|“/u;
const toldOfAnother =
  /年前|当年|那年|那时|那天|那一年|曾|说过|写道|写着|回想|回顾|回望|记得|想起|“|《|以来|年来|(?:19|20)\d{2}年|去年|前年|全县上下/u;
/** Limit of the search for words about a meeting. UTF-16 units. */
const reach = 40;

/** 2022年中央经济工作会议: a corrected day would repeat the year. */
const ownYear = /^20\d{2}年/u;

/** A meeting of a paragraph with known days. */
export type DatedMeeting = Span & { readonly from: IsoDate; readonly to: IsoDate };

/** Words of time beside meetings with known days, and meetings presented as still ahead. Offsets of the paragraph. */
export function meetingTimeMentions(text: string, meetings: readonly Target[], date: IsoDate): Target[] {
  return meetings.flatMap((meeting) => {
    const { from, to } = meeting;
    if (meeting.kind !== 'meeting') return [];
    if (from === null || to === null) return [];
    const dated: DatedMeeting = { start: meeting.start, end: meeting.end, from, to };
    return [
      saidClosed(text, dated, date),
      saidJustHeld(text, dated, date),
      saidAhead(text, dated, date),
      yearSaid(text, dated, date),
    ].filter((one) => one !== null);
  });
}

/** 刚刚闭幕的, 去年10月召开的: compared with the meeting's days. */
function saidClosed(text: string, meeting: DatedMeeting, date: IsoDate): Target | null {
  const before = text.slice(Math.max(0, meeting.start - reach), meeting.start);
  const match = closed.exec(before);
  if (match === null) return null;
  const [words, just, relative, relativeMonth, year, month] = match;
  const start = meeting.start - words.length;
  // The meeting itself may be right: only its time is wrong.
  const span = { start, end: meeting.start, from: meeting.from, to: meeting.to };
  const keep = listed({ ...span, kind: 'meeting-time', decided: 'keep' });
  const meetingYear = yearOf(meeting.to);
  if (just !== undefined) {
    const age = daysBetween(meeting.to, date);
    return age >= 0 && age <= justClosed
      ? keep
      : { ...wrongTime(span, meeting, null), role: 'just', ...ofThisDay(text, span) };
  }
  const said = relative === undefined ? Number(year) : (relativeYear(relative, yearOf(date)) ?? meetingYear);
  const saidMonth = numberOf(relativeMonth ?? month);
  const isRight =
    said === meetingYear &&
    (saidMonth === null || saidMonth === monthOf(meeting.to) || saidMonth === monthOf(meeting.from));
  if (isRight) return keep;
  const at = saidMonth === null ? `${meetingYear}年` : `${meetingYear}年${monthOf(meeting.to)}月`;
  const replacement = ownYear.test(text.slice(meeting.start, meeting.end))
    ? null
    : text
        .slice(span.start, span.end)
        .replace(
          /^(?:今年|去年|前年|20\d{2}年)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}日|份|底|[上中下]旬)?|年?[底初])?/u,
          at,
        );
  return {
    ...wrongTime(span, meeting, replacement),
    role: relative === undefined ? 'numbered' : 'relative',
    // A wrong number is wrong in a report too.
    ...(relative === undefined ? { decided: 'change' as const } : ofThisDay(text, span)),
  };
}

/** 前几天，举世瞩目的党的十八大胜利闭幕; 十九届四中全会刚开完: a relative time at the beginning of the clause, or directly behind the meeting. */
function saidJustHeld(text: string, meeting: DatedMeeting, date: IsoDate): Target | null {
  const sentence = sentenceAround(text, meeting.start, meeting.end);
  const after = text.slice(meeting.end, Math.min(sentence.end, meeting.end + reach));
  const before = text.slice(sentence.start, meeting.start);
  const behind = justHeldBehind.exec(after)?.[0];
  const lead = behind === undefined && heldBehind.test(after) ? justHeldBefore.exec(before) : null;
  if (behind === undefined && lead === null) return null;
  const span = {
    start: lead === null ? meeting.start : sentence.start + lead.index,
    end: lead === null ? meeting.end + (behind?.length ?? 0) : sentence.start + lead.index + lead[0].length,
    from: meeting.from,
    to: meeting.to,
  };
  const age = daysBetween(meeting.to, date);
  if (age >= 0 && age <= justClosed) return listed({ ...span, kind: 'meeting-time', decided: 'keep' });
  return { ...wrongTime(span, meeting, null), role: 'just', ...ofThisDay(text, span) };
}

/** 即将召开的, 离…召开还有, 为…召开营造, 向…献礼: right only before it opens. */
function saidAhead(text: string, meeting: DatedMeeting, date: IsoDate): Target | null {
  const before = text.slice(Math.max(0, meeting.start - reach), meeting.start);
  const after = text.slice(meeting.end, meeting.end + reach);
  const awaited = firstOf(before, ahead);
  const counted = firstOf(before, countdownBefore);
  const welcomed = firstOf(before, welcomeBefore);
  const behind =
    firstOf(after, awaitedBehind, workForIt, nearing) ||
    (counted === '' ? '' : firstOf(after, countdownBehind)) ||
    (welcomed === '' ? '' : firstOf(after, gift, welcomeBehind));
  const isWelcome = welcomed !== '' && (behind !== '' || /^(?:迎接|喜迎|献礼)$/u.test(welcomed));
  if (awaited === '' && behind === '' && !isWelcome) return null;
  const lead = awaited || counted || (isWelcome ? welcomed : '');
  const span = {
    start: meeting.start - lead.length,
    end: meeting.end + behind.length,
    from: meeting.from,
    to: meeting.to,
  };
  if (meeting.to >= date) return listed({ ...span, kind: 'meeting-time', decided: 'keep' });
  const role = isWelcome ? 'welcome' : 'ahead';
  return { ...wrongTime(span, meeting, null), role, ...ofThisDay(text, span) };
}

/** The match of the first pattern that fits a text; '' if none does. */
function firstOf(text: string, ...patterns: readonly RegExp[]): string {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return '';
}

/**
 * A time relative to the speech is wrong whatever the sentence does; if it is relative to another day, the sentence
 * decides.
 */
function ofThisDay(text: string, span: Span): Pick<Target, 'decided' | 'presumed'> {
  const sentence = sentenceAround(text, span.start, span.end);
  return toldOfAnother.test(text.slice(Math.max(0, sentence.start - reach), span.start))
    ? { presumed: true }
    : { decided: 'change' };
}

/** 今年是党的二十大召开之年. */
function yearSaid(text: string, meeting: DatedMeeting, date: IsoDate): Target | null {
  const before = text.slice(Math.max(0, meeting.start - reach), meeting.start);
  const after = text.slice(meeting.end, meeting.end + reach);
  const opening = openingYear.exec(after)?.[0];
  const behind = opening ?? yearOfMeetingBehind.exec(after)?.[0];
  if (behind === undefined) return null;
  const subject = yearOfMeetingBefore.exec(before);
  const start = subject === null ? meeting.start : meeting.start - subject[0].length;
  const span = { start, end: meeting.end + behind.length, from: meeting.from, to: meeting.to };
  const said =
    subject === null
      ? null
      : subject[2] === undefined
        ? relativeYear(subject[1] ?? '', yearOf(date))
        : Number(subject[2]);
  const rightYear = yearOf(meeting.to) + (opening === undefined ? 0 : 1);
  if (said === rightYear || (said === null && rightYear >= yearOf(date)))
    // The year itself may also be outdated: its own sentence decides.
    return listed({ ...span, start: meeting.start, kind: 'meeting-time', decided: 'keep' });
  const target = { ...wrongTime(span, meeting, null), role: 'year' };
  if (subject === null || toldOfAnotherDay.test(before)) return { ...target, presumed: true };
  return { ...target, decided: 'change' };
}

function wrongTime(
  span: Span & Pick<Target, 'from' | 'to'>,
  meeting: DatedMeeting,
  replacement: string | null,
): Target {
  return {
    ...span,
    kind: 'meeting-time',
    over: true,
    level: 'warning',
    message: () =>
      bilingual(
        `这次会议已于${spokenDate(meeting.to)}闭幕，与此处所说的时间不符，建议核改。`,
        `This meeting closed on ${meeting.to}, which is not the time said here. Please check.`,
      ),
    replacement,
  };
}

function numberOf(month: string | undefined): number | null {
  if (month === undefined) return null;
  if (/^\d+$/u.test(month)) return Number(month);
  const at = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].indexOf(month);
  return at < 0 ? null : at + 1;
}
