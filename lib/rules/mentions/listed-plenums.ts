import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Series, SeriesMember } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import type { Target } from './target.ts';
import { daysBetween, latestClosed, spokenDate } from './time.ts';

/** Days after a session in which the list of the earlier ones is still used. */
const graceDays = 10;
/** A central committee has at most seven plenums. */
const session = '[一二三四五六七]';
/** The plenums with which a list continues. */
const more = new RegExp(`^[、和及](?:${term}届)?((?:${session}中[、和]?)+)全会`, 'u');

/** The phrases of a series' terms by day: all mentions in a draft ask for the same ones. */
const phrases = new WeakMap<Series, Map<string, string>>();

/** The closed plenums of a term on a day, as named behind its congress; '' if there are none. */
export function plenumPhrase(series: Series, termNumber: number, date: IsoDate): string {
  const byDay = phrases.get(series) ?? new Map<string, string>();
  phrases.set(series, byDay);
  const key = `${termNumber}/${date}`;
  const phrase = byDay.get(key) ?? phraseOf(series, termNumber, date);
  byDay.set(key, phrase);
  return phrase;
}

function phraseOf(series: Series, termNumber: number, date: IsoDate): string {
  const closed = series.members.filter(
    (member) =>
      member.term === termNumber &&
      (member.session ?? 0) > 1 &&
      member.to <= date &&
      member.attestation !== 'none' &&
      !member.expected,
  );
  if (closed.length === 0) return '';
  const numeral = formatNumeral(termNumber);
  // 历次 came into use with 十九届六中全会 (2021-11-11) and again with 二十届四中全会 (2025-10-23).
  if (closed.length >= 3 && date >= '2021-11-11') return `${numeral}届历次全会`;
  return `${numeral}届${closed.map((member) => `${formatNumeral(member.session ?? 0)}中`).join('、')}全会`;
}

/** 党的二十大和二十届三中全会、四中全会精神: whether the list continues to the newest one. */
function listsNewest(rest: string, series: Series, date: IsoDate): boolean {
  const sessions = more.exec(rest)?.[1] ?? '';
  return reaches(sessions, latestClosed(series, date));
}

/** Whether a list of plenums of the current term is right. */
function mayStand(sessions: string, newest: SeriesMember | undefined, date: IsoDate): boolean {
  if (sessions === '历次') return true;
  // The session's own documents and reports still name the earlier ones.
  if (newest !== undefined && daysBetween(newest.to, date) <= graceDays) return true;
  // A list up to the newest is complete; beyond what the packs know, nothing is judged.
  return reaches(sessions, newest);
}

function reaches(sessions: string, newest: SeriesMember | undefined): boolean {
  return [...sessions].some((char) => (parseNumeral(char) ?? 0) >= (newest?.session ?? 0));
}

/**
 * 党的二十大和二十届二中、三中全会精神 after the fourth plenum: the list is incomplete. Null if it is complete.
 * @param chain the words behind the congress; groups: term, sessions
 * @param at its offset in the paragraph
 * @param rest the text behind it
 */
export function listedPlenums(
  chain: RegExpExecArray,
  at: number,
  rest: string,
  currentTerm: number,
  series: Series,
  date: IsoDate,
): Target | null {
  if (listsNewest(rest, series, date)) return null;
  const [all, numeral = '', sessions = ''] = chain;
  const number = parseNumeral(numeral);
  const newest = latestClosed(series, date);
  // 党的二十大和十九届历次全会: the congress was updated, its plenums were not.
  const isLeftBehind = number !== null && number < currentTerm;
  if (!isLeftBehind && (number !== currentTerm || mayStand(sessions, newest, date))) return null;
  const now = plenumPhrase(series, currentTerm, date);
  const written = `${numeral}届${sessions.replaceAll('和', '、')}全会`;
  if (now === '' || now === written) return null;
  return {
    start: at + all.indexOf(numeral),
    end: at + all.length,
    kind: 'meeting',
    role: 'plenums',
    from: null,
    to: null,
    over: true,
    level: 'warning',
    message: () => usuallyWritten(now, newest?.name ?? '', newest?.to ?? date),
    ...(newest === undefined ? {} : { source: newest.source }),
    replacement: now,
  };
}

function usuallyWritten(now: string, newest: string, closed: IsoDate): Words {
  return bilingual(
    `${newest}（${spokenDate(closed)}闭幕）之后，通常写作“${now}”。`,
    `Since ${newest} closed (${closed}), this is usually written “${now}”.`,
  );
}
