import { clauseEnd, sentenceAround } from '../../draft/draft.ts';
import type { Span } from '../../draft/types.ts';
import type { Knowledge, ModifierGroup } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import type { ParagraphText } from '../paragraph-context.ts';

/** A word of a text that the lexicon knows as a modifier. Offsets of the paragraph. */
export interface Modifier extends Span {
  readonly group: ModifierGroup;
}

/** What a stretch of a paragraph holds for the judgement of the mentions in it. Offsets of the paragraph. */
export interface Surroundings {
  readonly from: number;
  readonly to: number;
  readonly paragraph: ParagraphText;
  /** Start, end and index of the group of each modifier that may count, three numbers each, in order of place. */
  readonly modifiers: readonly number[];
  readonly groups: readonly ModifierGroup[];
}

/** So far before its sentence a paragraph is asked what time it tells of. Units. */
export const farthestBack = 1_000;

/** Groups that say something of the sentences behind their own. */
export function reachesOn({ scope, category }: ModifierGroup): boolean {
  return scope === 'paragraph' || category === 'termination';
}

/** All words of these groups: few paragraphs have any before the sentence that is asked. */
const wordsThatReachOn = byKnowledge(({ modifiers }) => {
  const words = modifiers.filter(reachesOn).flatMap((group) => group.words);
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return new RegExp(escaped.length === 0 ? '(?!)' : escaped.join('|'), 'u');
});

/**
 * What the judgement of some mentions of a paragraph asks for: the modifiers of their sentences, and of what stands before
 * these where some of its words reach on. Offsets of the paragraph.
 * @param known what was found for other mentions of the same paragraph: it is returned where it holds these too
 */
export function surroundingsOf(
  mentions: readonly Span[],
  paragraph: ParagraphText,
  knowledge: Knowledge,
  known: Surroundings | undefined,
): Surroundings {
  const { text } = paragraph;
  let [first, last] = [text.length, 0];
  for (const { start, end } of mentions) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  const from = sentenceAround(text, first, first).start;
  const to = sentenceAround(text, last, last).end;
  if (known !== undefined && known.from <= from && to <= known.to) return known;
  const back = Math.max(0, from - farthestBack);
  const isToldBefore = back < from && wordsThatReachOn(knowledge).test(text.slice(back, from));
  const modifiers = knowledge.modifiersIn(text, isToldBefore ? back : from, to);
  return { from, to, paragraph, modifiers, groups: knowledge.modifiers };
}

/** A sentence with the places of its clauses. Offsets of the paragraph. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[];
}

/** The sentence around a span of a paragraph and its clauses; a clause that holds the span is not broken by marks in it. */
export function sentenceWithClauses(text: string, span: Span): Sentence {
  const { start, end } = sentenceAround(text, span.start, span.end);
  const clauses: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (clauseEnd[text.charCodeAt(at)] === 0 || (at >= span.start && at < span.end)) continue;
    if (at > from) clauses.push({ start: from, end: at });
    from = at + 1;
  }
  if (end > from || clauses.length === 0) clauses.push({ start: from, end });
  return { start, end, clauses };
}
