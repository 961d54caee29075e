import { parseNumeral } from '../../draft/numeral-values.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Knowledge, Numbering, Series, SeriesMember } from '../../phrases/types.ts';

/** The series of a numbering; undefined if no pack has it. */
export function seriesOf(knowledge: Knowledge, numbering: Numbering): Series | undefined {
  return knowledge.series.find((series) => series.numbering === numbering);
}

/** All series of a numbering of which there may be several: the congresses of organisations, the holders of posts. */
export function allSeriesOf(knowledge: Knowledge, numbering: Numbering): readonly Series[] {
  return knowledge.series.filter((series) => series.numbering === numbering);
}

/**
 * The newest attested meeting that had closed by a day (ISO date). A meeting that is unattested or only scheduled
 * never makes another outdated.
 */
export function latestClosed(series: Series, date: IsoDate): SeriesMember | undefined {
  return series.members.findLast(
    (member) => member.to <= date && member.attestation !== 'none' && !member.expected,
  );
}

/** A meeting whose scheduled days are over on a day though its outcome is unknown; undefined if there is none. */
export function expectedBy({ members }: Series, date: IsoDate): SeriesMember | undefined {
  return members.findLast((member) => member.expected && member.to < date);
}

/** The member of a term, and of a session if there are several per term. */
export function memberOf(
  { members }: Series,
  term: number | null,
  session: number | null | undefined,
): SeriesMember | undefined {
  return members.find((member) => member.term === term && member.session === session);
}

const plansByYear = new WeakMap<Series, Map<number, SeriesMember | undefined>>();

/** The plan in force in a year; remembered, as every mention of a plan asks for this year's. */
export function planOf(series: Series, year: number): SeriesMember | undefined {
  let byYear = plansByYear.get(series);
  if (byYear === undefined) {
    byYear = new Map();
    plansByYear.set(series, byYear);
  }
  if (!byYear.has(year))
    byYear.set(
      year,
      series.members.find((member) => yearOf(member.from) <= year && year <= yearOf(member.to)),
    );
  return byYear.get(year);
}

/** The year of an ISO date. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** The month of an ISO date, 1 to 12. */
export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}

/** An ISO date in Chinese: 2022年10月22日. */
export function spokenDate(date: IsoDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

/** The month of an ISO date in Chinese: 2024年2月. */
export function spokenMonth(date: IsoDate): string {
  return spokenDate(date).replace(/\d+日$/u, '');
}

/** Days from one ISO date to another. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/**
 * The word 日前 (the other day) as a source of a regular expression, but not the end of another day: 20日前, 三十日前, 节日前,
 * 次日前.
 */
export const theOtherDay =
  '(?<![\\d０-９〇零一二三四五六七八九十廿元节生假当次期作息止庆念本今明昨每工周首末限即近某曜诞])日前(?!夕)';

/** The day of a month in digits of any width or Chinese numerals, as a source of a regular expression. */
export const dayNumber = '(?:[0-9０-９]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** The month of a year in digits of any width or Chinese numerals, as a source of a regular expression. */
export const monthNumber = '(?:[0-9０-９]{1,2}|十[一二]?|[一二三四五六七八九])';

/** A written number of `dayNumber` or `monthNumber`; NaN for anything else. */
export function dateNumber(written: string): number {
  const plain = written.normalize('NFKC');
  return /^\d+$/u.test(plain) ? Number(plain) : (parseNumeral(plain) ?? Number.NaN);
}

/** Why words that held of the days of an old draft are outdated. `writtenOn`: the day it was written for. */
export function noLongerSo(words: string, writtenOn: IsoDate): Words {
  const year = yearOf(writtenOn);
  return bilingual(
    `这是${year}年写稿时的说法，今天已不是“${words}”，建议核改。`,
    `This was so when the draft was written in ${year}; it no longer is. Please check.`,
  );
}
