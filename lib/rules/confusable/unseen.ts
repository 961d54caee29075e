import { firstOutside } from '../../draft/overlaps.ts';
import type { SeenText } from '../../draft/seen-text.ts';
import type { Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { RuleFinding } from '../types.ts';

/** Beside these, a character that nobody sees does nothing; emoji, Arabic, Mongolian and others need theirs. */
const plain = /[\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\s]/u;
/** A variation of a Chinese character, chosen for its form. */
const variation = /[\u{e0100}-\u{e01ef}]/u;
/** So many kinds of characters are named. */
const mostNamed = 4;

/**
 * One finding for all characters of a draft that nobody sees and that only disturb. It stands at the first that is
 * outside of `taken` (in text order), since what another finding changes goes with it. Null if there is none. Offsets of the whole text.
 */
export function unseenFinding(whole: string, seen: SeenText, taken: readonly Span[]): RuleFinding | null {
  const disturbing = seen.leftOut.filter((span) => disturbs(whole, span, seen));
  const free = firstOutside(disturbing, taken);
  if (free === undefined) return null;
  const codes = [...new Set(disturbing.map(({ start }) => codeOf(whole, start)))];
  const named = codes.slice(0, mostNamed);
  const more = codes.length > named.length;
  return {
    rule: 'confusable-characters',
    // Editors insert such characters, and a listener does not notice them.
    level: 'hint',
    start: free.start,
    end: free.end,
    message: bilingual(
      `文中夹着${disturbing.length}处看不见的字符（${named.join('、')}${more ? '等' : ''}），查找和统计字数时会受影响，建议删去。`,
      `Characters that nobody sees stand in the text (${disturbing.length}: ${named.join(', ')}${more ? ' …' : ''}); they disturb searching and counting.`,
    ),
    source: { title: 'Unicode 标准', address: 'https://www.unicode.org/charts/' },
    fixes: [
      {
        label: bilingual('全部删去', 'Delete all of them'),
        edits: disturbing.map(({ start, end }) => ({ start, end, text: '' })),
      },
    ],
  };
}

function disturbs(whole: string, span: Span, { text, fromWhole }: SeenText): boolean {
  const character = whole.slice(span.start, span.end);
  // At the start of a text, U+FEFF is the mark of its encoding.
  if (variation.test(character) || (span.start === 0 && character === '\ufeff')) return false;
  const at = fromWhole(span.start);
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
  const after = [...text.slice(at, at + 2)][0] ?? '';
  return (before === '' || plain.test(before)) && (after === '' || plain.test(after));
}

function codeOf(whole: string, at: number): string {
  return `U+${(whole.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
