import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numerals.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import { inMarks } from '../words.ts';
import type { Mention } from './mention.ts';
import { league } from './other-meetings.ts';
import { daysBetween, latestClosed, memberOf, seriesOf, spokenDate } from './time.ts';

/** A central committee has seven plenums at most. */
const session = '[一二三四五六七]';
/** Days after a session closed in which the list of those before it is still in use. */
const graceDays = 10;
const plenums = `(${term})届((?:${session}中[、和])*${session}中|历次)全会`;

/** 中国工会十八大, 中国妇女十三大: congresses of others, counted in their own way. */
const others = `工会|妇女|妇联|${league}|共青团|青联|学联|侨联|文联|作协|科协|残联|工商联|记协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟`;

/** What every name of a congress holds: 十九大, 第十九次全国代表大会. What stands around it decides. */
const congress = new RegExp(`(${term})(大|次全国代表大会)`, 'gu');
/** 党的十九大, 中共十九大. */
const ofTheParty = /(?:党的|中共)$/u;
/** 刚刚闭幕的十九大. */
const justClosed = /(?:闭幕|召开)的$/u;
/** 二十大类, 十大项: a number and its measure. */
const otherCount = /^(?:类|项|以前)/u;
/** Behind these, 十九大 is a part of another name or number. */
const partOfOther = new RegExp(`(?:[第二三四五六七八九十百的共]|${others})$`, 'u');
/** Words that go with a congress, behind a bare 十九大. */
const goesWithCongress = new RegExp(
  `^(?:精神|和${term}届|、${term}大|及${term}届|战略部署|决策部署|部署|确定的)`,
  'u',
);
const fullName = '中国共产党第';
/** What may follow a congress in one breath: 和十九届二中、三中全会, 和十九届历次全会. */
const chained = new RegExp(`^(?:和|及|以及|暨|、)(?:党的)?${plenums}`, 'u');
/** 省委十二届历次全会 are plenums of a local committee. */
const plenum = new RegExp(`(?<!委)(党的|中共)?${plenums}`, 'gu');
const fullPlenum = new RegExp(
  `(?:中国共产党|中共|党的)?第(${term})届中央委员会第(${session})次全体会议`,
  'gu',
);

/** No name before a number is longer, and no list of plenums behind it. Units. */
const longestLead = 8;
const longestChain = 40;

/** The plenums that a list goes on to. */
const more = new RegExp(`^[、和及](?:${term}届)?((?:${session}中[、和]?)+)全会`, 'u');
const newer = new RegExp(`(${term})[大届]`, 'gu');

/** Mentions of party congresses and plenums that a newer one has superseded by a day. Offsets of the paragraph. */
export function partyMeetingMentions(text: string, knowledge: Knowledge, date: IsoDate): Mention[] {
  // Every term and every session of one is a number from ten on.
  if (!text.includes('十')) return [];
  const congresses = seriesOf(knowledge, 'party-congress');
  const plenumSeries = seriesOf(knowledge, 'plenum');
  const current = congresses && latestClosed(congresses, date);
  if (current?.term === undefined) return [];
  const mentions: Mention[] = [];
  const taken: [number, number][] = [];

  for (const match of matchesOf(text, congress)) {
    const start = congressStart(text, match);
    if (start === null) continue;
    const number = parseNumeral(match[1] ?? '');
    const nameEnd = match.index + match[0].length;
    const chain = chained.exec(text.slice(nameEnd, nameEnd + longestChain));
    const end = nameEnd + (chain?.[0].length ?? 0);
    taken.push([start, end]);
    if (number === null || number < 12) continue;
    if (number < current.term && !continuesNewer(text, end, current.term)) {
      const lead = text.slice(start, match.index);
      mentions.push(oldCongress(lead, chain, { start, end }, current, plenumSeries, date));
    } else if (number === current.term && chain !== null && plenumSeries !== undefined) {
      const listed = listsNewest(text.slice(end), plenumSeries, date)
        ? null
        : listedPlenums(chain, nameEnd, current.term, plenumSeries, date);
      if (listed !== null) mentions.push(listed);
    }
  }

  if (plenumSeries === undefined) return mentions;
  const free = (at: number) => !taken.some(([from, to]) => at >= from && at < to);
  const short = text.includes('全会') ? matchesOf(text, plenum) : [];
  const full = text.includes('全体会议') ? matchesOf(text, fullPlenum) : [];
  for (const match of [...short, ...full]) {
    if (!free(match.index)) continue;
    const mention = oldPlenum(match, current.term, plenumSeries, date, text);
    if (mention !== null) mentions.push(mention);
  }
  return mentions;
}

/** Where the name of a congress begins that holds a match; null where the match is something else. */
function congressStart(text: string, match: RegExpExecArray): number | null {
  const before = text.slice(Math.max(0, match.index - longestLead), match.index);
  if (match[2] !== '大') return before.endsWith(fullName) ? match.index - fullName.length : null;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
  if (ofTheParty.test(before)) return otherCount.test(after) ? null : match.index - 2;
  const bare = !partOfOther.test(before) && goesWithCongress.test(after);
  return bare || (justClosed.test(before) && !otherCount.test(after)) ? match.index : null;
}

/** 党的十八大、十九大、二十大精神: a list that goes on to the current one is complete, not old. */
function continuesNewer(text: string, end: number, currentTerm: number): boolean {
  const rest = text.slice(end, end + 40).split(/[，。；：]/u, 1)[0] ?? '';
  for (const match of matchesOf(rest, newer)) {
    const number = parseNumeral(match[1] ?? '');
    if (number !== null && number >= currentTerm) return true;
  }
  return false;
}

function oldCongress(
  lead: string,
  chain: RegExpExecArray | null,
  span: Span,
  current: SeriesMember,
  plenumSeries: Series | undefined,
  date: IsoDate,
): Mention {
  const numeral = formatNumeral(current.term ?? 0);
  const name = lead === fullName ? `${fullName}${numeral}次全国代表大会` : `${lead}${numeral}大`;
  const later =
    chain === null || plenumSeries === undefined ? '' : plenumPhrase(plenumSeries, current.term ?? 0, date);
  const replacement = later === '' ? name : `${name}和${later}`;
  return supersededBy(current, replacement, span);
}

/** The plenums of a term that had closed by a day, as they are named after its congress; '' when there is none to name. */
function plenumPhrase(series: Series, termNumber: number, date: IsoDate): string {
  const closed = series.members.filter(
    (member) =>
      member.term === termNumber &&
      (member.session ?? 0) > 1 &&
      member.to <= date &&
      member.attestation !== 'none',
  );
  if (closed.length === 0) return '';
  const numeral = formatNumeral(termNumber);
  // 历次 came into use with 十九届六中全会 (2021-11-11) and again with 二十届四中全会 (2025-10-23).
  if (closed.length >= 3 && date >= '2021-11-11') return `${numeral}届历次全会`;
  return `${numeral}届${closed.map((member) => `${formatNumeral(member.session ?? 0)}中`).join('、')}全会`;
}

/** 党的二十大和二十届三中全会、四中全会精神: the list goes on to the newest one. */
function listsNewest(rest: string, series: Series, date: IsoDate): boolean {
  const sessions = more.exec(rest)?.[1] ?? '';
  const newest = latestClosed(series, date)?.session ?? 0;
  return [...sessions].some((char) => (parseNumeral(char) ?? 0) >= newest);
}

/** 党的二十大和二十届二中、三中全会精神 after the fourth plenum: the list is no longer whole. */
function listedPlenums(
  chain: RegExpExecArray,
  at: number,
  currentTerm: number,
  series: Series,
  date: IsoDate,
): Mention | null {
  const [all, numeral = '', sessions = ''] = chain;
  const number = parseNumeral(numeral);
  // 党的二十大和十九届历次全会: the congress was brought up to date, its plenums were left behind.
  const leftBehind = number !== null && number < currentTerm;
  if (!leftBehind && (number !== currentTerm || sessions === '历次')) return null;
  const now = plenumPhrase(series, currentTerm, date);
  const written = `${numeral}届${sessions.replaceAll('和', '、')}全会`;
  if (now === '' || now === written) return null;
  const start = at + all.indexOf(numeral);
  const newest = latestClosed(series, date);
  const newestSession = newest?.session ?? 0;
  // The session's own documents and the reports on it still name the ones before it.
  if (!leftBehind && newest !== undefined && daysBetween(newest.to, date) <= graceDays) return null;
  // A list that reaches the newest one is whole; one that goes beyond what the packs know is not for us to judge.
  if (!leftBehind && [...sessions].some((char) => (parseNumeral(char) ?? 0) >= newestSession)) return null;
  return {
    start,
    end: at + all.length,
    kind: 'meeting',
    level: 'warning',
    message: () =>
      both(
        `${newest?.name ?? ''}（${spokenDate(newest?.to ?? date)}闭幕）之后，通常写作“${now}”。`,
        `Since ${newest?.name ?? ''} closed (${newest?.to ?? date}), this is usually written “${now}”.`,
      ),
    ...(newest === undefined ? {} : { source: newest.source }),
    replacement: now,
  };
}

function oldPlenum(
  match: RegExpExecArray | RegExpMatchArray,
  currentTerm: number,
  series: Series,
  date: IsoDate,
  text: string,
): Mention | null {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const full = match[0].includes('全体会议');
  const number = parseNumeral((full ? match[1] : match[2]) ?? '');
  const sessions = (full ? match[2] : match[3]) ?? '';
  const newest = latestClosed(series, date);
  if (number === null || number < 15 || newest?.term === undefined || newest.session === undefined)
    return null;
  if (number > currentTerm || continuesNewer(text, end, number + 1)) return null;
  const several = sessions === '历次' || sessions.length > 2;
  if (number === currentTerm)
    return sessions === '历次' ? null : earlierOfTerm(match, sessions, series, newest, date, text);
  const numeral = formatNumeral(newest.term);
  const phrase = plenumPhrase(series, newest.term, date);
  if (several && phrase === '') return null;
  const one = formatNumeral(newest.session);
  const replacement = several
    ? `${match[1] ?? ''}${phrase}`
    : full
      ? match[0].replace(/第.+$/u, `第${numeral}届中央委员会第${one}次全体会议`)
      : `${match[1] ?? ''}${numeral}届${one}中全会`;
  return supersededBy(newest, replacement, { start, end });
}

/** How far back a paragraph is read for what time it tells of. Units. */
const farthest = 400;
/** Told of the time in which the earlier plenum was the newest, or of what was done. */
const toldBefore = /以来|年来|过去一年|去年|上半年|季度|[一二三四五]年，/u;
const toldAfter = /了|召开|举办|累计|取得|得到|显著|明显|\d|以来/u;

/**
 * A plenum that a later one of the same term has followed. On its own subject it still guides, and named for its decisions
 * it may be just what is meant: only a remark. Its spirit alone, as today's guidance on everything, is a leftover.
 */
function earlierOfTerm(
  match: RegExpExecArray | RegExpMatchArray,
  sessions: string,
  series: Series,
  newest: SeriesMember,
  date: IsoDate,
  text: string,
): Mention | null {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const several = sessions.length > 2;
  const session = parseNumeral(sessions.at(-2) ?? '') ?? parseNumeral(sessions);
  const named = memberOf(series, newest.term ?? null, session);
  if (named === undefined || named.to >= newest.to) return null;
  const sentence = sentenceAround(text, start, end);
  const after = text.slice(end, sentence.end);
  const nearby = text.slice(Math.max(0, sentence.start - 120), sentence.end);
  const written = `${formatNumeral(newest.session ?? 0)}中`;
  const isLeftover =
    /^(?:的)?精神(?!.{0,40}(?:结合|贯通))/u.test(after) &&
    named.subjects.length > 0 &&
    !named.subjects.some((subject) => nearby.includes(subject)) &&
    !text.slice(sentence.start, sentence.end).includes(`${written}全会`) &&
    !toldBefore.test(text.slice(Math.max(0, start - farthest), start)) &&
    !toldAfter.test(after);
  const full = match[0].includes('全体会议');
  const replacement = full
    ? match[0].replace(/第[一二三四五六七]次/u, `第${formatNumeral(newest.session ?? 0)}次`)
    : several
      ? (match[1] ?? '') + plenumPhrase(series, newest.term ?? 0, date)
      : match[0].replace(/[一二三四五六七]中全会$/u, `${written}全会`);
  if (several && !isLeftover) return null;
  return {
    start,
    end,
    kind: 'meeting',
    level: isLeftover ? 'warning' : 'hint',
    message: () =>
      isLeftover
        ? both(
            `最近一次全会是${newest.name}（${spokenDate(newest.to)}闭幕），作为当前要求建议用${inMarks(replacement)}。`,
            `The latest plenary session is ${newest.name} (closed ${newest.to}); as today's guidance, use ${inMarks(replacement)}.`,
          )
        : both(
            `最近一次全会是${newest.name}（${spokenDate(newest.to)}闭幕）。如指当前要求，可一并核对。`,
            `The latest plenary session is ${newest.name} (closed ${newest.to}). If today's guidance is meant, check this.`,
          ),
    source: newest.source,
    replacement: isLeftover ? replacement : null,
  };
}

/** What is said of a meeting of an earlier term, and what stands in its place. */
function supersededBy(newest: SeriesMember, replacement: string, { start, end }: Span): Mention {
  return {
    start,
    end,
    kind: 'meeting',
    level: 'error',
    message: () =>
      both(
        `此处为往届提法。稿件日期在${newest.name}闭幕（${spokenDate(newest.to)}）之后，作为当前要求建议用${inMarks(replacement)}。`,
        `From an earlier term. The draft is dated after ${inMarks(newest.name)} closed (${newest.to}); as today's guidance, use ${inMarks(replacement)}.`,
      ),
    source: newest.source,
    replacement,
  };
}
