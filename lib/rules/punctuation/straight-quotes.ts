import { matchesOf } from '../../draft/matches.ts';
import type { Span } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';
import { hasHan, quotationDepth } from '../style/text.ts';
import { isIn } from './exempt.ts';

const clause = punctuationClause('4.8.2');

/**
 * Straight quotes " and ' around Chinese (rule 26). English words, apostrophes, inches and addresses keep theirs.
 * Takes the paragraph and the stretches to skip.
 */
export function straightQuotes(text: string, exempt: readonly Span[]): Fault[] {
  return [...pairsOf(text, '"', exempt), ...mixedPairs(text, exempt), ...pairsOf(text, "'", exempt)];
}

function pairsOf(text: string, mark: string, exempt: readonly Span[]): Fault[] {
  const places: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (!isIn(exempt, at) && !isOther(text, at, mark)) places.push(at);
  }
  if (places.length % 2 === 1) return [];
  const faults: Fault[] = [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    const start = places[index] ?? 0;
    const end = places[index + 1] ?? 0;
    const inner = text.slice(start + 1, end);
    if (!hasHan(inner) || /[“”‘’]/u.test(inner)) continue;
    const [open, close] = quotationDepth(text, start) % 2 === 0 ? ['“', '”'] : ['‘', '’'];
    faults.push(
      fault(
        start,
        bilingual(
          `此处引号为直引号${mark}，中文行文中规定用“${open}${close}”。`,
          `Straight quotation marks ${mark}; Chinese text has “${open}${close}”.`,
        ),
        [
          { start, end: start + 1, text: open },
          { start: end, end: end + 1, text: close },
        ],
      ),
    );
  }
  return faults;
}

/** “四个意识" and "四个意识”: one half was typed straight. */
function mixedPairs(text: string, exempt: readonly Span[]): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, /“([^“”"]{1,40})"|"([^“”"]{1,40})”/gu)) {
    const closes = match[1] !== undefined;
    const at = closes ? match.index + match[0].length - 1 : match.index;
    if (isIn(exempt, at) || !hasHan(match[1] ?? match[2] ?? '')) continue;
    const right = closes ? '”' : '“';
    faults.push(
      fault(
        at,
        bilingual(
          `此处引号一半为直引号，中文行文中规定用“${right}”。`,
          `One of the quotation marks is straight; Chinese text has “${right}”.`,
        ),
        [{ start: at, end: at + 1, text: right }],
      ),
    );
  }
  return faults;
}

/** An apostrophe, a foot or an inch. */
function isOther(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1);
  if (mark === "'") return /[A-Za-z\d]/u.test(before) || /[A-Za-z\d]/u.test(text.charAt(at + 1));
  return /\d/u.test(before) && !text.slice(0, at).includes('"');
}

function fault(at: number, message: Words, edits: Fault['fixes'][number]['edits']): Fault {
  return {
    level: 'warning',
    start: at,
    end: at + 1,
    message,
    source: clause,
    fixes: [{ label: bilingual('改为中文引号', 'Chinese quotation marks'), edits }],
  };
}
