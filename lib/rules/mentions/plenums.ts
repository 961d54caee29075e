import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';
import { apart } from '../../draft/overlaps.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import { inMarks } from '../quoted-words.ts';
import { plenumPhrase } from './listed-plenums.ts';
import { continuesNewer, type Dated, keep, superseded } from './superseded.ts';
import { listed, type Target } from './target.ts';
import { expectedBy, latestClosed, memberOf, seriesOf, spokenDate } from './time.ts';

/** A central committee has at most seven plenums. */
const session = '[一二三四五六七]';
/** A pattern of plenums of a term. Groups: term, sessions. */
export const plenumsOfTerm = `(${term})届((?:${session}中[、和])*${session}中|历次)全会`;

/** 省委十二届历次全会 are plenums of a local committee. */
const plenum = new RegExp(`(?<!委)(党的|中共)?${plenumsOfTerm}`, 'gu');
const fullPlenum = new RegExp(
  `(?:中国共产党|中共|党的)?第(${term})届中央委员会第(${session})次全体会议`,
  'gu',
);
/** Plenums before this term are always history. */
const oldestPlenum = 15;

/** 三中全会: one of the term of that day. Group 1: session. */
const barePlenum = new RegExp(`(?<![届、和中委])(?:党的)?(${session})中全会`, 'gu');

/** 三中全会对…作出部署, in an old draft: the plenum of the term at that time. */
export function barePlenums(text: string, knowledge: Knowledge, date: IsoDate, writtenOn: IsoDate): Target[] {
  if (!text.includes('中全会')) return [];
  const congresses = seriesOf(knowledge, 'party-congress');
  const series = seriesOf(knowledge, 'plenum');
  const terms = [
    congresses && latestClosed(congresses, writtenOn),
    congresses && latestClosed(congresses, date),
  ];
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

/** One or several plenums of a term in the text. */
interface WrittenPlenum extends Span {
  readonly lead: string;
  readonly written: string;
  readonly isFull: boolean;
  readonly isSeveral: boolean;
  readonly sessions: string;
  readonly term: number | null;
}

/** The plenums of a paragraph that name their term, without those that overlap `taken`. */
export function plenumMentions(
  text: string,
  taken: readonly Span[],
  currentTerm: number,
  series: Series,
  date: IsoDate,
): Target[] {
  const short = text.includes('全会') ? matchesOf(text, plenum) : [];
  const full = text.includes('全体会议') ? matchesOf(text, fullPlenum) : [];
  const named = [...short, ...full].map((match) => ({ match, start: match.index, end: match.index + 1 }));
  return apart(named, taken, text.length).map(({ match }) =>
    plenumMention(match, currentTerm, series, date, text),
  );
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

/** The newest plenum in the form of the written one; null if the current term has none. */
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

/** How far back a paragraph is searched for words of time. UTF-16 units. */
const farthest = 400;
/** About the time when the earlier plenum was the newest, or about completed work. */
const toldBefore = /以来|年来|过去一年|去年|上半年|季度|[一二三四五]年，/u;
const toldAfter = /了|召开|举办|累计|取得|得到|显著|明显|\d|以来/u;

/**
 * A plenum that a later one of the same term has followed. On its own subject it still guides, and its decisions may
 * be just what is meant: only a hint. Its spirit alone, as current guidance on everything, is a leftover.
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
      bilingual(
        `最近一次全会是${newest.name}（${spokenDate(newest.to)}闭幕），作为当前要求建议用${inMarks(replacement)}。`,
        `The latest plenary session is ${newest.name} (closed ${newest.to}); as today's guidance, use ${inMarks(replacement)}.`,
      ),
    source: newest.source,
    replacement,
  };
}
