import { isCommonWord } from '../../phrases/spelling/common.ts';
import type { Knowledge } from '../../phrases/types.ts';
import type { RuleFinding } from '../types.ts';

/**
 * True where a finding begins or ends inside a frequent word: 抓点带【面推进乡村振兴全】面展开 has the characters of a set
 * wording by chance. Where the one next to the edge makes a word with either neighbour, it stays with the wording.
 * Offsets of the paragraph.
 */
export function cutsWord(text: string, { start, end }: RuleFinding, knowledge: Knowledge): boolean {
  const { common } = knowledge.spellingTables;
  const isWordAt = (at: number) => isCommonWord(common, text.charCodeAt(at), text.charCodeAt(at + 1));
  const isCutAt = (edge: number) =>
    edge > 0 && edge < text.length && isWordAt(edge - 1) && !isWordAt(edge - 2) && !isWordAt(edge);
  return isCutAt(start) || isCutAt(end);
}
