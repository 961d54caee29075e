import type { Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { RuleFinding } from '../types.ts';

/**
 * One hint on all blanks of a draft that part the characters of a word, with one fix. It stands at the first of them that
 * is outside of what else was found, as what another finding changes goes with it.
 * @param word the first of the parted words, as it is written
 */
export function partedFinding(at: Span, blanks: readonly Span[], word: string): RuleFinding {
  return {
    rule: 'punctuation',
    level: 'hint',
    start: at.start,
    end: at.end,
    message: bilingual(
      `汉字之间夹着${blanks.length}处空格（如“${word}”），像是从PDF或扫描件带入的，通常不空格，建议删去。`,
      `Blanks stand between Chinese characters (${blanks.length}; “${word}”), as if copied from a PDF or a scan; usually there are none.`,
    ),
    fixes: [
      {
        label: bilingual('全部删去', 'Delete all of them'),
        edits: blanks.map(({ start, end }) => ({ start, end, text: '' })),
      },
    ],
  };
}
