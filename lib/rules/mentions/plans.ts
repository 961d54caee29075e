import { clauseAround, sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { relativeYear } from '../dates/dated-draft.ts';
import { inMarks } from '../quoted-words.ts';
import { listed, type Target } from './target.ts';
import { planOf, seriesOf, yearOf } from './time.ts';

/** “十四五”, 十四五. 十五 alone is a number, so the tenth plan is never read; 十四五十六 and 十五五十六个 are numbers too. */
const plan =
  /(?<![一二三四五六七八九十百])[“"‘]?(十[一二三四五六])五(?![一二三四五六七八九十百千点])[”"’]?|第(十[一二三四五六])个五年(?=规划|计划)/gu;
/** 《“十四五”数字经济发展规划》: a document named after a plan. */
const inTitle = /《[^《》]*$/u;
const documentNoun = /规划|纲要|计划|方案|意见|行动/u;
/** …规划收官之年: the sentence tells which year of the plan it is. */
const yearOfPlan =
  /^(?:规划|计划|时期)?(?:的)?(?:全面)?(?:实施)?的?(开局|起步|收官|关键|攻坚|决胜|冲刺|承上启下|中期评估|中期)(?:的)?(?:之|的)?(?:重要|关键)?(?:一)?年/u;
/** 收官, 开局 behind it fit only its own first or last year. */
const edge =
  /^(?:规划|计划|时期|建设|各项)?[^，。；、]{0,14}?(?:收官|开局|起步|承上启下|开好头|开好局|起好步|收好官|中期评估)/u;
/** 谋划“十五五”的关键之年: a year before the plan. */
const ahead = /(?:谋划|编制|筹划|布局|迎接|对接|衔接|开启|描绘|面向|迈向|备战)好?$/u;
/** 十年前，我在这里说过：今年是…: 今年 of another day. */
const lookingBack = /年前|当年|那年|那时|曾|说过|写道|回想|回顾/u;
/** 离“十四五”收官只剩一年. No groups. */
const countdownBefore = /[离距]离?$/u;
const countdownAfter =
  /^(?:规划|计划|时期)?(?:的)?(?:胜利|圆满|全面)?(?:收官|结束|完成|期满|到期|目标(?:任务)?(?:实现|完成)?)?(?:之?年|之日)?(?:还有|还剩|仅有|仅剩|只有|只剩|不到|不足|已不足)[^，。；]{1,10}/u;
/** 编制“十四五”规划: done before a plan begins. */
const drawingUp = /(?:编制|谋划|起草|制定)好?$/u;
const wasDrawnUp = /^(?:规划|纲要|规划纲要)?(?:以来|时|后|期间|之初|的?(?:经验|做法|教训|那|过程))/u;
/** Limit of the search for words behind a plan. UTF-16 units. */
const longestBehind = 80;
/** Longest sentence of a speech. UTF-16 units. */
const longestSentence = 400;
const subjectYear = /^.*(今年|明年|后年|去年|(20\d{2})年)[^。；！？]{0,24}?(?:是|为|系)[^。；！？]*$/u;

/** A sign of all plans. */
export const planSign = signOf(...pairsOf('一二三四五六', '五'), '个五');

/** All mentions of five-year plans in a paragraph, and of documents named after them. Offsets of the paragraph. */
export function planMentions(text: string, knowledge: Knowledge, date: IsoDate): Target[] {
  if (!text.includes('十')) return [];
  const series = seriesOf(knowledge, 'five-year-plan');
  if (series === undefined) return [];
  const mentions: Target[] = [];
  for (const match of matchesOf(text, plan)) {
    const number = parseNumeral(match[1] ?? match[2] ?? '');
    const named = series.members.find((member) => member.term === number && member.attestation !== 'none');
    if (named === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    mentions.push(mentionOf({ written: match[0], span, named, series, date, text }));
  }
  return mentions;
}

/** 《…规划（2018—2022年）》: a document for a range of years. Groups: last year. */
const ranged =
  /《(?:[^《》]{2,40}?[（(]?)?(?:19|20)\d{2}年?[—－–~～至到-]{1,2}((?:19|20)\d{2})年?[）)]?[^《》]{0,20}》/gu;

/** Documents of a paragraph whose titles state their years. Offsets of the paragraph. */
export function rangedDocumentMentions(text: string, date: IsoDate): Target[] {
  if (!text.includes('《')) return [];
  return matchesOf(text, ranged).map((match) => {
    const to = `${match[1] ?? ''}-12-31`;
    const span = { start: match.index, end: match.index + match[0].length };
    if (to >= date) return listed({ ...span, to, kind: 'regulation', decided: 'keep' });
    return {
      ...span,
      kind: 'regulation',
      role: 'document',
      from: null,
      to,
      over: true,
      level: 'warning',
      message: () =>
        bilingual(
          `这份文件的期限到${match[1] ?? ''}年为止，作为当前依据建议核对接续的文件。`,
          `This document ran until ${match[1] ?? ''}; as a basis of today, check what has followed it.`,
        ),
      replacement: null,
    };
  });
}

/** A plan in the text, and the day it is judged on. Offsets of the paragraph. */
interface WrittenPlan {
  readonly written: string;
  readonly span: Span;
  readonly named: SeriesMember;
  readonly series: Series;
  readonly date: IsoDate;
  readonly text: string;
}

function mentionOf(plan: WrittenPlan): Target {
  const { span, named, date, text } = plan;
  const after = text.slice(span.end, span.end + longestBehind);
  const said = yearOfPlan.exec(after)?.[0];
  const misplaced = said === undefined ? null : misplacedYear(plan, said);
  if (misplaced !== null) return misplaced;
  if (named.to < date) return endedPlan(plan, after, said !== undefined);
  return planDrawnUp(plan) ?? keep(plan);
}

function keep({ span, named }: WrittenPlan): Target {
  const { from, to } = named;
  return listed({ start: span.start, end: span.end, kind: 'plan', from, to, decided: 'keep' });
}

/** 今年是“十三五”收官之年: judged by arithmetic on the sentence's year. */
function misplacedYear(
  { written, span, named, series, date, text }: WrittenPlan,
  said: string,
): Target | null {
  const sentence =
    text
      .slice(Math.max(0, span.start - longestSentence), span.start)
      .split(/[。；！？]/u)
      .at(-1) ?? '';
  const subject = subjectYear.exec(sentence);
  if (subject === null || ahead.test(sentence) || lookingBack.test(sentence)) return null;
  const year = subject[2] === undefined ? relativeYear(subject[1] ?? '', yearOf(date)) : Number(subject[2]);
  // A past year in digits is history, right or wrong: the sentence is not about today.
  if (year === null || (subject[2] !== undefined && year < yearOf(date))) return null;
  if (yearOf(named.from) <= year && year <= yearOf(named.to)) return null;
  const right = planOf(series, year);
  if (right === undefined || right.attestation === 'none') return null;
  const rest = restOfYear(said, year, right);
  return {
    start: span.start,
    end: span.end + said.length,
    kind: 'plan',
    role: 'year-of-plan',
    from: named.from,
    to: named.to,
    over: true,
    decided: 'change',
    level: rest === null ? 'warning' : 'error',
    message: () =>
      bilingual(
        `${year}年不在${named.name}期（${period(named)}）之内，建议按${right.name}（${period(right)}）核改。`,
        `${year} does not lie in ${named.name} (${years(named)}); check against ${right.name} (${years(right)}).`,
      ),
    source: right.source,
    replacement: rest === null ? null : rewrite(written, right) + rest,
  };
}

/**
 * The statement about a year, made right for the right plan: its first year opens it and its last closes it. Null if
 * unknown.
 */
function restOfYear(said: string, year: number, right: SeriesMember): string | null {
  const edge = /开局|起步|收官|决胜|冲刺|承上启下|中期/u.exec(said)?.[0];
  if (edge === undefined) return said;
  if (edge === '承上启下' || edge === '中期') return null;
  if (year === yearOf(right.from)) return said.replace(edge, edge === '起步' ? edge : '开局');
  if (year === yearOf(right.to))
    return said.replace(edge, edge === '开局' || edge === '起步' ? '收官' : edge);
  return null;
}

/** Takes the words behind the plan, and whether they tell which of its years is meant. */
function endedPlan(plan: WrittenPlan, after: string, saysYear: boolean): Target {
  const { written, span, series, date, text } = plan;
  const now = planOf(series, yearOf(date));
  if (now === undefined || now.attestation === 'none') return keep(plan);
  const before = text.slice(Math.max(0, span.start - 4), span.start);
  const document = documentAround(text, span);
  if (document !== null) return ended(plan, now, document, null, 'document');
  const countdown = countdownBefore.test(before) ? countdownAfter.exec(after)?.[0] : undefined;
  if (countdown !== undefined) {
    const start = span.start - (countdownBefore.exec(before)?.[0].length ?? 0);
    const counted = { start, end: span.end + countdown.length };
    return { ...ended(plan, now, counted, null, 'countdown'), presumed: true };
  }
  // “十四五”和“十五五”交汇: both are named, so the old one is deliberate.
  const clause = clauseAround(text, span.start, span.end);
  const nowInShort = `${formatNumeral(now.term ?? 0)}五`;
  if (text.slice(clause.start, clause.end).includes(nowInShort)) return keep(plan);
  const sentence = sentenceAround(text, span.start, span.end);
  const isBesideNow = text.slice(sentence.start, sentence.end).includes(nowInShort);
  const isEdge = !saysYear && edge.test(after);
  // 完成“十三五”规划收官: only its last year fits; another plan would make the sentence untrue.
  const replacement = isEdge || saysYear || pairs(plan) ? null : rewrite(written, now);
  const role = isBesideNow ? 'beside-now' : isEdge ? 'edge' : undefined;
  return ended(plan, now, span, replacement, role);
}

/** “十三五”收官、“十四五”开局: two plans in a sentence are repaired together or not at all. */
function pairs({ span, text, named }: WrittenPlan): boolean {
  const sentence = sentenceAround(text, span.start, span.end);
  return matchesOf(text.slice(sentence.start, sentence.end), plan).some(
    (match) => parseNumeral(match[1] ?? match[2] ?? '') !== named.term,
  );
}

/** The title around a span, marks included; null outside one. */
function documentAround(text: string, span: Span): Span | null {
  const open = inTitle.exec(text.slice(Math.max(0, span.start - 40), span.start));
  if (open === null) return null;
  const close = text.slice(span.end, span.end + 60).indexOf('》');
  if (close < 0 || !documentNoun.test(text.slice(span.end, span.end + close))) return null;
  return { start: span.start - open[0].length, end: span.end + close + 1 };
}

function ended(
  { named }: WrittenPlan,
  now: SeriesMember,
  span: Span,
  replacement: string | null,
  role: string | undefined,
): Target {
  return {
    start: span.start,
    end: span.end,
    kind: 'plan',
    role,
    from: named.from,
    to: named.to,
    over: true,
    level: 'warning',
    message: () => endedWords(named, now, replacement),
    source: now.source,
    replacement,
  };
}

function endedWords(named: SeriesMember, now: SeriesMember, replacement: string | null): Words {
  return replacement === null
    ? bilingual(
        `${named.name}期为${period(named)}，已经结束；现在是${now.name}期（${period(now)}），建议核改。`,
        `${named.name} ran ${years(named)} and is over; now it is ${now.name} (${years(now)}). Please check.`,
      )
    : bilingual(
        `${named.name}期为${period(named)}，已经结束。作为当前任务建议用${inMarks(replacement)}。`,
        `${named.name} ran ${years(named)} and is over. As a task of today, use ${inMarks(replacement)}.`,
      );
}

/** 抓紧编制“十四五”规划 in its last year: the next plan is meant. */
function planDrawnUp({ written, span, named, series, date, text }: WrittenPlan): Target | null {
  const next = planOf(series, yearOf(date) + 1);
  if (yearOf(named.to) !== yearOf(date) || next === undefined || next.attestation === 'none') return null;
  if (
    !drawingUp.test(text.slice(Math.max(0, span.start - 6), span.start)) ||
    wasDrawnUp.test(text.slice(span.end))
  )
    return null;
  return {
    start: span.start,
    end: span.end,
    kind: 'plan',
    from: named.from,
    to: named.to,
    over: true,
    level: 'warning',
    message: () =>
      bilingual(
        `${yearOf(date)}年是${named.name}的最后一年（${period(named)}），此时编制的通常是${inMarks(rewrite(written, next))}。`,
        `${yearOf(date)} is the last year of ${named.name} (${years(named)}); what is drawn up now is usually ${inMarks(rewrite(written, next))}.`,
      ),
    source: next.source,
    replacement: rewrite(written, next),
  };
}

function period(member: SeriesMember): string {
  return `${years(member)}年`;
}

function years(member: SeriesMember): string {
  return `${yearOf(member.from)}—${yearOf(member.to)}`;
}

/** The current plan, with the quotation marks of the written one or without. */
function rewrite(written: string, member: SeriesMember): string {
  const at = written.indexOf('十');
  return written.slice(0, at) + formatNumeral(member.term ?? 0) + written.slice(at + 2);
}
