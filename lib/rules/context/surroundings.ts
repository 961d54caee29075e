import { clauseEnd, sentenceAround } from '../../draft/draft.ts';
import type { Paragraph, Span } from '../../draft/types.ts';
import type { ModifierGroup } from '../../phrases/types.ts';

/** A word of a text that the lexicon knows as a modifier. Offsets of the paragraph. */
export interface Modifier extends Span {
  readonly group: ModifierGroup;
}

/** What a paragraph holds for the judgement of its mentions. */
export interface ParagraphContext {
  readonly paragraph: Paragraph;
  /** Start, end and index of the group of each modifier, three numbers each, in order of place. */
  readonly modifiers: readonly number[];
  readonly groups: readonly ModifierGroup[];
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
