import { Covered } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import type { Knowledge, MentionKind } from '../../phrases/types.ts';
import { type ContextJudgement, judgeContext, type Presented } from '../context/judge.ts';
import { type Surroundings, surroundingsOf } from '../context/surroundings.ts';
import type { RuleParagraph } from '../paragraph.ts';
import type { ParagraphContext } from '../paragraph-context.ts';
import { eventTimeMentions } from './event-times.ts';
import { figureMentions } from './figures.ts';
import { newestNamed } from './implied-day.ts';
import { localMeetingMentions } from './local-meetings.ts';
import { namedOnlyMentions } from './named-only.ts';
import { ofOtherYearsMentions } from './of-their-years.ts';
import type { Target, Verdict } from './target.ts';
import { targetsOf } from './targets.ts';
import { yearOf } from './time.ts';
import { relativeYearMentions } from './years-by-word.ts';

/** Something of a paragraph that hangs on time, judged. Offsets of the paragraph. */
export interface JudgedMention {
  readonly target: Target;
  /** Null where arithmetic or the calendar decided without the sentence. */
  readonly judgement: ContextJudgement | null;
  readonly presented: Presented | 'arithmetic';
  readonly verdict: Verdict;
}

/** What hangs on time in a paragraph and is never marked: for the list alone. */
function listedOnly(
  paragraph: RuleParagraph,
  targets: readonly Target[],
  context: ParagraphContext,
): Target[] {
  const { text } = paragraph;
  const { date, writtenOn } = context;
  const named = [
    ...(writtenOn === undefined ? eventTimeMentions(paragraph, date, undefined) : []),
    ...ofOtherYearsMentions(paragraph, date, writtenOn),
    ...namedOnlyMentions(text),
    ...relativeYearMentions(text, date),
    ...localMeetingMentions(text),
    ...figureMentions(paragraph),
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
  const listedUntil = new Map<MentionKind, number>();
  // 县国土资源局 around 国土资源局, 疫情 in 疫情防控: one thing is listed once.
  return named.filter((one) => {
    if (covered.holds(one) || sameKind.get(one.kind)?.touches(one) === true) return false;
    if (one.start < (listedUntil.get(one.kind) ?? 0)) return false;
    listedUntil.set(one.kind, one.end);
    return true;
  });
}

function byPlace(a: Target, b: Target): number {
  return a.start - b.start || b.end - a.end;
}

/** The mentions of a paragraph that are out of date, each with the verdict for the day judged on. In order of place. */
export function judgeMentions(paragraph: RuleParagraph, context: ParagraphContext): JudgedMention[] {
  const over = targetsOf(paragraph, context).filter((target) => target.over);
  return over.length === 0 ? [] : judged(over.sort(byPlace), paragraph, context);
}

/** The first day of the newest thing that a paragraph names, ISO date; '' where it names none. */
export function newestIn(paragraph: RuleParagraph, context: ParagraphContext): IsoDate | '' {
  return newestNamed(targetsOf(paragraph, context), context.date);
}

/** All mentions of a paragraph that hang on time, each with the verdict for the day judged on. In order of place. */
export function listMentions(paragraph: RuleParagraph, context: ParagraphContext): JudgedMention[] {
  const targets = targetsOf(paragraph, context);
  const all = [...targets, ...listedOnly(paragraph, targets, context)].sort(byPlace);
  return all.length === 0 ? [] : judged(all, paragraph, context);
}

/** 过渡期, 县经信委: what the bare name leaves open, an old draft of the time in which it was in force settles. */
const ofTheirTime: ReadonlySet<MentionKind> = new Set(['goal', 'institution', 'epidemic', 'formulation']);

/** The kinds of those that are asked how they stood on an old draft's own day. */
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
  // A year that lay ahead of an old draft is no past in it.
  const year = yearOf(writtenOn ?? date);
  let around: Surroundings | undefined;
  let statesThen: ReadonlyMap<string, boolean> | undefined;
  return targets.map((one) => {
    let target = one;
    if (!isAsked(target)) {
      return { target, judgement: null, presented: 'arithmetic', verdict: target.decided ?? 'keep' };
    }
    around ??= surroundingsIn(paragraph, targets.filter(isAsked), knowledge);
    const isOfDraft = target.byDraft === true;
    if (writtenOn !== undefined && !isOfDraft)
      statesThen ??= overOn(writtenOn, kindsOf(targets), paragraph, context);
    const wasOver = isOfDraft ? false : statesThen?.get(keyOf(target));
    const state = wasOver === undefined ? undefined : wasOver ? ('over' as const) : ('in-force' as const);
    const judgement = judgeContext(target, state, around, knowledge, year);
    const settled = state === 'in-force' && target.level === 'hint' && ofTheirTime.has(target.kind);
    if (settled) target = { ...target, level: 'warning' };
    return { target, judgement, presented: judgement.presented, verdict: verdictOf(target, judgement) };
  });
}

/** The surroundings of some targets of a paragraph, remembered for the next question of the check. */
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
 * For each target of some kinds in a paragraph, whether it was over already on the day an old draft was written for: then it was
 * history there; else it was of that day.
 */
function overOn(
  writtenOn: IsoDate,
  kinds: ReadonlySet<MentionKind>,
  paragraph: RuleParagraph,
  context: ParagraphContext,
): ReadonlyMap<string, boolean> {
  const targets = targetsOf(paragraph, { ...context, date: writtenOn }, kinds);
  // Of two that begin at the same place the shorter counts.
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
