import { matchesBefore } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { Anniversary, Knowledge } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import type { Level, RuleFinding } from '../types.ts';
import { readCount, writeCount } from './count.ts';
import {
  type Dated,
  dateFinding,
  isQuoted,
  lastNamedYear,
  type NamedYear,
  paragraphAt,
  sentenceStart,
} from './dated-draft.ts';

const yearsCounted =
  /([\d０-９]{1,3}|[零〇一二三四五六七八九十百]{1,5})[ 　]?(?:周年|周?岁的?(?:生日|华诞|寿辰))/uy;
/** Longest number before 周年 or 岁, with the words between. UTF-16 units. */
const longestCount = 7;
const timesCounted = /第([\d０-９]{1,3}|[一二三四五六七八九十百]{1,5})[个次届][“"]?/uy;
/** Longest of the forms and of the words between; also how far back is read. UTF-16 units. */
const reach = 40;
/** 成立100周年大会 is a meeting's name and 周年以来 a span: neither states this year's count. */
const nameAfter =
  /^[”"]?(?:的)?(?:纪念|庆祝)?(?:大会|大庆|重要讲话|讲话|文艺|阅兵|座谈会|招待会|成就展|展览|档案|主题|公园|纪念章|奖章|勋章|晚会|以来|来|后|时|前)/u;
/** 建党, 建军, 国庆 may be another party's or country's: only a plain word may precede them. */
export const plainBefore =
  /(?:^|[^\p{Script=Han}]|我国|中国|全国|[是逢值来接祝念在的以和暨及年为于到至与同向庆贺])$/u;
/** Shorter forms need a plain word before them. UTF-16 units. */
export const shortForm = 5;
/** 今年是, 今年……也是, 明年将迎来: the sentence states the year. */
const says =
  /^(?:[^。；]{0,60}?(?:是|正值|恰逢|适逢|欣逢|正逢|迎来|喜迎)[^，。；]{0,30}|[0-9一二三四五六七八九十月日，]{0,8})$/u;
const celebrates = /(?:庆祝|纪念|迎接|献礼)[^，。；]{0,6}$/u;
const occasion =
  /(?:(?:值此|正值|恰逢|适逢|欣逢|正逢)[^，。；]{0,6}|今天[^。；]{0,24}(?:庆祝|纪念|欢庆|共庆|同庆)[^，。；]{0,4}|今天是(?:我国)?|今天[^。；]{0,6}迎来)$/u;
/** 之际，我们隆重集会: the occasion of the speech. */
const gathering =
  /^[”"]?(?:即将)?(?:来临|到来)?之际，[^。；]{0,24}(?:集会|欢聚|相聚|齐聚|相约|聚集|致以|问候|敬意|祝贺|祝福|表彰|缅怀|重温|举行|举办|召开|隆重|向大家|向全)/u;
const coming = /(?:将迎来|喜迎|迎接|以[^，。；]{1,14}(?:庆祝|迎接|纪念))[^，。；]{0,6}$/u;
/** About a plan for another year, a review or an archive. */
const otherTime =
  /谋划|筹备|筹划|策划|提前|方案|整理|回顾|总结|展出|收藏|重温|学习|牢记|讲话|曾|档案|荣获|获得|颁发|以来|[一二三五两]年来|当年|那年|当时|过去|比|较|至|自/u;

/** Counts of years and of times that disagree with the year of their sentence. Offsets of the draft. */
export function countedFindings(dated: Dated, knowledge: Knowledge): RuleFinding[] {
  const { text } = dated;
  const findings: RuleFinding[] = [];
  for (const match of matchesBefore(text, yearsCounted, ['周年', '岁'], longestCount)) {
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const unit = match[0].includes('岁') ? '岁' : '周年';
    const hit = longest(knowledge, unit, (form) => before.endsWith(form));
    if (hit === null) continue;
    const formStart = match.index - hit.form.length;
    const lead = before.slice(0, before.length - hit.form.length);
    if (unit === '周年' && hit.form.length < shortForm && !plainBefore.test(lead)) continue;
    const span = { start: formStart, end: match.index + match[0].length };
    const finding = judge({ ...hit, written: match[1] ?? '', writtenAt: match.index, ...span }, dated);
    if (finding !== null) findings.push(finding);
  }
  for (const match of matchesBefore(text, timesCounted, ['第'], 0)) {
    const after = match.index + match[0].length;
    const hit = longest(knowledge, '个', (form) => text.startsWith(form, after));
    if (hit === null) continue;
    const span = { start: match.index, end: after + hit.form.length };
    const finding = judge({ ...hit, written: match[1] ?? '', writtenAt: match.index + 1, ...span }, dated);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

interface Counted {
  readonly anniversary: Anniversary;
  readonly form: string;
  readonly written: string;
  readonly writtenAt: number;
  readonly start: number;
  readonly end: number;
}

function judge(counted: Counted, dated: Dated): RuleFinding | null {
  const { text } = dated;
  const said = readCount(counted.written);
  if (said === null || nameAfter.test(text.slice(counted.end, counted.end + 8))) return null;
  if (isQuoted(text, counted.start)) return null;
  const spoken = spokenYear(counted, said, dated);
  if (spoken === null) return null;
  const first = Number(counted.anniversary.from.slice(0, 4));
  const ordinal = counted.anniversary.unit !== '周年';
  const right = spoken.year - first + (ordinal ? 1 : 0);
  if (right < 1 || right === said) return null;
  const wanted = writeCount(right, counted.written);
  const { writtenAt, written } = counted;
  const label =
    text.slice(counted.start, writtenAt) + wanted + text.slice(writtenAt + written.length, counted.end);
  const { name } = counted.anniversary;
  const message = ordinal
    ? bilingual(
        `首个${name}在${first}年，连首年计，${spoken.year}年为第${right}个。`,
        `The first ${name} was in ${first}; counting it, that of ${spoken.year} is number ${right}.`,
      )
    : bilingual(
        `${name}从${first}年算起，到${spoken.year}年为${right}周年（${spoken.year}－${first}）。`,
        `${name} counts from ${first}: in ${spoken.year} it is the ${right}th anniversary (${spoken.year}－${first}).`,
      );
  const edits = [{ start: writtenAt, end: writtenAt + written.length, text: wanted }];
  return dateFinding(counted, spoken.level, message, { label, edits }, counted.anniversary.source);
}

/** The year that a count refers to, and how certain that is. */
interface SpokenYear {
  readonly year: number;
  readonly level: Level;
}

/** The year that a count refers to; null if the sentence does not tell. */
function spokenYear(counted: Counted, said: number, dated: Dated): SpokenYear | null {
  const from = sentenceStart(dated.text, counted.start);
  const named = lastNamedYear(dated, from, counted.start);
  const { anniversary } = counted;
  /** The year of count 0. */
  const first = Number(anniversary.from.slice(0, 4)) - (anniversary.unit === '周年' ? 0 : 1);
  return named === null
    ? ofDraft(counted, dated.text.slice(from, counted.start), dated.year - first - said, dated)
    : ofNamedYear(counted, named, named.year - first - said, dated);
}

/** @param behind how much higher the count would be in the year named before it */
function ofNamedYear(
  { anniversary, start }: Counted,
  { year, explicit, end }: NamedYear,
  behind: number,
  dated: Dated,
): SpokenYear | null {
  const between = dated.text.slice(end, start);
  if (otherTime.test(between)) return null;
  if (says.test(between) && (anniversary.unit === '周年' || !between.endsWith('的')))
    return { year, level: explicit || dated.sure ? 'error' : 'warning' };
  // A reused draft is off by a year or two; larger differences are history.
  return Math.abs(behind) <= 3 && celebrates.test(between) ? { year, level: 'warning' } : null;
}

/** @param behind how much higher the count would be in the draft's year */
function ofDraft(
  { anniversary, start, end }: Counted,
  before: string,
  behind: number,
  dated: Dated,
): SpokenYear | null {
  if (!dated.sure || behind < -2 || behind > 2 || otherTime.test(before)) return null;
  if (isLookingBack(dated, start)) return null;
  const after = dated.text.slice(end, end + 30);
  const isArriving =
    anniversary.unit !== '周年' && /^[”"]?(?:即将)?(?:来临|到来)?之际/u.test(after.slice(0, 8));
  const isComing = isArriving || coming.test(before);
  const isOwn = isComing ? behind !== -1 : occasion.test(before) || gathering.test(after);
  return isOwn ? { year: dated.year, level: 'warning' } : null;
}

/** True in a section that reviews, and behind a past year in the same paragraph. */
function isLookingBack(dated: Dated, offset: number): boolean {
  const paragraph = paragraphAt(dated, offset);
  if (paragraph === undefined || paragraph.section === 'review') return true;
  const named = lastNamedYear(dated, paragraph.start, offset);
  return named !== null && named.year !== dated.year;
}

interface Form {
  readonly form: string;
  readonly anniversary: Anniversary;
}

type Unit = '周年' | '岁' | '个';

/** By unit, the longest first. Unattested ones are never judged. */
const formsOf = byKnowledge(({ anniversaries }): Readonly<Record<Unit, readonly Form[]>> => {
  const sure = anniversaries.filter((one) => one.attestation !== 'none' && one.datesVerified);
  const longestFirst = (pick: (one: Anniversary) => readonly string[]) =>
    sure
      .flatMap((anniversary) => pick(anniversary).map((form) => ({ form, anniversary })))
      .sort((a, b) => b.form.length - a.form.length);
  return {
    周年: longestFirst((one) => (one.unit === '周年' ? one.forms : [])),
    岁: longestFirst((one) => one.ages),
    个: longestFirst((one) => (one.unit === '周年' ? [] : one.forms)),
  };
});

/** The longest form of a unit that passes a test. */
function longest(knowledge: Knowledge, unit: Unit, test: (form: string) => boolean): Form | null {
  return formsOf(knowledge)[unit].find(({ form }) => test(form)) ?? null;
}
