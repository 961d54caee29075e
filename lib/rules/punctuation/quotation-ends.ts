import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';

const deleteOutside = bilingual('删去引号外的句号', 'Delete the full stop outside');
const deleteInside = bilingual('删去引号内的句号', 'Delete the full stop inside');

/** A full stop on both sides of a closing quotation mark: 。”。 Takes the paragraph. */
export function quotationEnds(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, /。(”)[。，]/gu)) {
    const start = match.index;
    const end = start + 3;
    const from = Math.max(0, start - 2_000);
    const open = from + text.slice(from, start).lastIndexOf('“');
    // A full quotation behind a colon keeps its full stop; one within a sentence loses it.
    const whole = open > from && text.charAt(open - 1) === '：' && match[0].endsWith('。');
    const edit = whole ? { start: end - 1, end, text: '' } : { start, end: start + 1, text: '' };
    faults.push({
      level: 'hint',
      start,
      end,
      message: whole
        ? bilingual(
            '引文独立成句、句号已在引号之内，引号之外通常不再用句号。',
            'The quotation has its own full stop inside; usually none follows outside.',
          )
        : bilingual(
            '引文作为句子的一部分，引号之内通常不用句号。',
            'A quotation that is part of a sentence usually has no full stop inside.',
          ),
      source: punctuationClause('B.2.1'),
      fixes: [{ label: whole ? deleteOutside : deleteInside, edits: [edit] }],
    });
  }
  return faults;
}
