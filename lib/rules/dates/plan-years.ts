import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { planOf, seriesOf, yearOf } from '../mentions/time.ts';
import type { RuleFinding } from '../types.ts';
import { type Dated, dateFinding, isQuoted, lastNamedYear, sentenceStart } from './dated-draft.ts';

const plan = '[“"]?(十[一二三四五])五[”"]?';
const span = '((?:19|20)\\d{2})(年?[ 　]?(?:—{1,2}|–|－|-|～|~|至|到)[ 　]?)((?:19|20)\\d{2})年?';
/** “十五五”时期（2026—2030年）. Groups: number, first year, between, last year. */
const planThenYears = new RegExp(
  `${plan}(?:时期|期间|规划期|规划时期|规划纲要|规划|计划)?[（(](?:即|也就是)?${span}[）)]`,
  'gu',
);
/** 2026年至2030年是“十五五”时期. Groups: first year, between, last year, number. */
const yearsThenPlan = new RegExp(
  `(?<!\\d)${span}，?(?:是|为|即)(?:我国|全[国省市县区]|我[省市县区])?的?${plan}(?:时期|规划期)`,
  'gu',
);
/** “十五五”规划的收官之年, “十五五”规划的第二年. Groups: number, edge, ordinal. */
const yearInPlan = new RegExp(
  `${plan}(?:规划|计划|时期)?(?:的)?(?:实施)?的?(?:(开局|起步|收官)之?年|第([一二三四五])年)`,
  'gu',
);
/** Between the year and the plan: nothing, or 是 … in the same clause. */
const says = /^(?:，|[^。；]{0,60}?(?:是|系|作为)[^，。；为离距]{0,16})?$/u;
const otherYear = /离|距|谋划|迎接|准备/u;
const notThatYear = /^(?:的?(?:前|上|下|后)[一两]?年|[^，。；]{0,10}(?:打|奠|夯实|作准备|做准备))/u;

/** Years that disagree with the five-year plan beside them. Offsets of the draft. */
export function planYearFindings(dated: Dated, knowledge: Knowledge): RuleFinding[] {
  const { text } = dated;
  const series = seriesOf(knowledge, 'five-year-plan');
  if (series === undefined || !/十[一二三四五]五/u.test(text)) return [];
  const findings: RuleFinding[] = [];
  const consider = (finding: RuleFinding | null) => {
    if (finding !== null) findings.push(finding);
  };
  for (const match of matchesOf(text, planThenYears)) {
    const [whole, number = '', first = '', between = '', last = ''] = match;
    const at = match.index + whole.indexOf(first);
    consider(periodFinding({ number, first, between, last, at, nameAt: match.index }, series, dated));
  }
  for (const match of matchesOf(text, yearsThenPlan)) {
    const [whole, first = '', between = '', last = '', number = ''] = match;
    const nameAt = match.index + whole.lastIndexOf(number);
    consider(periodFinding({ number, first, between, last, at: match.index, nameAt }, series, dated));
  }
  for (const match of matchesOf(text, yearInPlan)) consider(yearFinding(match, series, dated));
  return findings;
}

interface SaidPeriod {
  readonly number: string;
  readonly first: string;
  readonly between: string;
  readonly last: string;
  readonly at: number;
  readonly nameAt: number;
}

function periodFinding(said: SaidPeriod, series: Series, dated: Dated): RuleFinding | null {
  const { text } = dated;
  const named = memberOf(series, said.number);
  if (named === undefined || isQuoted(text, Math.min(said.at, said.nameAt))) return null;
  const [first, last] = [Number(said.first), Number(said.last)];
  const [from, to] = [yearOf(named.from), yearOf(named.to)];
  // Part of the plan's years may be meant: (2021—2024年) of figures, (2022—2025年) of a later plan.
  if (first >= from && last <= to) return null;
  const years = said.first + said.between + said.last;
  const end = said.at + years.length + (text.startsWith('年', said.at + years.length) ? 1 : 0);
  const message = bilingual(
    `${named.name}期为${period(named)}，此处年份与之不符。`,
    `${named.name} runs ${from}—${to}; the years here are others.`,
  );
  const other = planOf(series, first);
  const now = planOf(series, dated.year);
  if (other !== undefined && yearOf(other.from) === first && yearOf(other.to) === last && other === now) {
    // The years are those of the plan in force: only its name is old.
    const nameAt = text.indexOf(said.number, said.nameAt);
    const number = formatNumeral(other.term ?? 0);
    const edits = [{ start: nameAt, end: nameAt + said.number.length, text: number }];
    return dateFinding(
      { start: said.at, end },
      'error',
      message,
      { label: `“${number}五”`, edits },
      named.source,
    );
  }
  const wanted = `${from}${said.between}${to}`;
  const label = wanted + text.slice(said.at + years.length, end);
  const edits = [{ start: said.at, end: said.at + years.length, text: wanted }];
  return dateFinding({ start: said.at, end }, 'error', message, { label, edits }, named.source);
}

/** A sentence that calls a year the nth of a plan. */
interface SaidYear {
  readonly plan: SeriesMember;
  readonly year: number;
  /** The stated year of the plan, from 1, and how it is written: 收官, 二. */
  readonly place: number;
  readonly written: string;
  readonly isEdge: boolean;
  /** Whether the calendar year is certain. */
  readonly isSure: boolean;
}

/** 今年是“十五五”收官之年: the year lies within the plan, but at another place than stated. */
function yearFinding(match: RegExpExecArray, series: Series, dated: Dated): RuleFinding | null {
  const said = saidYear(match, series, dated);
  if (said === null) return null;
  const { plan: named, year, written, isEdge } = said;
  const [from, to] = [yearOf(named.from), yearOf(named.to)];
  const place = year - from + 1;
  if (year < from || year > to || said.place === place) return null;
  const what = isEdge ? `${written}之年` : `第${written}年`;
  const message = bilingual(
    `${named.name}期为${period(named)}，${year}年是其中第${formatNumeral(place)}年，不是${what}。`,
    `${named.name} runs ${from}—${to}; ${year} is year ${place} of it, not its ${what}.`,
  );
  const right = isEdge ? edgeOf(place, to - from + 1) : formatNumeral(place);
  const { text } = dated;
  const end = match.index + match[0].length;
  const at = match.index + match[0].lastIndexOf(written);
  const fix =
    right === null
      ? null
      : {
          label: text.slice(match.index, at) + right + text.slice(at + written.length, end),
          edits: [{ start: at, end: at + written.length, text: right }],
        };
  const level = said.isSure ? 'error' : 'warning';
  return dateFinding({ start: match.index, end }, level, message, fix, named.source);
}

/** Reads a match of `yearInPlan`; null if its sentence names no year. */
function saidYear(match: RegExpExecArray, series: Series, dated: Dated): SaidYear | null {
  const { text } = dated;
  const [whole, number = '', edge = '', ordinal] = match;
  const plan = memberOf(series, number);
  if (plan === undefined || isQuoted(text, match.index)) return null;
  const named = lastNamedYear(dated, sentenceStart(text, match.index), match.index);
  const end = match.index + whole.length;
  if (named === null || notThatYear.test(text.slice(end, end + 16))) return null;
  const between = text.slice(named.end, match.index);
  if (otherYear.test(between) || !says.test(between)) return null;
  const length = yearOf(plan.to) - yearOf(plan.from) + 1;
  const place = ordinal === undefined ? (edge === '收官' ? length : 1) : parseNumeral(ordinal);
  if (place === null) return null;
  return {
    plan,
    year: named.year,
    place,
    written: ordinal ?? edge,
    isEdge: ordinal === undefined,
    isSure: named.explicit || dated.sure,
  };
}

/** The name of a plan's first or last year; null for those between. */
function edgeOf(place: number, length: number): string | null {
  if (place === 1) return '开局';
  return place === length ? '收官' : null;
}

function memberOf(series: Series, number: string): SeriesMember | undefined {
  const term = parseNumeral(number);
  return series.members.find((member) => member.term === term && member.attestation !== 'none');
}

function period(member: SeriesMember): string {
  return `${yearOf(member.from)}—${yearOf(member.to)}年`;
}
