import { sentenceAround } from '../../draft/draft.ts';
import { Covered } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import type { Knowledge, MentionKind } from '../../phrases/types.ts';
import { type ContextJudgement, judgeContext, type Presented } from '../context/judge-context.ts';
import { type Surroundings, surroundingsOf } from '../context/surroundings.ts';
import type { RuleParagraph } from '../paragraph.ts';
import type { ParagraphContext } from '../paragraph-context.ts';
import { eventTimeMentions } from './event-times.ts';
import { figureMentions } from './figures.ts';
import { newestNamed } from './implied-day.ts';
import { localMeetingMentions } from './local-meetings.ts';
import { namedOnlyMentions } from './named-only.ts';
import { widelyNamedMentions } from './named-widely.ts';
import { ofOtherYearsMentions } from './of-their-years.ts';
import { postMentions } from './posts.ts';
import type { Target, Verdict } from './target.ts';
import { targetsOf } from './targets.ts';
import { yearOf } from './time.ts';
import { relativeYearMentions } from './years-by-word.ts';

/** A judged time-bound mention. Offsets of the paragraph. */
export interface JudgedMention {
  readonly target: Target;
  /** Null if arithmetic or the calendar decided without the sentence. */
  readonly judgement: ContextJudgement | null;
  readonly presented: Presented | 'arithmetic';
  readonly verdict: Verdict;
}

/** Kinds that are found by few characters, and so also across the edges of other mentions. */
const listedAlone: ReadonlySet<MentionKind> = new Set(['relative-year', 'figure']);

/** Time-bound mentions of a paragraph that are listed and never marked. */
function listedOnly(
  paragraph: RuleParagraph,
  targets: readonly Target[],
  context: ParagraphContext,
): Target[] {
  const { text } = paragraph;
  const { date, knowledge, writtenOn } = context;
  const named = [
    ...(writtenOn === undefined ? eventTimeMentions(paragraph, date, undefined) : []),
    ...ofOtherYearsMentions(paragraph, date, writtenOn),
    ...postMentions(text, knowledge, date),
    ...namedOnlyMentions(text),
    ...relativeYearMentions(text, date),
    ...localMeetingMentions(text),
    ...figureMentions(paragraph),
    ...widelyNamedMentions(text, knowledge, writtenOn ?? date),
  ].sort(byPlace);
  if (named.length === 0) return named;
  const covered = new Covered(text.length, targets);
  const sameKind = new Map<MentionKind, Covered>();
  for (const kind of new Set(targets.map((one) => one.kind)))
    sameKind.set(
      kind,
      new Covered(
        text.length,
        targets.filter((target) => target.kind === kind),
      ),
    );
  const others = new Set(named.filter(({ kind }) => kind !== 'figure').map(({ start }) => start));
  const listedUntil = new Map<MentionKind, number>();
  // 县国土资源局 around 国土资源局, 疫情 in 疫情防控: listed once.
  return named
    .map((mention) => clipped(mention, covered, others))
    .filter((mention) => {
      if (covered.holds(mention) || sameKind.get(mention.kind)?.touches(mention) === true) return false;
      // 年中 in 2022年中央一号文件: the words of other mentions, cut in the middle.
      if (listedAlone.has(mention.kind) && covered.touches(mention)) return false;
      if (mention.start < (listedUntil.get(mention.kind) ?? 0)) return false;
      listedUntil.set(mention.kind, mention.end);
      return true;
    });
}

/**
 * A figure without the words of another mention behind it: 4.8万 of 4.8万贫 in 4.8万贫困人口. Takes the offsets at which
 * others begin.
 */
function clipped(mention: Target, covered: Covered, others: ReadonlySet<number>): Target {
  const { kind, start, end } = mention;
  if (kind !== 'figure') return mention;
  let at = start;
  while (at < end && !covered.touches({ start: at, end: at + 1 }) && (at === start || !others.has(at))) at++;
  return at === start || at === end ? mention : { ...mention, end: at };
}

function byPlace(a: Target, b: Target): number {
  return a.start - b.start || b.end - a.end;
}

/** The outdated mentions of a paragraph, each with its verdict for the day judged on, in order of place. */
export function judgeMentions(paragraph: RuleParagraph, context: ParagraphContext): JudgedMention[] {
  const over = targetsOf(paragraph, context).filter((target) => target.over);
  return over.length === 0 ? [] : judged(over.sort(byPlace), paragraph, context);
}

/** The first day (ISO date) of the newest thing that a paragraph names; '' if there is none. */
export function newestIn(paragraph: RuleParagraph, context: ParagraphContext): IsoDate | '' {
  return newestNamed(targetsOf(paragraph, context), context.date);
}

/** All time-bound mentions of a paragraph, each with its verdict for the day judged on, in order of place. */
export function listMentions(paragraph: RuleParagraph, context: ParagraphContext): JudgedMention[] {
  const targets = targetsOf(paragraph, context);
  const all = [...targets, ...listedOnly(paragraph, targets, context)].sort(byPlace);
  return all.length === 0 ? [] : judged(all, paragraph, context);
}

/** Kinds whose bare names (过渡期, 县经信委) an old draft makes clear, if they were in force at its time. */
const ofTheirTime: ReadonlySet<MentionKind> = new Set(['goal', 'institution', 'epidemic', 'formulation']);

/** The kinds of those targets whose state on an old draft's day is needed. */
function kindsOf(targets: readonly Target[]): ReadonlySet<MentionKind> {
  const kinds = new Set<MentionKind>();
  for (const one of targets) if (isAsked(one) && one.byDraft !== true) kinds.add(one.kind);
  return kinds;
}

/** Whether its sentence decides. */
function isAsked({ decided, over }: Target): boolean {
  return decided === undefined && over;
}

function judged(
  targets: readonly Target[],
  paragraph: RuleParagraph,
  context: ParagraphContext,
): JudgedMention[] {
  const { knowledge, date, writtenOn } = context;
  // A year that lay ahead of an old draft is not past in it.
  const year = yearOf(writtenOn ?? date);
  let around: Surroundings | undefined;
  let overThen: ReadonlyMap<string, boolean> | undefined;
  return targets.map((one) => {
    let target = one;
    if (!isAsked(target)) {
      return { target, judgement: null, presented: 'arithmetic', verdict: target.decided ?? 'keep' };
    }
    around ??= surroundingsIn(paragraph, targets.filter(isAsked), knowledge);
    const isOfDraft = target.byDraft === true;
    if (writtenOn !== undefined && !isOfDraft)
      overThen ??= overOn(writtenOn, kindsOf(targets), paragraph, context);
    const wasInForce = isOfDraft || overThen?.get(keyOf(target)) === false;
    const judgement = judgeContext(target, wasInForce, around, knowledge, year);
    const { presented, verdict } = inItsTime({ target, judgement, wasInForce }, paragraph.text, context);
    const settled = wasInForce && target.level === 'hint' && ofTheirTime.has(target.kind);
    if (settled) target = { ...target, level: 'warning' };
    return { target, judgement, presented, verdict: verdict ?? verdictOf(target, judgement) };
  });
}

/** Kinds that tell a time by words relative to the draft's day. */
const timeWords: ReadonlySet<MentionKind> = new Set(['relative-year', 'meeting-time']);
/** What an old draft says of its own year as of the year in which it is read. */
const ofOwnYear = /今年|本年度?/u;
/** Longest distance of 今年 before a mention in its sentence. UTF-16 units. */
const reach = 200;

/**
 * What the sentence alone would clear in an old draft, and what cannot be told by then: a year or a day that lay ahead of
 * the draft, and what 今年 presents as that of the draft's year. Its author is asked. The verdict is absent where the
 * sentence decides.
 */
function inItsTime(
  { target, judgement, wasInForce }: { target: Target; judgement: ContextJudgement; wasInForce: boolean },
  text: string,
  { date, writtenOn }: ParagraphContext,
): { readonly presented: Presented; readonly verdict?: Verdict } {
  const { presented } = judgement;
  const isCleared = presented === 'report' || presented === 'history';
  // 原县国土资源局 is right at all times; 今年以来 itself is not.
  const isSettled =
    judgement.features.some(({ decisive }) => decisive === true) && !timeWords.has(target.kind);
  if (writtenOn === undefined || presented === 'current' || presented === 'name') return { presented };
  const { kind, from, to, start } = target;
  const isAhead = kind === 'year' && from !== null && from > writtenOn;
  if (isAhead) return { presented: 'unclear', verdict: 'check' };
  if (!isCleared || isSettled || kind === 'year' || yearOf(writtenOn) === yearOf(date)) return { presented };
  const isOfThatYear = wasInForce || (to !== null && yearOf(to) === yearOf(writtenOn));
  const sentence = sentenceAround(text, start, target.end);
  if (!isOfThatYear || !ofOwnYear.test(text.slice(Math.max(sentence.start, start - reach), target.end)))
    return { presented };
  return { presented: 'unclear', verdict: 'check' };
}

/** The context of some targets of a paragraph, remembered during the check. */
function surroundingsIn(
  { text, section, signs, remembered }: RuleParagraph,
  targets: readonly Target[],
  knowledge: Knowledge,
): Surroundings {
  const around = surroundingsOf(targets, { text, section, signs }, knowledge, remembered.surroundings);
  remembered.surroundings = around;
  return around;
}

/**
 * For each target of some kinds in a paragraph, whether it was over on the day an old draft was written for: then it is
 * judged as it was on that day, since nothing about it has changed.
 */
function overOn(
  writtenOn: IsoDate,
  kinds: ReadonlySet<MentionKind>,
  paragraph: RuleParagraph,
  context: ParagraphContext,
): ReadonlyMap<string, boolean> {
  const targets = targetsOf(paragraph, { ...context, date: writtenOn }, kinds);
  // Of two that begin at the same place, the shorter counts.
  return new Map([...targets].sort(byPlace).map((target) => [keyOf(target), target.over]));
}

/** The same words are the same thing on both days. */
function keyOf({ kind, start }: Target): string {
  return `${kind}/${start}`;
}

function verdictOf(target: Target, { presented }: ContextJudgement): Verdict {
  if (presented === 'current') return target.level === 'hint' ? 'check' : 'change';
  return presented === 'unclear' ? 'check' : 'keep';
}
