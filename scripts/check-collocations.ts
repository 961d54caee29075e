import { createChecker } from '../lib/checking/checker.ts';
import { applyEdits } from '../lib/draft/text-edits.ts';
import { compilePacks } from '../lib/phrases/compile.ts';
import { loadKnowledge } from '../lib/phrases/knowledge.ts';
import type { Pack } from '../lib/phrases/pack.ts';
import type { ItemOf } from '../lib/phrases/schema.ts';
import type { Contradiction } from './cross-check.ts';
import { loadSegmenter } from './load-segmenter.ts';

/** Another rule may report the same slip, where it stands in a set phrase. */
const judging: ReadonlySet<string> = new Set([
  'confusable-characters',
  'standard-phrasing',
  'outdated-reference',
]);

/** A fault of a line, and the sentence that shows it. */
export interface CollocationFault extends Contradiction {
  readonly sentence: string;
}

/**
 * Tests each line of the packs of collocations on its own sentences, judged by all packs together: those of `alarm` are to
 * be given the right word for a written one, those of `silent` no word for another.
 */
export async function checkCollocations(packs: readonly Pack[]): Promise<CollocationFault[]> {
  const lines = packs.flatMap(({ file, kind, items, trueUntil }) =>
    kind === 'collocation'
      ? (items as ItemOf<'collocation'>[]).map((line) => ({ file, line, day: trueUntil }))
      : [],
  );
  if (lines.length === 0) return [];
  const checker = createChecker(loadKnowledge(compilePacks(packs)));
  const segmenter = await loadSegmenter();
  return lines.flatMap(({ file, line, day }) => {
    const { text, right } = line;
    const found = (sentence: string) =>
      checker
        .check(sentence, { today: day, date: day, segmenter })
        .findings.filter(({ rule, level }) => judging.has(rule) && level !== 'hint');
    const proposes = (sentence: string) => {
      const wanted = new Set(text.split(' ').flatMap((one) => repairs(sentence, one, right)));
      return found(sentence).some(({ fixes }) =>
        fixes.some(({ edits }) => wanted.has(applyEdits(sentence, edits))),
      );
    };
    const fault = (message: string) => (sentence: string) => ({
      file,
      entry: text,
      message: `${message}：${sentence}`,
      sentence,
    });
    return [
      ...line.alarm
        .filter((sentence) => !proposes(sentence))
        .map(fault(`例句应提示改为“${right}”，实际没有`)),
      ...line.silent.filter((sentence) => found(sentence).length > 0).map(fault('例句不应提示，实际提示了')),
    ];
  });
}

/** A sentence with one of the occurrences of a word replaced, for each of them. */
function repairs(sentence: string, word: string, right: string): string[] {
  const parts = sentence.split(word);
  return parts.slice(1).map((_, at) => {
    const before = parts.slice(0, at + 1).join(word);
    return before + right + parts.slice(at + 1).join(word);
  });
}
