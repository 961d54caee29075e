import { clauseEnd, sentenceAround } from '../../draft/draft.ts';
import type { Paragraph, Span } from '../../draft/types.ts';
import type { ModifierGroup, ModifierHit } from '../../phrases/types.ts';

/** A word of a text that the lexicon knows as a modifier. Offsets of the paragraph. */
export interface Modifier extends Span {
  readonly group: ModifierGroup;
}

/** What a paragraph holds for the judgement of its mentions. */
export interface ParagraphContext {
  readonly paragraph: Paragraph;
  /** In order of place. */
  readonly modifiers: readonly Modifier[];
}

/** A sentence with the places of its clauses. Offsets of the paragraph. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[];
}

/**
 * The modifiers of a paragraph, read as words: a pseudo-modifier takes its characters with it (太原 leaves no 原, 去库存 no
 * 过去), unless it stands within the word. Words of the lexicon hide none of each other: each group says its own.
 * @param hits in order of their starts, the longer first
 */
export function modifiersOf(hits: readonly ModifierHit[], groups: readonly ModifierGroup[]): Modifier[] {
  const pseudo: ModifierHit[] = [];
  for (const hit of hits) if (hit.group < 0) pseudo.push(hit);
  const modifiers: Modifier[] = [];
  let first = 0;
  for (const { start, end, group: place } of hits) {
    const group = groups[place];
    if (group === undefined) continue;
    // No pseudo-modifier is longer than this: those that end before it hide nothing any more.
    while (first < pseudo.length && (pseudo[first] as ModifierHit).start < start - longestPseudo) first++;
    let isHidden = false;
    for (let at = first; !isHidden && at < pseudo.length; at++) {
      const other = pseudo[at] as ModifierHit;
      if (other.start >= end) break;
      isHidden = other.end > start && (other.start < start || other.end > end);
    }
    if (!isHidden) modifiers.push({ start, end, group });
  }
  return modifiers;
}

const longestPseudo = 20;

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
