import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numerals.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import { listedPlenums, plenumPhrase } from './listed-plenums.ts';
import { league } from './other-meetings.ts';
import { plenumMentions, plenumsOfTerm } from './plenums.ts';
import { continuesNewer, type Dated, keep, superseded } from './superseded.ts';
import type { Target } from './target.ts';
import { latestClosed, memberOf, seriesOf } from './time.ts';

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
const chained = new RegExp(`^(?:和|及|以及|暨|、)(?:党的)?${plenumsOfTerm}`, 'u');
/** The first character of what chains them. */
const mayChain: ReadonlySet<string> = new Set('和及以暨、');
/** Before this term congresses are history wherever they are named. */
const oldestCongress = 12;

/** No name before a number is longer, and no list of plenums behind it. Units. */
const longestLead = 8;
const longestChain = 40;
/** What every name of a congress or a plenum holds. */
export const partyMeetingSign = signOf(...pairsOf('一二三四五六七八九十', '大'), '次全', '全会', '全体');

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
  return series === undefined
    ? mentions
    : [...mentions, ...plenumMentions(text, taken, current.term, series, date)];
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
