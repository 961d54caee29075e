import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import { overlaps } from '../../draft/overlaps.ts';
import type { Paragraph, Span } from '../../draft/types.ts';
import type { MentionKind, ModifierCategory, ModifierGroup } from '../../phrases/types.ts';
import { enclosure } from './enclosure.ts';
import { type Modifier, type ParagraphContext, type Sentence, sentenceWithClauses } from './surroundings.ts';

/** A thing whose presentation is asked for: ConText's target. Offsets of the paragraph. */
export interface ContextTarget extends Span {
  readonly kind: MentionKind;
  /** What is peculiar to it within its kind: 'deadline' of a year. */
  readonly role?: string;
  /** The wording itself presents the thing as today's. */
  readonly presumed?: boolean;
  /** Its state on the day an old draft was written for; absent where the draft is of today. */
  readonly stateThen?: 'over' | 'in-force' | undefined;
  /** What stands in its place on the day judged on. */
  readonly replacement?: string | null;
}

/** Something about a mention's surroundings that speaks for or against it. */
export interface Feature {
  /** A group's id; with `~` where it reaches from another clause; or a name of structure: `section-review`. */
  readonly name: string;
  readonly category: ModifierCategory | 'bias';
  /** The words of the text that show it; '' where it has none of its own. */
  readonly cue: string;
  /** It decides by itself that the target is not presented as today's. */
  readonly decisive?: boolean;
}

/** Obligation, intention, exhortation: what makes a sentence a task whatever year it names. */
const demands: ReadonlySet<string> = new Set(['obligation', 'intention', 'exhortation', 'we-must']);
/** Groups of verbs and adverbs that begin the clause of a task without a subject. */
const taskVerbs: ReadonlySet<string> = new Set(['study', 'carry-out', 'commitment', 'manner', 'brought-to']);
/** Tense and aspect: what makes a clause a report. */
const reports: ReadonlySet<string> = new Set(['perfective', 'done', 'achieved']);

/**
 * All that the context says of a target: the groups that reach it by their direction and scope, and what its place, its
 * years and its marks say. One feature a name.
 * @param year the year of the day judged on
 */
export function featuresOf(target: ContextTarget, context: ParagraphContext, year: number): Feature[] {
  const { text } = context.paragraph;
  const sentence = sentenceWithClauses(text, target);
  const features = new Map<string, Feature>();
  const add: Add = (name, category, cue, decisive = false) => {
    if (!features.has(name))
      features.set(name, decisive ? { name, category, cue, decisive } : { name, category, cue });
  };
  add(`is:${target.kind}`, 'bias', '');
  if (target.role !== undefined) add(`is:${target.kind}/${target.role}`, 'bias', '');
  if (target.presumed === true) add('presumed', 'task', '');
  if (target.stateThen === 'in-force') add('in-force-then', 'task', '');
  if (target.stateThen === 'over') add('over-then', 'history', '');

  // 在庆祝第40个教师节大会上的讲话: what the draft's own title names is what it is held for.
  if (ownTitle.test(text)) {
    add('own-title', 'task', '');
    return [...features.values()];
  }
  const modifiers = within(context.modifiers, sentence.start - farthestBack, sentence.end).filter(
    ({ group }) => group.for === undefined || group.for.includes(target.kind),
  );
  const quoted = quotedBeside(text, sentence, target);
  const around = modifiers.filter(
    (one) =>
      one.start >= sentence.start && !overlaps(one, target) && !quoted.some((span) => overlaps(one, span)),
  );
  // What stands before a turn to the present or the future no longer reaches behind it.
  const turn = around.findLast((one) => one.end <= target.start && isTurn(one, text, sentence.start));
  const clause =
    sentence.clauses.find(({ start, end }) => start <= target.start && target.end <= end) ?? sentence;
  const reached = new Map<ModifierGroup, { near: boolean; cue: string }>();
  for (const modifier of around) {
    const { group } = modifier;
    const near = reaches(group, modifier, target, clause, text);
    if (near === null) continue;
    if (
      turn !== undefined &&
      modifier.end <= turn.start &&
      group.category !== 'task' &&
      group.category !== 'termination'
    )
      continue;
    const before = reached.get(group);
    if (before === undefined || (near && !before.near))
      reached.set(group, { near, cue: text.slice(modifier.start, modifier.end) });
  }
  const ids = new Set([...reached.keys()].map(({ id }) => id));
  for (const [group, { near, cue }] of reached) {
    if (group.needs !== undefined && !group.needs.some((id) => ids.has(id))) continue;
    if (group.unless?.some((id) => ids.has(id)) === true) continue;
    add(near ? group.id : `${group.id}~`, group.category, cue, group.decisive);
  }
  const isDemanded = [...ids].some((id) => demands.has(id));
  addStructure(
    target,
    context.paragraph,
    { sentence, clause, modifiers, around, turn, isDemanded, year },
    add,
  );
  return [...features.values()];
}

/** Shorter quotations are names and slogans: their words count. Units. */
const shortestQuoted = 8;

/** What a sentence quotes beside a target: the words of somebody else say nothing of it. */
function quotedBeside(text: string, sentence: Span, target: Span): Span[] {
  const found: Span[] = [];
  for (let open = text.indexOf('“', sentence.start); open >= 0 && open < sentence.end; ) {
    const close = text.indexOf('”', open);
    if (close < 0) break;
    const span = { start: open, end: Math.min(close + 1, sentence.end) };
    if (close - open >= shortestQuoted && !overlaps(span, target)) found.push(span);
    open = text.indexOf('“', close);
  }
  return found;
}

/** So far before its sentence a paragraph is asked what time it tells of. Units. */
const farthestBack = 1_000;

/** The modifiers that lie within a stretch of the paragraph; they come in order of their starts. */
function within(modifiers: readonly Modifier[], from: number, to: number): readonly Modifier[] {
  let first = 0;
  for (let last = modifiers.length; first < last; ) {
    const middle = (first + last) >> 1;
    if ((modifiers[middle]?.start ?? 0) < from) first = middle + 1;
    else last = middle;
  }
  const found: Modifier[] = [];
  for (let at = first; at < modifiers.length; at++) {
    const one = modifiers[at] as Modifier;
    if (one.start >= to) break;
    if (one.end <= to) found.push(one);
  }
  return found;
}

/** No list of offices between a target and a word beside it is longer. Units. */
const longestBeside = 80;

/** What may stand between a target and a word beside it: marks, its place, and the offices it is named together with. */
const besideBefore =
  /^(?:[^、和，。；：]{2,10}(?:[局委办部厅院队会署]|中心|部门)[、和及与])*[“‘《（"]*[省市县区州旗]?$/u;
const besideBehind =
  /^[”’》）"]*(?:[、和及与][^、和，。；：要应须负牵会等]{2,10}?(?:[局委办部厅院队会署]|中心|部门|单位|政府))*$/u;

/** The title of a speech, as a line of its own. */
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
    const between = isBefore
      ? text.slice(modifier.end, target.start)
      : text.slice(target.end, modifier.start);
    if (between.length > longestBeside) return null;
    return (isBefore ? besideBefore : besideBehind).test(between) ? true : null;
  }
  const isNear = modifier.start >= clause.start && modifier.end <= clause.end;
  if (isNear) return true;
  return group.scope === 'clause' ? null : false;
}

function isTurn(modifier: Modifier, text: string, sentenceStart: number): boolean {
  if (modifier.group.category !== 'termination') return false;
  // 下一步 at the head of its clause turns; 为下一步打基础 does not.
  return modifier.start === sentenceStart || /[，：、　\s“（]/u.test(text.charAt(modifier.start - 1));
}

interface Structure {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly modifiers: readonly Modifier[];
  readonly around: readonly Modifier[];
  readonly turn: Modifier | undefined;
  readonly isDemanded: boolean;
  readonly year: number;
}

type Add = (name: string, category: Feature['category'], cue: string, decisive?: boolean) => void;

/** A year written with its number; a span of years counts by its last one. */
const writtenYear = /(?<!\d)((?:19|20)\d{2})年/gu;
/** A sentence that sets the year of those behind it: 2021年，……. */
const setsYear = /(?:^|[。！？；])[\s　]*((?:19|20)\d{2})年(?:以来)?，/gu;
/** What a list goes on with: 、十九大, 和二十届四中全会. */
const figure = /\d[\d.]*(?:%|％|‰|个百分点|[万亿]|[余多]?[个人件家户次项起名条座所吨亩公])/u;
const ordinalHead =
  /^[\s　]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|同时，|要)?/u;
const longestHeading = 40;

function addStructure(target: ContextTarget, { text, section }: Paragraph, at: Structure, add: Add): void {
  const { sentence, turn, modifiers } = at;
  const marks = enclosure(text, target);
  if (marks !== null)
    add(
      marks.kind,
      marks.kind === 'in-title' ? 'name' : 'quotation',
      marks.cue,
      marks.kind !== 'in-short-quotation',
    );
  if (section === 'review') add('section-review', 'history', '所在部分为回顾');
  if (section === 'plan') add('section-plan', 'task', '所在部分为安排');

  // Years beside each other are told of in one breath; they say nothing of one another.
  if (target.kind !== 'year') addPastYears(target, text, at, add);
  const back = Math.max(0, sentence.start - farthestBack);
  const earlier = text.slice(back, sentence.start);
  if (earlier !== '' && turn === undefined) {
    const year = matchesOf(earlier, setsYear).findLast((match) => Number(match[1]) < at.year);
    // A turn to the present closes what was said before it.
    const closed =
      modifiers.findLast(
        (one) =>
          one.end <= sentence.start && isTurn(one, text, sentenceAround(text, one.start, one.end).start),
      )?.start ?? -1;
    if (year !== undefined && back + year.index >= closed) {
      const name = at.isDemanded ? 'paragraph-year+task' : 'paragraph-year';
      add(name, at.isDemanded ? 'bias' : 'history', `${year[1]}年`);
    }
    for (const modifier of modifiers) {
      if (modifier.end > sentence.start) break;
      const { group } = modifier;
      if (group.scope === 'paragraph' && modifier.start >= closed)
        add(`${group.id}^`, group.category, text.slice(modifier.start, modifier.end));
    }
  }
  addClauses(target, text, at, add);
  if (!at.isDemanded && figure.test(text.slice(target.end, sentence.end))) add('figure-behind', 'report', '');
  if (text.length <= longestHeading && !/[。！？]$/u.test(text.trimEnd())) add('heading', 'task', '');
  const behind = at.around.find(
    ({ start, group }) => start >= target.end && start <= target.end + 1 && taskVerbs.has(group.id),
  );
  if (behind !== undefined) add('verb-behind', 'task', text.slice(behind.start, behind.end));
  if (target.replacement !== undefined && target.replacement !== null) {
    const beside = newNameBeside(text, sentence, target);
    if (beside !== null) add('new-name-beside', 'comparison', beside);
  }
}

/** Years of the past in the target's sentence: they clear a report, never a task. */
function addPastYears(target: Span, text: string, at: Structure, add: Add): void {
  const { sentence, turn } = at;
  const from = turn?.start ?? sentence.start;
  const before = text.slice(from, target.start);
  const past = matchesOf(before, writtenYear).find((match) => Number(match[1]) < at.year);
  if (past !== undefined) {
    const mine = moodOf(at.clause, target, text, at.around);
    const name = mine === 'task' ? 'past-year+own-task' : at.isDemanded ? 'past-year+task' : 'past-year';
    add(name, mine === 'task' ? 'task' : at.isDemanded ? 'bias' : 'history', past[0]);
  }
  const later = matchesOf(text.slice(target.end, sentence.end), writtenYear).find(
    (match) => Number(match[1]) < at.year,
  );
  if (later !== undefined && !at.isDemanded) add('past-year-behind', 'history', later[0]);
}

/** What a clause does: it sets a task, reports, begins with the verb of a task, or none of these. */
type Mood = 'task' | 'report' | 'imperative' | 'none';

/** The mood of the target's own clause, of the nearest one before and of the nearest one behind that have any. */
function addClauses(
  target: ContextTarget,
  text: string,
  { sentence, clause, around }: Structure,
  add: Add,
): void {
  const { clauses } = sentence;
  const own = clauses.indexOf(clause);
  const moods: Mood[] = [];
  const moodAt = (index: number): Mood => {
    const known = moods[index] ?? moodOf(clauses[index] ?? clause, target, text, around);
    moods[index] = known;
    return known;
  };
  const nearest = (from: number, step: 1 | -1): Mood => {
    for (let index = from; index >= 0 && index < clauses.length; index += step) {
      const mood = moodAt(index);
      if (mood !== 'none') return mood;
    }
    return 'none';
  };
  const mine = moodAt(own);
  const follower = clauses[own + 1];
  const demand =
    follower && around.find(({ start, group }) => start >= follower.start && demands.has(group.id));
  if (
    follower !== undefined &&
    demand !== undefined &&
    demand.start - follower.start <= nearHead &&
    demand.end <= follower.end
  )
    add('demand-behind', 'task', text.slice(demand.start, demand.end));
  const next = nearest(own + 1, 1);
  const previous = nearest(own - 1, -1);
  add(`clause:${mine}`, categoryOf(mine), '');
  if (next !== 'none') add(`next:${next}`, categoryOf(next), '');
  if (previous !== 'none') add(`previous:${previous}`, categoryOf(previous), '');
  // A year has no verb of its own: what follows says what it is for.
  add(`clause:${mine}>${next}${target.kind === 'year' ? `/${target.role ?? ''}` : ''}`, 'bias', '');
}

/** 全县各级要……: so far from the head of its clause a demand stands behind its subject. Units. */
const nearHead = 8;

function categoryOf(mood: Mood): Feature['category'] {
  if (mood === 'none') return 'bias';
  return mood === 'report' ? 'report' : 'task';
}

function moodOf(clause: Span, target: Span, text: string, around: readonly Modifier[]): Mood {
  let hasReport = false;
  for (const { start, end, group } of around) {
    if (start < clause.start || end > clause.end) continue;
    if (demands.has(group.id)) return 'task';
    if (reports.has(group.id)) hasReport = true;
  }
  if (hasReport) return 'report';
  const head = ordinalHead.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0;
  const verb = around.find(({ start, group }) => start === clause.start + head && taskVerbs.has(group.id));
  return verb !== undefined && (verb.end <= target.start || clause.start >= target.end)
    ? 'imperative'
    : 'none';
}

/** Kinds whose new name in the same sentence shows that the old one was not left behind. */
const renamed: ReadonlySet<MentionKind> = new Set(['institution', 'regulation', 'meeting']);

/** 今天的市场监管局，是由工商局……; 学习二十大精神，要与十九大精神贯通: who names the new one has not left it out. */
function newNameBeside(text: string, sentence: Span, target: ContextTarget): string | null {
  if (!renamed.has(target.kind)) return null;
  const written = text.slice(target.start, target.end);
  const name = (target.replacement ?? '').replace(/[《》]|^党的|^中共/gu, '').replace(/和[^和]*全会$/u, '');
  if (name === '') return null;
  // 《执业医师法》 holds 医师法, and may be named twice: then only the new title alone, in its marks, is the new one.
  const holdsIt = written.includes(name);
  if (holdsIt && target.kind !== 'regulation') return null;
  const wanted = holdsIt ? [`《${name}》`, `《中华人民共和国${name}》`] : [name];
  const rest = `${text.slice(sentence.start, target.start)}\n${text.slice(target.end, sentence.end)}`;
  return wanted.find((one) => rest.includes(one)) ?? null;
}
