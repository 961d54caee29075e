import { unitTable } from '../common/unit-table.ts';
import { sentenceAround } from '../draft/draft.ts';
import type { Span } from '../draft/types.ts';
import type { ParagraphContext } from './paragraph-context.ts';

/**
 * True if a hit consists of whole words of its sentence: 环保局 in 市环保局要, not in 环保局部改造. Without a segmenter, calls
 * `wantSegmenter` and returns false. Offsets of the paragraph.
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

/** Code units of the longest word that is looked up across an edge. */
const LONGEST = 4;

/** Characters that may follow or precede any word: 担付起, although some dictionary has 付起. */
const standsByItself = unitTable(
  '的地得了着过是不在为以已与和及而也又就都还更最很将把被让使由从向对到于要会起来去出入给完住开好',
);

/**
 * True if a hit consists of parts of two words of its sentence, one of which `right` would break: 厉程 in 其严厉程度. A
 * listed word across an edge includes characters outside; if those form a word without the hit (统一 in 统一部暑), the hit
 * may be right. Without a segmenter, calls `wantSegmenter` and returns true. Offsets of the paragraph.
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
  /** Whether the characters just outside an edge are a word, or the end of one, without the hit. */
  const isOthers = (from: number, to: number) =>
    to - from > 1
      ? isWord(from, to)
      : standsByItself[text.charCodeAt(from)] === 1 ||
        (to <= start ? isWord(from - 1, to) : isWord(from, to + 1));
  const written = text.slice(start, end);
  // The whole word is replaced, whether or not it is wrong; of 既使面 the last only tells what is meant.
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

/** False also if the range exceeds the text. */
function isHan(text: string, from: number, to: number): boolean {
  return from >= 0 && to <= text.length && /^\p{Script=Han}+$/u.test(text.slice(from, to));
}
