import { unitTable } from '../common/unit-table.ts';
import { sentenceAround } from '../draft/draft.ts';
import type { Span } from '../draft/types.ts';
import type { ParagraphContext } from './paragraph-context.ts';

/**
 * True when a hit is made of whole words of its sentence: 环保局 in 市环保局要, not in 环保局部改造. Without a segmenter
 * the context is told that one is wanted, and the hit stays undecided: false. Offsets of the paragraph's text.
 */
export function isWholeWords(hit: Span, text: string, context: ParagraphContext): boolean {
  if (context.segmenter === undefined) {
    context.wantSegmenter();
    return false;
  }
  const sentence = sentenceAround(text, hit.start, hit.end);
  const words = text.slice(sentence.start, sentence.end);
  return context.segmenter.isWholeWords(words, hit.start - sentence.start, hit.end - sentence.start);
}

/** Code units of the longest word that is looked for across an edge. */
const LONGEST = 4;

/** Characters that follow or lead up to any word: 担付起, for all that some dictionary has 付起. */
const standsByItself = unitTable(
  '的地得了着过是不在为以已与和及而也又就都还更最很将把被让使由从向对到于要会起来去出入给完住开好',
);

/**
 * True when a hit is put together of two words of its sentence, so that putting `right` in its place would break one of
 * them: 厉程 in 其严厉程度. A listed word that reaches over an edge takes with it what stands outside; where that makes a
 * word without the hit (统一 in 统一部暑), the hit may stand. Without a segmenter the context is told that one is wanted,
 * and the hit stays undecided: true. Offsets of the paragraph's text.
 */
export function isAcrossWords(
  { start, end }: Span,
  right: string,
  text: string,
  context: ParagraphContext,
): boolean {
  const { segmenter } = context;
  if (segmenter === undefined) {
    context.wantSegmenter();
    return true;
  }
  const isWord = (from: number, to: number) =>
    isHan(text, from, to) && segmenter.isWord(text.slice(from, to));
  /** Whether what stands just outside an edge is a word, or an end of one, without the hit. */
  const isOthers = (from: number, to: number) =>
    to - from > 1
      ? isWord(from, to)
      : standsByItself[text.charCodeAt(from)] === 1 ||
        (to <= start ? isWord(from - 1, to) : isWord(from, to + 1));
  const written = text.slice(start, end);
  // All of a word goes with it, whether or not it is wrong; of 既使面 the last only tells what is meant.
  const isOneWord = segmenter.isWord(right);
  for (let length = 2; length <= LONGEST; length++)
    for (let inside = 1; inside < length && inside < end - start; inside++) {
      const outside = length - inside;
      const before = start - outside;
      const breaksBefore = isOneWord || !right.startsWith(written.slice(0, inside));
      if (breaksBefore && isWord(before, start + inside) && (inside > 1 || !isOthers(before, start)))
        return true;
      const after = end + outside;
      const breaksAfter = isOneWord || !right.endsWith(written.slice(-inside));
      if (breaksAfter && isWord(end - inside, after) && (inside > 1 || !isOthers(end, after))) return true;
    }
  return false;
}

/** False, too, for a stretch that reaches out of the text. */
function isHan(text: string, from: number, to: number): boolean {
  return from >= 0 && to <= text.length && /^\p{Script=Han}+$/u.test(text.slice(from, to));
}
