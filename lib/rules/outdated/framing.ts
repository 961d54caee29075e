import { clauseAround, sentenceAround } from '../../draft/draft.ts';
import type { IsoDate, Paragraph, Span } from '../../draft/types.ts';
import type { FramingCue } from '../../phrases/types.ts';

export type MentionKind = 'meeting' | 'plan' | 'campaign' | 'institution' | 'regulation' | 'formulation';

/** How a sentence presents a thing it mentions. Only 'current' can make an old thing wrong. */
export interface Framing {
  readonly frame: 'current' | 'history' | 'quotation' | 'name' | 'comparison' | 'list' | 'unclear';
  /** The cues that decided, as they stand in the text. */
  readonly cues: readonly string[];
}

/** Frames that clear a mention, strongest first: one of them outweighs every sign of the present. */
const clearing = ['quotation', 'name', 'history', 'comparison', 'list'] as const;

/**
 * Judges how a mention is presented, from the cues of assets/phrases/framing.yaml, from quotation and title marks, from
 * years before the draft's own, and from the section it stands in.
 * @param mention offsets within the paragraph's text
 * @param date the day the draft is judged on
 */
export function frameMention(
  paragraph: Paragraph,
  mention: Span,
  kind: MentionKind,
  cues: readonly FramingCue[],
  date: IsoDate,
): Framing {
  const { text } = paragraph;
  const around = surroundings(text, mention);
  const marks = marksAround(text, mention, kind);
  if (marks !== null) return marks;
  const compiled = compiledCues(cues, kind);
  // 五年来……，下一步要……: from the turn on, the sentence no longer speaks of the past.
  around['sentence-before'] = sinceTurn(compiled, around['sentence-before']);
  // An office or a law beside a past year belongs to it, wherever the year stands in the sentence.
  const dated =
    kind === 'institution' || kind === 'regulation'
      ? `${around['sentence-before']}，${sentenceAfter(text, mention)}`
      : around['sentence-before'];
  const pastYear = yearBefore(dated, Number(date.slice(0, 4)));
  if (pastYear !== null) return { frame: 'history', cues: [pastYear] };

  const aim = firstCue(compiled, 'future', around, ['clause']);
  for (const frame of clearing) {
    const cue = firstCue(compiled, frame, around);
    // 确保……圆满收官 is still to be done, though 圆满收官 alone would be history.
    if (cue !== null && aim?.includes(cue) !== true) return { frame, cues: [cue] };
  }
  if (aim !== null) return { frame: 'current', cues: [aim] };
  if (paragraph.section === 'review' && kind !== 'formulation' && kind !== 'regulation') {
    return { frame: 'history', cues: ['所在部分为回顾'] };
  }
  const present = currentCues(compiled, around, kind);
  return present.length > 0 ? { frame: 'current', cues: present } : { frame: 'unclear', cues: [] };
}

function sentenceAfter(text: string, mention: Span): string {
  return text.slice(mention.end, sentenceAround(text, mention.start, mention.end).end);
}

type Where = FramingCue['where'];
type Surroundings = Record<Where, string>;

function surroundings(text: string, mention: Span): Surroundings {
  const clause = clauseAround(text, mention.start, mention.end);
  const sentence = sentenceAround(text, mention.start, mention.end);
  return {
    // The marks that open and close around a mention are not words.
    before: text.slice(clause.start, mention.start).replace(/[“‘《（"']+$/u, ''),
    after: withoutCoordination(text.slice(mention.end, clause.end).replace(/^[”’》）"']+/u, '')),
    'clause-before': text.slice(clause.start, mention.start),
    'clause-after': text.slice(mention.end, clause.end),
    clause: text.slice(clause.start, clause.end),
    'sentence-before': text.slice(sentence.start, mention.start),
    sentence: text.slice(sentence.start, sentence.end),
  };
}

/** 工商局、质监局、城管局要…: what is said of the last is said of the first. */
function withoutCoordination(after: string): string {
  return after.replace(
    /^(?:[、和][^、和，。；：要应须负牵会等]{2,10}?(?:[局委办部厅院队会署]|中心|部门|单位|政府))+/u,
    '',
  );
}

/** A mention inside a longer quotation is quoted; inside a title it is part of a name. */
function marksAround(text: string, mention: Span, kind: MentionKind): Framing | null {
  const inTitle = enclosing(text, mention, '《', '》');
  if (inTitle !== null && kind !== 'regulation') return { frame: 'name', cues: [inTitle] };
  const quoted = enclosing(text, mention, '“', '”');
  // “十四五” in marks of its own is no quotation; a sentence in marks is.
  return quoted !== null && quoted.length >= mention.end - mention.start + 6
    ? { frame: 'quotation', cues: [`“${quoted.slice(0, 8)}…”`] }
    : null;
}

/** Marks farther off are not looked for: a long line without any would be read once for each mention. Units. */
const longestEnclosed = 2_000;

function enclosing(text: string, mention: Span, open: string, close: string): string | null {
  // Marks of the mention's own, as in “三严三实”专题教育, enclose nothing but themselves.
  const start = text.charAt(mention.start) === open ? mention.start - 1 : mention.start;
  if (start < 0) return null;
  const first = Math.max(0, mention.start - longestEnclosed);
  const before = text.slice(first, start + 1).lastIndexOf(open);
  if (before < 0 || text.slice(first + before, mention.start).includes(close)) return null;
  const behind = text.charAt(mention.end - 1) === close ? mention.end : mention.end - 1;
  const to = text.slice(behind, behind + longestEnclosed).indexOf(close);
  return to < 0 ? null : text.slice(first + before + 1, behind + to);
}

/** What stands before a mention from the last clause on that turns to the present or the future: 下一步, 今年. */
function sinceTurn(compiled: Compiled, before: string): string {
  const turns = compiled.get('future/sentence-before');
  if (turns === undefined) return before;
  let from = 0;
  for (let at = 0; at >= 0 && at < before.length; at = nextClause(before, at)) {
    if (turns.test(before.slice(at))) from = at;
  }
  return before.slice(from);
}

/** Where the clause after a place begins; -1 after the last one. */
function nextClause(text: string, at: number): number {
  const mark = text.slice(at).search(/[，：]/u);
  return mark < 0 ? -1 : at + mark + 1;
}

function yearBefore(before: string, draftYear: number): string | null {
  for (const match of before.matchAll(/((?:19|20)\d{2})年/gu)) {
    if (Number(match[1]) < draftYear) return match[0];
  }
  return null;
}

type Compiled = Map<string, RegExp>;
const compiledByCues = new WeakMap<readonly FramingCue[], Map<MentionKind, Compiled>>();

/** One alternation per frame and place: a mention is judged by some twenty short searches, whatever the number of cues. */
function compiledCues(cues: readonly FramingCue[], kind: MentionKind): Compiled {
  let byKind = compiledByCues.get(cues);
  if (byKind === undefined) {
    byKind = new Map();
    compiledByCues.set(cues, byKind);
  }
  let compiled = byKind.get(kind);
  if (compiled === undefined) {
    compiled = compile(cues.filter((cue) => cue.for === undefined || cue.for.includes(kind)));
    byKind.set(kind, compiled);
  }
  return compiled;
}

function compile(cues: readonly FramingCue[]): Compiled {
  const groups = new Map<string, string[]>();
  for (const cue of cues) {
    const key = `${cue.frame}/${cue.where}`;
    groups.set(key, [...(groups.get(key) ?? []), pattern(cue.text)]);
  }
  const compiled: Compiled = new Map();
  for (const [key, texts] of groups) {
    const any = `(?:${texts.sort((a, b) => b.length - a.length).join('|')})`;
    const place = key.slice(key.indexOf('/') + 1);
    compiled.set(key, anchored(any, key, place));
  }
  return compiled;
}

function anchored(any: string, key: string, place: string): RegExp {
  // 由县环保局, 责成市质监局: the place is part of the office's name.
  if (place === 'before') return new RegExp(`${any}[省市县区州旗]?$`, 'u');
  // A turn stands at the head of its clause.
  if (place === 'after' || key === 'future/sentence-before') return new RegExp(`^${any}`, 'u');
  return new RegExp(any, 'u');
}

function pattern(cue: string): string {
  return cue
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .join('[^，。；：！？]{0,24}');
}

const places: readonly Where[] = [
  'before',
  'after',
  'clause',
  'clause-before',
  'clause-after',
  'sentence-before',
  'sentence',
];

function firstCue(compiled: Compiled, frame: string, around: Surroundings, within = places): string | null {
  for (const place of within) {
    const match = compiled.get(`${frame}/${place}`)?.exec(around[place]);
    if (match) return match[0];
  }
  return null;
}

/** A meeting is guidance only where a verb asks for it and its spirit or plan is the object; else one sign is enough. */
function currentCues(compiled: Compiled, around: Surroundings, kind: MentionKind): string[] {
  const verb = firstCue(compiled, 'current', around, ['before', 'clause-before', 'clause']);
  const object = firstCue(compiled, 'current', around, ['after', 'clause-after']);
  if (kind === 'meeting') return verb !== null && object !== null ? [verb, object] : [];
  return [verb, object].filter((cue) => cue !== null);
}
