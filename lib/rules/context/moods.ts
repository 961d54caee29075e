import type { Span } from '../../draft/types.ts';
import type { ContextTarget, Feature } from './feature.ts';
import type { FeatureList } from './feature-list.ts';
import { JoinedNames, marked } from './joined-names.ts';
import type { Modifier, Sentence } from './surroundings.ts';

/** Obligation, intention, exhortation: they make a sentence a task whatever year it names. */
export const demands: ReadonlySet<string> = new Set(['obligation', 'intention', 'exhortation', 'we-must']);
/** Groups of verbs and adverbs that begin a task's clause without a subject. */
export const taskVerbs: ReadonlySet<string> = new Set([
  'study',
  'carry-out',
  'commitment',
  'manner',
  'brought-to',
]);
/** Tense and aspect: they make a clause a report. */
const reports: ReadonlySet<string> = new Set(['perfective', 'done', 'achieved']);

/** What a clause does: it sets a task, reports, begins with a task's verb, or does none of these. */
type Mood = 'task' | 'report' | 'imperative' | 'none';

const ofBoth = new JoinedNames((mine, next) => `clause:${mine}>${next}`);
const ofYear = new JoinedNames((moods, role) => `${moods}/${role}`);

/** 全县各级要……: farthest place of a demand behind its subject from the beginning of the clause. UTF-16 units. */
const nearHead = 8;
const ordinalHead =
  /^[\s　]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|同时，|要)?/u;

/**
 * Adds the mood of the target's clause, and of the nearest clauses before and behind it that have one.
 * @param around the modifiers of the sentence, in order of their starts
 */
export function addMoods(
  target: ContextTarget,
  text: string,
  { clauses }: Sentence,
  clause: Span,
  around: readonly Modifier[],
  features: FeatureList,
): void {
  const ownIndex = clauses.indexOf(clause);
  const mine = framed(moodOf(clause, target, text, around), features);
  let next: Mood = 'none';
  for (let at = ownIndex + 1; at < clauses.length && next === 'none'; at++)
    next = framed(moodOf(clauses[at] as Span, target, text, around), features);
  let previous: Mood = 'none';
  for (let at = ownIndex - 1; at >= 0 && previous === 'none'; at--)
    previous = framed(moodOf(clauses[at] as Span, target, text, around), features);
  addDemandBehind(text, clauses[ownIndex + 1], around, features);
  features.add(marked.of('clause:', mine), categoryOf(mine), '');
  if (next !== 'none') features.add(marked.of('next:', next), categoryOf(next), '');
  if (previous !== 'none') features.add(marked.of('previous:', previous), categoryOf(previous), '');
  // A year has no verb: the words behind it tell its purpose.
  const both = ofBoth.of(mine, next);
  features.add(target.kind === 'year' ? ofYear.of(both, target.role ?? '') : both, 'bias', '');
}

/** 2014年工作回顾……扎实推进…: the section decides the mood of a verb without a subject. */
function framed(mood: Mood, features: FeatureList): Mood {
  return mood === 'imperative' && features.tellsOfPast ? 'report' : mood;
}

function addDemandBehind(
  text: string,
  follower: Span | undefined,
  around: readonly Modifier[],
  features: FeatureList,
): void {
  if (follower === undefined) return;
  const demand = around.find(({ start, group }) => start >= follower.start && demands.has(group.id));
  if (demand === undefined || demand.start - follower.start > nearHead || demand.end > follower.end) return;
  features.add('demand-behind', 'task', text.slice(demand.start, demand.end));
}

function categoryOf(mood: Mood): Feature['category'] {
  if (mood === 'none') return 'bias';
  return mood === 'report' ? 'report' : 'task';
}

/** The mood of a clause. Takes the modifiers of the sentence, in order of their starts. */
export function moodOf(clause: Span, target: Span, text: string, around: readonly Modifier[]): Mood {
  let hasReport = false;
  let hasVerb = false;
  for (const { start, end, group } of around) {
    if (start < clause.start) continue;
    if (start > clause.end) break;
    if (taskVerbs.has(group.id)) hasVerb = true;
    if (end > clause.end) continue;
    if (demands.has(group.id)) return 'task';
    if (reports.has(group.id)) hasReport = true;
  }
  if (hasReport) return 'report';
  if (!hasVerb) return 'none';
  const head = ordinalHead.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0;
  const verb = around.find(({ start, group }) => start === clause.start + head && taskVerbs.has(group.id));
  return verb !== undefined && (verb.end <= target.start || clause.start >= target.end)
    ? 'imperative'
    : 'none';
}
