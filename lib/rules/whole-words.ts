import { sentenceAround } from '../draft/draft.ts';
import type { Span } from '../draft/types.ts';
import type { RuleContext } from './types.ts';

/**
 * True when a hit is made of whole words of its sentence: 环保局 in 市环保局要, not in 环保局部改造. Without a segmenter
 * the context is told that one is wanted, and the hit stays undecided: false. Offsets of the paragraph's text.
 */
export function isWholeWords(hit: Span, text: string, context: RuleContext): boolean {
  if (context.segmenter === undefined) {
    context.wantSegmenter();
    return false;
  }
  const sentence = sentenceAround(text, hit.start, hit.end);
  const words = text.slice(sentence.start, sentence.end);
  return context.segmenter.isWholeWords(words, hit.start - sentence.start, hit.end - sentence.start);
}
