import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';
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

/** 中国工会十八大, 中国妇女十三大: congresses of other organisations, with their own numbers. */
const others = `工会|妇女|妇联|${league}|共青团|青联|学联|侨联|文联|作协|科协|残联|工商联|记协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟`;

/** A sign of congresses in a pattern: 十九大, 第十九次全国代表大会. The surrounding words decide. */
const congress = new RegExp(`(${term})(大|次全国代表大会)`, 'gu');
/** 党的十九大, 中共十九大. */
const ofTheParty = /(?:党的|中共)$/u;
/** 二十大类, 十大项, 十八大工程: a number with a measure word. */
const otherCount =
  /^(?:类|项|以前|件|名|个|重点|重大|工程|行动|产业|举措|任务|板块|领域|体系|专项|措施|民生|亮点|成果|品牌|园区|基地|项目|景|片区|系列|方面|奖)/u;
/** Behind these, 十九大 is part of another name or number. */
const partOfOther = new RegExp(`(?:[第二三四五六七八九十百的共]|${others})$`, 'u');
/** 刚刚闭幕的十九大: a meeting was held. */
const wasHeld = /(?:闭幕|召开|结束)的$/u;
/** Words behind a bare 十九大 that show it is a congress. */
const goesWithCongress = new RegExp(
  `^(?:精神|和${term}届|、${term}大|及${term}届|战略部署|决策部署|部署|确定的|以来|报告|召开|胜利|之后|提出|代表|后|前|期间|关于|对|要求|描绘|擘画|作出|通过|新|[，。；、）”])`,
  'u',
);
const fullName = '中国共产党第';
/** Plenums named together with a congress: 和十九届二中、三中全会, 和十九届历次全会. */
const chained = new RegExp(`^(?:和|及|以及|暨|、)(?:党的)?${plenumsOfTerm}`, 'u');
/** The first character of such a chain. */
const mayChain: ReadonlySet<string> = new Set('和及以暨、');
/** Congresses before this term are always history. */
const oldestCongress = 12;

/** Longest name before a number, and longest list of plenums behind it. UTF-16 units. */
const longestLead = 8;
const longestChain = 40;
/** A sign of all congresses and plenums. */
export const partyMeetingSign = signOf(...pairsOf('一二三四五六七八九十', '大'), '次全', '全会', '全体');

/** What the mentions of a paragraph are judged against. */
interface Now {
  readonly text: string;
  readonly date: IsoDate;
  readonly congresses: Series;
  /** The newest congress, and its term. */
  readonly current: SeriesMember;
  readonly currentTerm: number;
  /** Absent if no pack has the plenums. */
  readonly plenums: Series | undefined;
}

/** All mentions of Party congresses, and of plenums by term, in a paragraph, with their replacements on a day. */
export function partyMeetingMentions(text: string, knowledge: Knowledge, date: IsoDate): Target[] {
  // All terms are numbers from ten on.
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

/** A congress in the text, with the plenums named together with it. */
interface WrittenCongress extends Span {
  readonly number: number | null;
  /** 党的, 中国共产党第 …, or ''. */
  readonly lead: string;
  /** Where the congress's name ends and its plenums begin. */
  readonly nameEnd: number;
  readonly chain: RegExpExecArray | null;
}

/** Reads a match of `congress`; null if it is no congress. */
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

/** Where the congress's name around a match begins; null if the match is no congress. */
function congressStart(text: string, match: RegExpExecArray): number | null {
  const before = text.slice(Math.max(0, match.index - longestLead), match.index);
  if (match[2] !== '大') return before.endsWith(fullName) ? match.index - fullName.length : null;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
  if (otherCount.test(after)) return null;
  if (ofTheParty.test(before)) return match.index - 2;
  if (wasHeld.test(before)) return match.index;
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
