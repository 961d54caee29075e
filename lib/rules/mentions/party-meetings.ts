import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numerals.ts';
import { apart } from '../../draft/overlaps.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { both } from '../../language/language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import { inMarks } from '../words.ts';
import { messageOf } from './earlier-term.ts';
import { listedPlenums, plenumPhrase } from './listed-plenums.ts';
import { league } from './other-meetings.ts';
import { listed, type Target } from './target.ts';
import { expectedBy, latestClosed, memberOf, seriesOf, spokenDate } from './time.ts';

/** A central committee has seven plenums at most. */
const session = '[一二三四五六七]';
const plenums = `(${term})届((?:${session}中[、和])*${session}中|历次)全会`;

/** 中国工会十八大, 中国妇女十三大: congresses of others, counted in their own way. */
const others = `工会|妇女|妇联|${league}|共青团|青联|学联|侨联|文联|作协|科协|残联|工商联|记协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟`;

/** What every name of a congress holds: 十九大, 第十九次全国代表大会. What stands around it decides. */
const congress = new RegExp(`(${term})(大|次全国代表大会)`, 'gu');
/** 党的十九大, 中共十九大. */
const ofTheParty = /(?:党的|中共)$/u;
/** 二十大类, 十大项, 十八大工程: a number and its measure. */
const otherCount =
  /^(?:类|项|以前|件|名|个|重点|重大|工程|行动|产业|举措|任务|板块|领域|体系|专项|措施|民生|亮点|成果|品牌|园区|基地|项目|景|片区|系列|方面|奖)/u;
/** Behind these, 十九大 is a part of another name or number. */
const partOfOther = new RegExp(`(?:[第二三四五六七八九十百的共]|${others})$`, 'u');
/** 刚刚闭幕的十九大: the meeting is what was held. */
const held = /(?:闭幕|召开|结束)的$/u;
/** Words that go with a congress, behind a bare 十九大. */
const goesWithCongress = new RegExp(
  `^(?:精神|和${term}届|、${term}大|及${term}届|战略部署|决策部署|部署|确定的|以来|报告|召开|胜利|之后|提出|代表|后|前|期间|关于|对|要求|描绘|擘画|作出|通过|新|[，。；、）”])`,
  'u',
);
const fullName = '中国共产党第';
/** What may follow a congress in one breath: 和十九届二中、三中全会, 和十九届历次全会. */
const chained = new RegExp(`^(?:和|及|以及|暨|、)(?:党的)?${plenums}`, 'u');
/** The first character of what chains them. */
const mayChain: ReadonlySet<string> = new Set('和及以暨、');
/** 省委十二届历次全会 are plenums of a local committee. */
const plenum = new RegExp(`(?<!委)(党的|中共)?${plenums}`, 'gu');
const fullPlenum = new RegExp(
  `(?:中国共产党|中共|党的)?第(${term})届中央委员会第(${session})次全体会议`,
  'gu',
);
/** Before these terms congresses, and plenums, are history wherever they are named. */
const oldestCongress = 12;
const oldestPlenum = 15;

/** No name before a number is longer, and no list of plenums behind it. Units. */
const longestLead = 8;
const longestChain = 40;
/** And no list of congresses goes on farther. Units. */
const longestList = 40;
const newer = new RegExp(`(${term})[大届]`, 'gu');

/** What every name of a congress or a plenum holds. */
export const partyMeetingSign = signOf(...pairsOf('一二三四五六七八九十', '大'), '次全', '全会', '全体');

/** 三中全会: one of the term of its day. Group 1: session. */
const barePlenum = new RegExp(`(?<![届、和中委])(?:党的)?(${session})中全会`, 'gu');

/** 三中全会对…作出部署, in an old draft: the plenum of the term in which it was written. */
export function barePlenums(text: string, knowledge: Knowledge, date: IsoDate, then: IsoDate): Target[] {
  if (!text.includes('中全会')) return [];
  const congresses = seriesOf(knowledge, 'party-congress');
  const series = seriesOf(knowledge, 'plenum');
  const terms = [congresses && latestClosed(congresses, then), congresses && latestClosed(congresses, date)];
  const [itsTerm, current] = terms.map((one) => one?.term);
  const newest = series && latestClosed(series, date);
  if (series === undefined || newest === undefined || itsTerm === undefined || current === undefined)
    return [];
  return matchesOf(text, barePlenum).map((match) => {
    const named = memberOf(series, itsTerm, parseNumeral(match[1] ?? ''));
    const span = { start: match.index, end: match.index + match[0].length };
    const dated: Dated = { ...span, from: named?.from ?? null, to: named?.to ?? null };
    if (named === undefined || itsTerm >= current) return keep(dated, 'keep');
    const replacement = `党的${formatNumeral(newest.term ?? 0)}届${formatNumeral(newest.session ?? 0)}中全会`;
    return superseded('plenum', dated, newest, replacement, expectedBy(series, date));
  });
}

/** What the mentions of a paragraph are judged on. */
interface Now {
  readonly text: string;
  readonly date: IsoDate;
  readonly congresses: Series;
  /** The newest congress, and the number of its term. */
  readonly current: SeriesMember;
  readonly currentTerm: number;
  /** Absent where no pack has the plenums. */
  readonly plenums: Series | undefined;
}

/** All mentions of party congresses and of plenums by their terms in a paragraph, with what stands in their place on a day. */
export function partyMeetingMentions(text: string, knowledge: Knowledge, date: IsoDate): Target[] {
  // Every term and every session of one is a number from ten on.
  if (!text.includes('十')) return [];
  const congresses = seriesOf(knowledge, 'party-congress');
  const current = congresses && latestClosed(congresses, date);
  if (congresses === undefined || current?.term === undefined) return [];
  const series = seriesOf(knowledge, 'plenum');
  const now: Now = { text, date, congresses, current, currentTerm: current.term, plenums: series };
  const mentions: Target[] = [];
  const taken: Span[] = [];
  for (const match of matchesOf(text, congress)) {
    const written = writtenCongress(match, text);
    if (written === null) continue;
    taken.push(written);
    for (const mention of congressMentions(written, now)) mentions.push(mention);
  }
  if (series === undefined) return mentions;
  const short = text.includes('全会') ? matchesOf(text, plenum) : [];
  const full = text.includes('全体会议') ? matchesOf(text, fullPlenum) : [];
  const named = [...short, ...full].map((match) => ({ match, start: match.index, end: match.index + 1 }));
  for (const { match } of apart(named, taken, text.length))
    mentions.push(plenumMention(match, current.term, series, date, text));
  return mentions;
}

/** A congress as a text names it, with the plenums named in one breath with it. */
interface WrittenCongress extends Span {
  readonly number: number | null;
  /** 党的, 中国共产党第 …, or ''. */
  readonly lead: string;
  /** Where the congress ends and its plenums begin. */
  readonly nameEnd: number;
  readonly chain: RegExpExecArray | null;
}

/** Reads a match of `congress`; null where it is something else. */
function writtenCongress(match: RegExpExecArray, text: string): WrittenCongress | null {
  const start = congressStart(text, match);
  if (start === null) return null;
  const nameEnd = match.index + match[0].length;
  const chain = mayChain.has(text.charAt(nameEnd))
    ? chained.exec(text.slice(nameEnd, nameEnd + longestChain))
    : null;
  return {
    start,
    end: nameEnd + (chain?.[0].length ?? 0),
    number: parseNumeral(match[1] ?? ''),
    lead: text.slice(start, match.index),
    nameEnd,
    chain,
  };
}

function congressMentions(written: WrittenCongress, now: Now): Target[] {
  const { start, end, number, lead, nameEnd, chain } = written;
  const { text, date, congresses, current, currentTerm, plenums: series } = now;
  const named = memberOf(congresses, number, undefined);
  const span: Dated = { start, end, from: named?.from ?? null, to: named?.to ?? null };
  const isOld = number !== null && number >= oldestCongress && number < currentTerm;
  if (isOld && !continuesNewer(text, end, currentTerm))
    return [oldCongress(lead, chain, span, current, series, date)];
  const stale =
    number === currentTerm && chain !== null && series !== undefined
      ? listedPlenums(chain, nameEnd, text.slice(end), currentTerm, series, date)
      : null;
  return stale === null ? [keep(span, 'keep')] : [stale, keep({ ...span, end: nameEnd }, 'keep')];
}

/** Where the name of a congress begins that holds a match; null where the match is something else. */
function congressStart(text: string, match: RegExpExecArray): number | null {
  const before = text.slice(Math.max(0, match.index - longestLead), match.index);
  if (match[2] !== '大') return before.endsWith(fullName) ? match.index - fullName.length : null;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
  if (otherCount.test(after)) return null;
  if (ofTheParty.test(before)) return match.index - 2;
  if (held.test(before)) return match.index;
  return !partOfOther.test(before) && goesWithCongress.test(after) ? match.index : null;
}

/** 党的十八大、十九大、二十大精神: a list that goes on to the current one is complete, not old. */
function continuesNewer(text: string, end: number, currentTerm: number): boolean {
  const near = text.slice(end, end + longestList);
  if (!near.includes('十')) return false;
  const stop = near.search(/[，。；：]/u);
  for (const match of matchesOf(stop < 0 ? near : near.slice(0, stop), newer)) {
    const number = parseNumeral(match[1] ?? '');
    if (number !== null && number >= currentTerm) return true;
  }
  return false;
}

type Dated = Span & Pick<Target, 'from' | 'to'>;

function oldCongress(
  lead: string,
  chain: RegExpExecArray | null,
  span: Dated,
  current: SeriesMember,
  plenumSeries: Series | undefined,
  date: IsoDate,
): Target {
  const numeral = formatNumeral(current.term ?? 0);
  const name = lead === fullName ? `${fullName}${numeral}次全国代表大会` : `${lead}${numeral}大`;
  const later =
    chain === null || plenumSeries === undefined ? '' : plenumPhrase(plenumSeries, current.term ?? 0, date);
  const replacement = later === '' ? name : `${name}和${later}`;
  return superseded('congress', span, current, replacement);
}

/** A plenum, or several of a term, as a text names them. */
interface WrittenPlenum extends Span {
  readonly lead: string;
  readonly written: string;
  readonly isFull: boolean;
  readonly isSeveral: boolean;
  readonly sessions: string;
  readonly term: number | null;
}

function plenumMention(
  match: RegExpExecArray,
  currentTerm: number,
  series: Series,
  date: IsoDate,
  text: string,
): Target {
  const written = writtenPlenum(match);
  const { start, end, term: number, sessions, isFull } = written;
  const newest = latestClosed(series, date);
  const named = memberOf(series, number, parseNumeral(sessions.at(isFull ? 0 : -2) ?? ''));
  const dated: Dated = { start, end, from: named?.from ?? null, to: named?.to ?? null };
  const kept = keep(dated, named?.expected === true ? 'check' : 'keep');
  if (number === null || number < oldestPlenum || newest?.term === undefined) return kept;
  if (number > currentTerm || continuesNewer(text, end, number + 1)) return kept;
  if (number === currentTerm) {
    if (sessions === '历次' || named === undefined || named.to >= newest.to) return kept;
    return earlierOfTerm(written, named, series, newest, date, text);
  }
  const replacement = newestPlenum(written, series, newest, date);
  if (replacement === null) return kept;
  return superseded('plenum', dated, newest, replacement, expectedBy(series, date));
}

/** Reads a match of `plenum` or `fullPlenum`. */
function writtenPlenum(match: RegExpExecArray): WrittenPlenum {
  const isFull = match[0].includes('全体会议');
  const [numeral = '', sessions = ''] = isFull ? match.slice(1) : match.slice(2);
  return {
    start: match.index,
    end: match.index + match[0].length,
    lead: match[1] ?? '',
    written: match[0],
    isFull,
    isSeveral: !isFull && (sessions === '历次' || sessions.length > 2),
    sessions,
    term: parseNumeral(numeral),
  };
}

/** The newest plenum in the style of a written one; null when the current term has none to name. */
function newestPlenum(
  { lead, written, isFull, isSeveral }: WrittenPlenum,
  series: Series,
  newest: SeriesMember,
  date: IsoDate,
): string | null {
  if (newest.session === undefined) return null;
  const numeral = formatNumeral(newest.term ?? 0);
  if (isSeveral) {
    const phrase = plenumPhrase(series, newest.term ?? 0, date);
    return phrase === '' ? null : `${lead}${phrase}`;
  }
  const one = formatNumeral(newest.session);
  return isFull
    ? written.replace(/第.+$/u, `第${numeral}届中央委员会第${one}次全体会议`)
    : `${lead}${numeral}届${one}中全会`;
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
  { start, end, lead, written, isFull, isSeveral }: WrittenPlenum,
  named: SeriesMember,
  series: Series,
  newest: SeriesMember,
  date: IsoDate,
  text: string,
): Target {
  const sentence = sentenceAround(text, start, end);
  const after = text.slice(end, sentence.end);
  const nearby = text.slice(Math.max(0, sentence.start - 120), sentence.end);
  const latest = `${formatNumeral(newest.session ?? 0)}中`;
  const isLeftover =
    /^(?:的)?精神(?!.{0,40}(?:结合|贯通))/u.test(after) &&
    named.subjects.length > 0 &&
    !named.subjects.some((subject) => nearby.includes(subject)) &&
    !text.slice(sentence.start, sentence.end).includes(`${latest}全会`) &&
    !toldBefore.test(text.slice(Math.max(0, start - farthest), start)) &&
    !toldAfter.test(after);
  const replacement = isFull
    ? written.replace(/第[一二三四五六七]次/u, `第${formatNumeral(newest.session ?? 0)}次`)
    : isSeveral
      ? lead + plenumPhrase(series, newest.term ?? 0, date)
      : written.replace(/[一二三四五六七]中全会$/u, `${latest}全会`);
  const span = { start, end, from: named.from, to: named.to };
  if (!isLeftover) return listed({ ...span, kind: 'meeting', decided: 'keep', role: 'same-term' });
  return {
    ...span,
    kind: 'meeting',
    role: 'same-term',
    over: true,
    level: 'warning',
    message: () =>
      both(
        `最近一次全会是${newest.name}（${spokenDate(newest.to)}闭幕），作为当前要求建议用${inMarks(replacement)}。`,
        `The latest plenary session is ${newest.name} (closed ${newest.to}); as today's guidance, use ${inMarks(replacement)}.`,
      ),
    source: newest.source,
    replacement,
  };
}

function keep({ start, end, from, to }: Dated, decided: 'keep' | 'check'): Target {
  return listed({ start, end, from, to, kind: 'meeting', decided });
}

/** A meeting of an earlier term, with what stands in its place. */
function superseded(
  role: 'congress' | 'plenum',
  { start, end, from, to }: Dated,
  newest: SeriesMember,
  replacement: string,
  awaited?: SeriesMember,
): Target {
  return {
    start,
    end,
    kind: 'meeting',
    role,
    from,
    to,
    over: true,
    level: awaited === undefined ? 'error' : 'warning',
    mayBeSaidOfItAlone: true,
    message: messageOf(newest, replacement, awaited),
    source: newest.source,
    replacement,
  };
}
