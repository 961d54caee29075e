import { clauseAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numerals.ts';
import type { IsoDate, Paragraph, Span } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { Knowledge, Series, SeriesMember } from '../../phrases/types.ts';
import { relativeYear } from '../dates/years.ts';
import { inMarks } from '../words.ts';
import type { Mention } from './mention.ts';
import { planOf, seriesOf, yearOf } from './time.ts';

/** “十四五”, 十四五, “十四五”规划. 十五 alone is a number, so the tenth plan is never read. */
const plan = /[“"]?(十[一二三四五])五[”"]?/gu;
/** …规划收官之年: the sentence says which year of the plan it is. */
const yearOfPlan =
  /^(?:规划|计划)?(?:的)?(?:实施)?的?(开局|起步|收官|关键|攻坚|决胜|冲刺|承上启下|中期评估)(?:之|的)?(?:关键)?(?:一)?年/u;
/** 谋划“十五五”的关键之年 is a year before the plan. */
const ahead = /(?:谋划|编制|筹划|布局|迎接|对接|衔接|开启|描绘|面向|迈向|备战)好?$/u;
/** 十年前，我在这里说过：今年是…: another day's 今年. */
const lookingBack = /年前|当年|那年|那时|曾|说过|写道|回想|回顾/u;
/** What may follow when the plan itself is meant; “十四五”国家重点研发… is the name of something else. */
const planItself =
  /^(?:[\p{Script=Han}]{0,6}规划|计划|目标|主要|主攻|任务|时期|期间|末|各项|确定|纲要|发展|重点|重大|后半程|蓝图|宏伟|新征程|征程|良好|开局|起步|建设|经济社会|国民经济|高质量|关键|攻坚|冲刺|收官|决胜|深入|后半|的|和|与|、|[，。；：！]|$)/u;
/** “十四五”期间，我们要…, 全县将加快…: what is to be done in a time that is over. */
const taskWithin =
  /^(?:规划)?(?:时期|期间)，(?:我们|[全我][省市县区镇乡国]|各[级地]|还)?(?:(?:要|必须|力争|计划)(?!感谢|看到)|将(?:坚持|继续|加快|大力|着力|进一步|深入|持续|稳步|努力|始终))/u;
/** 编制“十四五”规划: what is done before a plan begins. */
const drawingUp = /(?:编制|谋划|起草|制定)好?$/u;
const wasDrawnUp = /^(?:规划|纲要|规划纲要)?(?:以来|时|后|期间|之初|的?(?:经验|做法|教训|那|过程))/u;
/** Nobody speaks a longer sentence. Units. */
const longestSentence = 400;
const subjectYear = /^.*(今年|明年|后年|去年|(20\d{2})年)[^。；！？]{0,24}?(?:是|为|系)[^。；！？]*$/u;

/** Mentions of five-year plans that are over on a day. Offsets of the paragraph. */
export function planMentions(paragraph: Paragraph, knowledge: Knowledge, date: IsoDate): Mention[] {
  const { text } = paragraph;
  if (!/十[一二三四五]五/u.test(text)) return [];
  const series = seriesOf(knowledge, 'five-year-plan');
  if (series === undefined) return [];
  const mentions: Mention[] = [];
  for (const match of matchesOf(text, plan)) {
    const number = parseNumeral(match[1] ?? '');
    const named = series.members.find((member) => member.term === number);
    if (named === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const after = text.slice(span.end);
    const written: WrittenPlan = { written: match[0], span, named, series, date, text };
    const said = yearOfPlan.exec(after)?.[0];
    if (said === undefined && !planItself.test(after)) continue;
    const mention =
      said === undefined ? (endedPlan(written) ?? planDrawnUp(written)) : misplacedYear(written, said);
    if (mention !== null) mentions.push(mention);
  }
  return mentions;
}

/** A plan as a text names it, and the day it is judged on. Offsets of the paragraph. */
interface WrittenPlan {
  readonly written: string;
  readonly span: Span;
  readonly named: SeriesMember;
  readonly series: Series;
  readonly date: IsoDate;
  readonly text: string;
}

/** 今年是“十三五”收官之年: judged by arithmetic on the year that the sentence names. */
function misplacedYear(
  { written, span, named, series, date, text }: WrittenPlan,
  said: string,
): Mention | null {
  const sentence =
    text
      .slice(Math.max(0, span.start - longestSentence), span.start)
      .split(/[。；！？]/u)
      .at(-1) ?? '';
  const subject = subjectYear.exec(sentence);
  if (subject === null || ahead.test(sentence) || lookingBack.test(sentence)) return null;
  const year = subject[2] === undefined ? relativeYear(subject[1] ?? '', yearOf(date)) : Number(subject[2]);
  // A past year named by its number is history, right or wrong: the sentence does not speak of today.
  if (year === null || (subject[2] !== undefined && year < yearOf(date))) return null;
  if (yearOf(named.from) <= year && year <= yearOf(named.to)) return null;
  const right = planOf(series, year);
  if (right === undefined || right.attestation === 'none') return null;
  const rest = restOfYear(said, year, right);
  return {
    start: span.start,
    end: span.end + said.length,
    kind: 'plan',
    level: 'error',
    message: () =>
      both(
        `${year}年不在${named.name}期（${period(named)}）之内，建议按${right.name}（${period(right)}）核改。`,
        `${year} does not lie in ${named.name} (${years(named)}); check against ${right.name} (${years(right)}).`,
      ),
    source: right.source,
    replacement: rest === null ? null : rewrite(written, right) + rest,
    decided: true,
  };
}

/** The year of the plan as it is in the right plan: its first year opens it and its last closes it. Null when no one can say. */
function restOfYear(said: string, year: number, right: SeriesMember): string | null {
  const edge = /开局|起步|收官|决胜|冲刺/u.exec(said)?.[0];
  if (edge === undefined) return said;
  if (year === yearOf(right.from)) return said.replace(edge, edge === '起步' ? edge : '开局');
  if (year === yearOf(right.to))
    return said.replace(edge, edge === '开局' || edge === '起步' ? '收官' : edge);
  return null;
}

function endedPlan({ written, span, named, series, date, text }: WrittenPlan): Mention | null {
  const now = planOf(series, yearOf(date));
  if (named.to >= date || now === undefined || now.attestation === 'none') return null;
  // “十四五”和“十五五”交汇: who names both in one breath has not left the old one behind.
  const clause = clauseAround(text, span.start, span.end);
  if (text.slice(clause.start, clause.end).includes(`${formatNumeral(now.term ?? 0)}五`)) return null;
  return {
    start: span.start,
    end: span.end,
    kind: 'plan',
    level: 'warning',
    message: () =>
      both(
        `${named.name}期为${period(named)}，已经结束。作为当前任务建议用${inMarks(rewrite(written, now))}。`,
        `${named.name} ran ${years(named)} and is over. As a task of today, use ${inMarks(rewrite(written, now))}.`,
      ),
    source: now.source,
    replacement: rewrite(written, now),
    presumed: taskWithin.test(text.slice(span.end)),
  };
}

/** 抓紧编制“十四五”规划 in its last year: the plan that is drawn up then is the next one. */
function planDrawnUp({ written, span, named, series, date, text }: WrittenPlan): Mention | null {
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
    level: 'warning',
    message: () =>
      both(
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

/** The current plan in the quotation marks, or without them, as the author wrote it. */
function rewrite(written: string, member: SeriesMember): string {
  return written.replace(/十[一二三四五]五/u, `${formatNumeral(member.term ?? 0)}五`);
}
