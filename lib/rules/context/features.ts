import { lowerBound } from '../../common/lower-bound.ts';
import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { overlaps } from '../../draft/overlaps.ts';
import type { Span } from '../../draft/types.ts';
import type { MentionKind, ModifierGroup } from '../../phrases/types.ts';
import { enclosure, quotedBeside } from './enclosure.ts';
import type { ContextTarget, Feature } from './feature.ts';
import { FeatureList } from './feature-list.ts';
import { JoinedNames, marked } from './joined-names.ts';
import { addMoods, demands, moodOf, taskVerbs } from './moods.ts';
import { newNameBeside } from './new-name.ts';
import { addPlace } from './place-in-text.ts';
import {
  farthestBack,
  type Modifier,
  reachesOn,
  type Sentence,
  type Surroundings,
  sentenceWithClauses,
} from './surroundings.ts';

const ofRole = new JoinedNames((kind, role) => `is:${kind}/${role}`);

/**
 * All features of a target's context: the groups that reach it by direction and scope, and those of its place, its
 * years and the marks around it.
 * @param wasInForce true if the draft is old, and it was in force on the day that the draft was written for
 * @param year the year of the day judged on
 */
export function featuresOf(
  target: ContextTarget,
  wasInForce: boolean,
  context: Surroundings,
  year: number,
): Feature[] {
  const { text } = context.paragraph;
  const features = new FeatureList();
  features.add(marked.of('is:', target.kind), 'bias', '');
  if (target.role !== undefined) features.add(ofRole.of(target.kind, target.role), 'bias', '');
  if (target.presumed === true) features.add('presumed', 'task', '');
  if (wasInForce) features.add('in-force-then', 'task', '');

  // 在庆祝第40个教师节大会上的讲话: the draft's title names its own occasion.
  if (ownTitle.test(text)) {
    features.add('own-title', 'task', '');
    return features.all;
  }
  const sentence = sentenceWithClauses(text, target);
  const quoted = quotedBeside(text, sentence, target);
  const around: Modifier[] = [];
  // A termination: modifiers before a turn to the present or the future do not reach beyond it.
  let turn: Modifier | undefined;
  for (const one of within(context, sentence.start, sentence.end, target.kind)) {
    if (overlaps(one, target) || overlapsAny(one, quoted)) continue;
    around.push(one);
    if (one.end <= target.start && isTurn(one, text, sentence.start)) turn = one;
  }
  const clause = clauseOf(sentence, target);
  const reached = reachedBy(around, target, clause, turn, text);
  for (const { group, near, start, end } of reached) {
    if (group.needs !== undefined && !holdsAny(reached, group.needs)) continue;
    if (group.unless !== undefined && holdsAny(reached, group.unless)) continue;
    features.add(
      near ? group.id : marked.of(group.id, '~'),
      group.category,
      text.slice(start, end),
      group.decisive,
    );
  }
  const isDemanded = reached.some(({ group }) => demands.has(group.id));
  addStructure(target, context, { sentence, clause, around, turn, isDemanded, year }, features);
  // An old draft presents it as past although it was in force then: it was history even at that time.
  if (wasInForce && features.tellsOfPast) features.add('told-then', 'history', '');
  return features.all;
}

/** The clause that contains a target; the whole sentence if none does. */
function clauseOf(sentence: Sentence, target: Span): Span {
  for (const clause of sentence.clauses)
    if (clause.start <= target.start && target.end <= clause.end) return clause;
  return sentence;
}

/**
 * A group that reaches a target, with the modifier that shows it: the first one in the target's clause, or else the
 * first.
 */
interface Reached extends Modifier {
  /** In the target's clause. */
  readonly near: boolean;
}

function reachedBy(
  around: readonly Modifier[],
  target: Span,
  clause: Span,
  turn: Modifier | undefined,
  text: string,
): Reached[] {
  const reached: Reached[] = [];
  for (const modifier of around) {
    const { group, start, end } = modifier;
    const near = reaches(group, modifier, target, clause, text);
    if (near === null) continue;
    if (
      turn !== undefined &&
      end <= turn.start &&
      group.category !== 'task' &&
      group.category !== 'termination'
    )
      continue;
    const at = reached.findIndex((one) => one.group === group);
    if (at < 0) reached.push({ group, start, end, near });
    else if (near && reached[at]?.near === false) reached[at] = { group, start, end, near };
  }
  return reached;
}

function holdsAny(reached: readonly Reached[], ids: readonly string[]): boolean {
  return reached.some(({ group }) => ids.includes(group.id));
}

function overlapsAny(span: Span, others: readonly Span[]): boolean {
  for (const other of others) if (overlaps(span, other)) return true;
  return false;
}

/**
 * The modifiers for a kind of target within a part of the paragraph, in order of their starts; only of some groups if
 * given.
 */
function within(
  { modifiers, groups }: Surroundings,
  from: number,
  to: number,
  kind: MentionKind,
  counts?: (group: ModifierGroup) => boolean,
): Modifier[] {
  const first = lowerBound(modifiers.length / 3, (at) => (modifiers[at * 3] as number) < from);
  const found: Modifier[] = [];
  for (let at = first * 3; at < modifiers.length; at += 3) {
    const start = modifiers[at] as number;
    if (start >= to) break;
    const end = modifiers[at + 1] as number;
    const group = groups[modifiers[at + 2] as number] as ModifierGroup;
    if (end > to || group.for?.includes(kind) === false || counts?.(group) === false) continue;
    found.push({ start, end, group });
  }
  return found;
}

/** Longest list of offices between a target and a word beside it. UTF-16 units. */
const longestBeside = 80;

/** What may stand between a target and a word beside it: marks, its place, and other offices in the same list. */
const besideBefore =
  /^(?:[^、和，。；：]{2,10}(?:[局委办部厅院队会署]|中心|部门)[、和及与])*[“‘《（"]*[省市县区州旗镇乡]?$/u;
const besideBehind =
  /^[”’》）"]*(?:[、和及与][^、和，。；：要应须负牵会等]{2,10}?(?:[局委办部厅院队会署]|中心|部门|单位|政府))*$/u;

/** The title of a speech in its own line. */
const ownTitle =
  /^[\s　—]*在[^。；]{4,60}(?:上的?|时的?)(?:讲话|发言|致辞|报告|主持词|总结)(?:稿|提纲|摘要|要点)?[\s　]*(?:[（(][^）)]*[）)])?[\s　]*$/u;

/** Whether a modifier reaches a target: true within its clause, false from another one, null not at all. */
function reaches(
  group: ModifierGroup,
  modifier: Modifier,
  target: Span,
  clause: Span,
  text: string,
): boolean | null {
  const isBefore = modifier.end <= target.start;
  if (group.direction === 'forward' && !isBefore) return null;
  if (group.direction === 'backward' && isBefore) return null;
  if (group.scope === 'adjacent') {
    const from = isBefore ? modifier.end : target.end;
    const to = isBefore ? target.start : modifier.start;
    if (to - from > longestBeside) return null;
    return (isBefore ? besideBefore : besideBehind).test(text.slice(from, to)) ? true : null;
  }
  const isNear = modifier.start >= clause.start && modifier.end <= clause.end;
  if (isNear) return true;
  return group.scope === 'clause' ? null : false;
}

function isTurn(modifier: Modifier, text: string, sentenceStart: number): boolean {
  if (modifier.group.category !== 'termination') return false;
  // 下一步 is a turn at the beginning of its clause; in 为下一步打基础 it is not.
  return modifier.start === sentenceStart || /[，：、　\s“（]/u.test(text.charAt(modifier.start - 1));
}

interface Structure {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly around: readonly Modifier[];
  readonly turn: Modifier | undefined;
  readonly isDemanded: boolean;
  readonly year: number;
}

/** A year in digits; of a range of years, the last one. */
const writtenYear = /(?<!\d)((?:19|20)\d{2})年/gu;
/** A sentence that sets the year of the next ones: 2021年，……. */
const setsYear = /(?:^|[。！？；])[\s　]*((?:19|20)\d{2})年(?:以来)?，/gu;
/** A number with its measure word or unit: 6.5%, 320个. */
const figure = /\d[\d.]*(?:%|％|‰|个百分点|[万亿]|[余多]?[个人件家户次项起名条座所吨亩公])/u;
const longestHeading = 40;

function addStructure(
  target: ContextTarget,
  context: Surroundings,
  at: Structure,
  features: FeatureList,
): void {
  const { text } = context.paragraph;
  const { sentence } = at;
  addMarks(target, text, features);
  addSection(target, context, at, features);
  // Years that are compared in one sentence say nothing about one another.
  if (target.kind !== 'year') addPastYears(target, text, at, features);
  if (sentence.start > 0 && at.turn === undefined) addEarlier(target, context, at, features);
  addMoods(target, text, sentence, at.clause, at.around, features);
  addPlace(target, text, sentence, at.clause, features);
  if (!at.isDemanded && figure.test(text.slice(target.end, sentence.end)))
    features.add('figure-behind', 'report', '');
  if (text.length <= longestHeading && !/[。！？]$/u.test(text.trimEnd()))
    features.add('heading', 'task', '');
  const behind = at.around.find(
    ({ start, group }) => start >= target.end && start <= target.end + 1 && taskVerbs.has(group.id),
  );
  if (behind !== undefined) features.add('verb-behind', 'task', text.slice(behind.start, behind.end));
  const beside = newNameBeside(text, sentence, target);
  if (beside !== null) features.add('new-name-beside', 'comparison', beside);
}

/** Adds the quotation or title around a target. */
function addMarks(target: ContextTarget, text: string, features: FeatureList): void {
  const marks = enclosure(text, target);
  if (marks === null) return;
  const category = marks.kind === 'in-title' ? 'name' : 'quotation';
  features.add(marks.kind, category, marks.cue, marks.kind !== 'in-short-quotation');
}

/** Adds what the section tells about the time of its paragraphs. */
function addSection(
  { kind, presumed }: ContextTarget,
  { paragraph: { text, section } }: Surroundings,
  { isDemanded }: Structure,
  features: FeatureList,
): void {
  if (section === 'plan') features.add('section-plan', 'task', '所在部分为安排');
  if (section !== 'review') return;
  // 一、2014年工作回顾 opens the section and is not part of it.
  if (kind === 'year' && text.length <= longestHeading && !/[。！？]/u.test(text)) return;
  // A section that looks back reports, whatever verbs it begins with; what it demands is still a task.
  features.add('section-review', 'history', '所在部分为回顾', !isDemanded && presumed !== true);
}

/**
 * Adds what earlier sentences tell about the time: a year that they set, and groups that reach the rest of a
 * paragraph.
 */
function addEarlier(
  { kind }: ContextTarget,
  context: Surroundings,
  at: Structure,
  features: FeatureList,
): void {
  const { text } = context.paragraph;
  const { sentence } = at;
  const back = Math.max(0, sentence.start - farthestBack);
  const earlier = text.slice(back, sentence.start);
  const year = earlier.includes('年')
    ? matchesOf(earlier, setsYear).findLast((match) => Number(match[1]) < at.year)
    : undefined;
  const modifiers = within(context, back, sentence.start, kind, reachesOn);
  // A turn to the present terminates the scope of what stands before it.
  const closed = modifiers.findLast((one) => isTurnOfItsOwn(one, text))?.start ?? -1;
  if (year !== undefined && back + year.index >= closed) {
    const name = at.isDemanded ? 'paragraph-year+task' : 'paragraph-year';
    features.add(name, at.isDemanded ? 'bias' : 'history', `${year[1]}年`);
  }
  for (const { start, end, group } of modifiers)
    if (group.scope === 'paragraph' && start >= closed)
      features.add(marked.of(group.id, '^'), group.category, text.slice(start, end));
}

/** Whether a modifier is a turn in its sentence. */
function isTurnOfItsOwn(one: Modifier, text: string): boolean {
  return (
    one.group.category === 'termination' && isTurn(one, text, sentenceAround(text, one.start, one.end).start)
  );
}

/** Adds past years in the target's sentence: they make a report past, but never a task. */
function addPastYears(target: Span, text: string, at: Structure, features: FeatureList): void {
  const { sentence, turn } = at;
  const from = turn?.start ?? sentence.start;
  const past = pastYear(text.slice(from, target.start), at.year);
  if (past !== undefined) {
    const mine = moodOf(at.clause, target, text, at.around);
    const name = mine === 'task' ? 'past-year+own-task' : at.isDemanded ? 'past-year+task' : 'past-year';
    features.add(name, mine === 'task' ? 'task' : at.isDemanded ? 'bias' : 'history', past);
  }
  if (at.isDemanded) return;
  const later = pastYear(text.slice(target.end, sentence.end), at.year);
  if (later !== undefined) features.add('past-year-behind', 'history', later);
}

/** The first year in digits in a text that lies before another one: 2021年. */
function pastYear(text: string, year: number): string | undefined {
  if (!text.includes('年')) return undefined;
  return matchesOf(text, writtenYear).find((match) => Number(match[1]) < year)?.[0];
}
