import { clauseAround, sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate, Paragraph, Span } from '../../draft/types.ts';
import type { FramingCue } from '../../phrases/types.ts';
import {
  type Compiled,
  compiledCues,
  firstCue,
  isTurn,
  type MentionKind,
  type Surroundings,
} from './cues.ts';

export type { MentionKind };

/** How a sentence presents a thing it mentions. Only 'current' can make an old thing wrong. */
export interface Framing {
  readonly frame: 'current' | 'history' | 'quotation' | 'name' | 'comparison' | 'list' | 'unclear';
  /** The cues that decided, as they stand in the text. */
  readonly cues: readonly string[];
}

/** What is told of, and what stands in its place on the draft's date. Offsets of the paragraph. */
interface Told extends Span {
  readonly replacement?: string | null;
  /** The wording itself presents the thing as today's. */
  readonly presumed?: boolean;
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
  mention: Told,
  kind: MentionKind,
  cues: readonly FramingCue[],
  date: IsoDate,
): Framing {
  const { text } = paragraph;
  const around = surroundings(text, mention);
  const marks = marksAround(text, mention, kind);
  if (marks !== null) return marks;
  const beside = newNameBeside(around, text.slice(mention.start, mention.end), mention, kind);
  if (beside !== null) return { frame: 'comparison', cues: [beside] };
  const compiled = compiledCues(cues, kind);
  // 五年来……，下一步要……: from the turn on, the sentence no longer speaks of the past.
  around['sentence-before'] = sinceTurn(compiled, around['sentence-before']);
  // An office or a law beside a past year belongs to it, wherever the year stands in the sentence.
  const dated =
    kind === 'institution' || kind === 'regulation'
      ? `${around['sentence-before']}，${sentenceAfter(text, mention)}`
      : around['sentence-before'] + (saidOfYear.exec(around['sentence-after'])?.[0] ?? '');
  const draftYear = Number(date.slice(0, 4));
  const pastYear = yearBefore(dated, draftYear);
  if (pastYear !== null) return { frame: 'history', cues: [pastYear] };

  const aim = firstCue(compiled.aim, around);
  for (const frame of clearing) {
    const cue = firstCue(compiled[frame], around);
    // 确保……圆满收官 is still to be done, though 圆满收官 alone would be history.
    if (cue !== null && aim?.includes(cue) !== true) return { frame, cues: [cue] };
  }
  if (aim !== null) return { frame: 'current', cues: [aim] };
  const told = mention.presumed === true ? null : whatIsTold(kind, text, mention, around, draftYear);
  if (told !== null) return { frame: 'history', cues: [told] };
  if (paragraph.section === 'review' && kind !== 'formulation' && kind !== 'regulation') {
    return { frame: 'history', cues: ['所在部分为回顾'] };
  }
  const present = currentCues(compiled, around, kind);
  return present.length > 0 ? { frame: 'current', cues: present } : { frame: 'unclear', cues: [] };
}

/** 今天的市场监管局，是由工商局……: who names the new one in the same sentence has not left it out. */
function newNameBeside(
  around: Surroundings,
  written: string,
  { replacement }: Told,
  kind: MentionKind,
): string | null {
  if (replacement === undefined || replacement === null) return null;
  if (kind !== 'institution' && kind !== 'regulation') return null;
  const name = replacement.replace(/[《》]/gu, '');
  // 《执业医师法》 holds 医师法, and may be named twice: then only the new title alone, in its marks, is the new one.
  const holdsIt = written.includes(name);
  if (holdsIt && kind === 'institution') return null;
  const wanted = holdsIt ? [`《${name}》`, `《中华人民共和国${name}》`] : [name];
  const rest = `${around['sentence-before']}\n${around['sentence-after']}`;
  return wanted.find((one) => rest.includes(one)) ?? null;
}

/** 按照……部署，全县建成了……: what the sentence goes on to tell is done. */
const done =
  /[\p{Script=Han}]{0,2}(?<!为|除|到|指明|提供|擘画|确定|绘就)了(?!解)|取得(?:显著|明显|积极|长足)|圆满完成|累计/u;
/** …，但还要……: what it goes on to ask for is not. */
const wanted = /(?<![主重需纲首])要(?![求素点])|必须|务必|让我们|我们将|奋力|努力/u;

/** 2021年，……。: a sentence that sets the year of those behind it. */
const setsYear = /(?:^|[。！？；])[\s　]*((?:19|20)\d{2})年，/gu;
/** What leads from that year to today. */
const leavesYear = /今年|明年|当前|目前|眼下|下一步|下一阶段|今后|接下来|新的一年|新征程/u;

/**
 * What tells that a mention stands in an account of things done: its sentence goes on to what was done, or an earlier one
 * set a year that is over. Null where nothing does, or where something is asked for.
 */
function whatIsTold(
  kind: MentionKind,
  text: string,
  mention: Span,
  around: Surroundings,
  draftYear: number,
): string | null {
  if (wanted.test(around['sentence-after'])) return null;
  const doneAfter = kind === 'meeting' || kind === 'formulation' ? done.exec(around['sentence-after']) : null;
  if (kind === 'meeting') return doneAfter?.[0] ?? null;
  if (wanted.test(around['sentence-before'])) return null;
  if (doneAfter !== null) return doneAfter[0];
  if (!around.sentence.includes('我们')) return null;
  const before = text.slice(0, mention.start - around['sentence-before'].length);
  const year = matchesOf(before, setsYear).at(-1);
  return year !== undefined && Number(year[1]) < draftYear && !leavesYear.test(before.slice(year.index))
    ? `${year[1]}年`
    : null;
}

/** …的课件，那是2018年备的课. */
const saidOfYear = /(?:那|都|还|这|正)是(?:19|20)\d{2}年/u;

function sentenceAfter(text: string, mention: Span): string {
  return text.slice(mention.end, sentenceAround(text, mention.start, mention.end).end);
}

const opening = '“‘《（"\'';
const closing = '”’》）"\'';

function surroundings(text: string, mention: Span) {
  const clause = clauseAround(text, mention.start, mention.end);
  const sentence = sentenceAround(text, mention.start, mention.end);
  // The marks that open and close around a mention are not words.
  let [before, after] = [mention.start, mention.end];
  while (before > clause.start && opening.includes(text.charAt(before - 1))) before--;
  while (after < clause.end && closing.includes(text.charAt(after))) after++;
  return {
    before: withoutCoordinated(text.slice(clause.start, before)),
    after: withoutCoordination(text.slice(after, clause.end)),
    'clause-before': text.slice(clause.start, mention.start),
    'clause-after': text.slice(mention.end, clause.end),
    clause: text.slice(clause.start, clause.end),
    'sentence-before': text.slice(sentence.start, mention.start),
    'sentence-after': text.slice(mention.end, sentence.end),
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

/** 原市环保局、国土资源局: what is said before the first is said of the last. */
function withoutCoordinated(before: string): string {
  if (!before.includes('原')) return before;
  return before.replace(/(?<=原)(?:[^、和，。；：]{2,10}(?:[局委办部厅院队会署])[、和])+$/u, '');
}

/** A mention inside a longer quotation is quoted; inside a title it is part of a name. */
function marksAround(text: string, mention: Span, kind: MentionKind): Framing | null {
  const inTitle = enclosing(text, mention, '《', '》');
  if (inTitle !== null && kind !== 'regulation') return { frame: 'name', cues: [inTitle] };
  const quoted = enclosing(text, mention, '“', '”');
  // “十四五” in marks of its own is no quotation; a sentence in marks is.
  return quoted !== null && quoted.length >= mention.end - mention.start + 3
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
  let from = 0;
  for (let at = 0; at >= 0 && at < before.length; at = nextClause(before, at)) {
    if (isTurn(compiled, before.slice(at))) from = at;
  }
  return before.slice(from);
}

/** Where the clause after a place begins; -1 after the last one. */
function nextClause(text: string, at: number): number {
  for (let next = at; next < text.length; next++)
    if (text[next] === '，' || text[next] === '：') return next + 1;
  return -1;
}

function yearBefore(before: string, draftYear: number): string | null {
  for (const match of matchesOf(before, /((?:19|20)\d{2})年/gu)) {
    if (Number(match[1]) < draftYear) return match[0];
  }
  return null;
}

/** A meeting is guidance only where a verb asks for it and its spirit or plan is the object; else one sign is enough. */
function currentCues(compiled: Compiled, around: Surroundings, kind: MentionKind): string[] {
  const whole = firstCue(compiled.guiding, around);
  if (whole !== null) return [whole];
  const verb = firstCue(compiled.verb, around);
  const object = firstCue(compiled.object, around);
  if (kind === 'meeting') return verb !== null && object !== null ? [verb, object] : [];
  return [verb, object].filter((cue) => cue !== null);
}
