import type { IsoDate, Paragraph, Span } from '../../draft/types.ts';
import { type ContextJudgement, judgeContext, type Presented } from '../context/judge.ts';
import { modifiersOf, type ParagraphContext } from '../context/surroundings.ts';
import type { RuleContext } from '../types.ts';
import { isWholeWords } from '../whole-words.ts';
import { annualMeetingMentions } from './annual-meetings.ts';
import { anniversaryMentions } from './anniversaries.ts';
import { campaignMentions } from './campaigns.ts';
import { eventTimeMentions } from './event-times.ts';
import { figureMentions } from './figures.ts';
import { localMeetingMentions } from './local-meetings.ts';
import { meetingTimeMentions } from './meeting-times.ts';
import { namedOnlyMentions } from './named-only.ts';
import { otherMeetingMentions } from './other-meetings.ts';
import { partyMeetingMentions } from './party-meetings.ts';
import { planMentions, rangedDocumentMentions } from './plans.ts';
import { relativeYearMentions } from './relative-years.ts';
import type { Target, Verdict } from './target.ts';
import { termMentions } from './terms.ts';
import { yearOf } from './time.ts';
import { yearMentions } from './years.ts';

/** Something of a paragraph that hangs on time, judged. Offsets of the paragraph. */
export interface JudgedMention {
  readonly target: Target;
  /** Null where arithmetic or the calendar decided without the sentence. */
  readonly judgement: ContextJudgement | null;
  readonly presented: Presented | 'arithmetic';
  readonly verdict: Verdict;
}

/** All that hangs on time in a paragraph, before any sentence is asked. In order of place. */
export function targetsOf(paragraph: Paragraph, context: RuleContext): Target[] {
  const { text } = paragraph;
  const { knowledge, asOf } = context;
  const { date } = asOf;
  const numbered = [...partyMeetingMentions(text, knowledge, date), ...otherMeetingMentions(text, knowledge, date)];
  const meetings = [
    ...numbered,
    ...annualMeetingMentions(text, date).filter((one) => !numbered.some((other) => overlaps(one, other))),
  ];
  const terms = termMentions(text, context.hits(paragraph), knowledge, date).filter(
    (one) => one.needsSegmenter !== true || isWholeWords(one, text, context),
  );
  const named = [...planMentions(text, knowledge, date), ...terms];
  const ranged = rangedDocumentMentions(text, date).filter((one) => !named.some((other) => overlaps(one, other)));
  const targets = [
    ...meetings,
    ...meetingTimeMentions(text, meetings, date),
    ...named,
    ...ranged,
    ...campaignMentions(text, knowledge, date, context.then),
    ...anniversaryMentions(text, knowledge, date),
  ];
  const years = yearMentions(text, date).filter(
    // 2021年全国两会, 2022年10月召开的: the year is part of what stands there already.
    (year) => !targets.some(({ start, end }) => start < year.end && year.end <= end),
  );
  const events = eventTimeMentions(text, date, context.then).filter(
    (one) => !targets.some((other) => overlaps(one, other)),
  );
  const judged = [...targets, ...events, ...years];
  const rest = [
    ...namedOnlyMentions(text),
    ...relativeYearMentions(text, date),
    ...localMeetingMentions(text),
    ...figureMentions(paragraph),
  ].filter((one) => !judged.some((other) => other.start <= one.start && one.end <= other.end));
  return [...judged, ...rest].sort((a, b) => a.start - b.start || b.end - a.end);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** All mentions of a paragraph that hang on time, each with the verdict for the day judged on. In order of place. */
export function judgeMentions(paragraph: Paragraph, context: RuleContext): JudgedMention[] {
  const targets = targetsOf(paragraph, context);
  if (targets.length === 0) return [];
  const { knowledge, asOf } = context;
  const year = yearOf(asOf.date);
  let around: ParagraphContext | undefined;
  let thoseThen: Target[] | undefined;
  return targets.map((target) => {
    if (target.decided !== undefined || !target.over) {
      return { target, judgement: null, presented: 'arithmetic', verdict: target.decided ?? 'keep' };
    }
    around ??= { paragraph, modifiers: modifiersOf(context.modifiers(paragraph), knowledge.modifiers) };
    const { then } = context;
    if (then !== undefined)
      thoseThen ??= targetsOf(paragraph, contextOf(context, then));
    const judgement = judgeContext({ ...target, then: stateThen(target, thoseThen) }, around, knowledge, year);
    return { target, judgement, presented: judgement.presented, verdict: verdictOf(target, judgement) };
  });
}

/** The context in which an old draft was written. */
function contextOf({ then: _, ...context }: RuleContext, day: IsoDate): RuleContext {
  return { ...context, asOf: { ...context.asOf, date: day } };
}

/** Whether a thing was over already when the draft was written: then it was history there; else it was of that day. */
function stateThen(target: Target, thoseThen: readonly Target[] | undefined): 'over' | 'in-force' | undefined {
  const same = thoseThen?.find((one) => one.kind === target.kind && overlaps(one, target));
  return same === undefined ? undefined : same.over ? 'over' : 'in-force';
}

function verdictOf(target: Target, { presented }: ContextJudgement): Verdict {
  if (presented === 'current') return target.level === 'hint' ? 'check' : 'change';
  return presented === 'unclear' ? 'check' : 'keep';
}
