import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';

/**
 * Three or more half-width full stops for an ellipsis, and half an ellipsis. Dot leaders before a page number are
 * right.
 */
export function ellipses(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, /\.{3,6}(?!\.)|(?<!…)…(?!…)/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.charAt(start - 1);
    const after = text.slice(end);
    if (before === '.' || !/[\u4e00-\u9fff，、“”]/u.test(before)) continue;
    if (/^\s*\d/u.test(after) || /^[A-Za-z]/u.test(after)) continue;
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual(
        '省略号规定用六个连点的“……”，占两个字的位置。',
        'An ellipsis is six dots, “……”, as wide as two characters.',
      ),
      source: punctuationClause('4.11.2'),
      fixes: [replaceWith(start, end, '……')],
    });
  }
  return faults;
}
