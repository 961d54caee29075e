import { clauseEnd, sentenceAround } from '../../draft/draft.ts';
import type { Span } from '../../draft/types.ts';
import type { Knowledge, ModifierGroup } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import type { ParagraphText } from '../paragraph-context.ts';

/** A word that the lexicon knows as a modifier. Offsets of the paragraph. */
export interface Modifier extends Span {
  readonly group: ModifierGroup;
}

/** What part of a paragraph contains for the judgement of its mentions. Offsets of the paragraph. */
export interface Surroundings {
  readonly from: number;
  readonly to: number;
  readonly paragraph: ParagraphText;
  /** Start, end and group index of each modifier that may count, three numbers each, in order of place. */
  readonly modifiers: readonly number[];
  readonly groups: readonly ModifierGroup[];
}

/** How far before its sentence the paragraph is searched for words of time. UTF-16 units. */
export const farthestBack = 1_000;

/** Whether a group's scope includes the sentences behind its own. */
export function reachesOn({ scope, category }: ModifierGroup): boolean {
  return scope === 'paragraph' || category === 'termination';
}

/** All words of these groups: few paragraphs contain any before the sentence in question. */
const wordsThatReachOn = byKnowledge(({ modifiers }) => {
  const words = modifiers.filter(reachesOn).flatMap((group) => group.words);
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return new RegExp(escaped.length === 0 ? '(?!)' : escaped.join('|'), 'u');
});

/**
 * The context needed to judge some mentions of a paragraph: the modifiers of their sentences, and of the text before
 * them if its words reach that far. Offsets of the paragraph.
 * @param found the context found for other mentions of the paragraph: returned if it includes these
 */
export function surroundingsOf(
  mentions: readonly Span[],
  paragraph: ParagraphText,
  knowledge: Knowledge,
  found: Surroundings | undefined,
): Surroundings {
  const { text } = paragraph;
  let [first, last] = [text.length, 0];
  for (const { start, end } of mentions) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  const from = sentenceAround(text, first, first).start;
  const to = sentenceAround(text, last, last).end;
  if (found !== undefined && found.from <= from && to <= found.to) return found;
  const back = Math.max(0, from - farthestBack);
  const isToldBefore = back < from && wordsThatReachOn(knowledge).test(text.slice(back, from));
  const modifiers = knowledge.modifiersIn(text, isToldBefore ? back : from, to);
  return { from, to, paragraph, modifiers, groups: knowledge.modifiers };
}

/** A sentence and the offsets of its clauses in the paragraph. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[];
}

/** The sentence around a span of a paragraph, with its clauses; marks within the span do not divide its clause. */
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
