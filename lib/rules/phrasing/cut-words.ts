import { isCommonWord } from '../../phrases/spelling/common.ts';
import type { Knowledge } from '../../phrases/types.ts';
import type { RuleFinding } from '../types.ts';

/**
 * True if a finding begins or ends inside a frequent word: 抓点带【面推进乡村振兴全】面展开 contains a set wording by chance. If the
 * character next to the edge forms a word on both sides, it stays with the wording. Offsets of the paragraph.
 */
export function cutsWord(text: string, { start, end }: RuleFinding, knowledge: Knowledge): boolean {
  const { common } = knowledge.spellingTables;
  const isWordAt = (at: number) => isCommonWord(common, text.charCodeAt(at), text.charCodeAt(at + 1));
  const isCutAt = (edge: number) =>
    edge > 0 && edge < text.length && isWordAt(edge - 1) && !isWordAt(edge - 2) && !isWordAt(edge);
  return isCutAt(start) || isCutAt(end);
}
