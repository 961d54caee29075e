import { matchesOf } from '../../draft/matches.ts';
import type { Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';
import { isIn } from './exempt.ts';

/** Behind a Chinese character or a closing mark, before a Chinese character or the end; numerals may be an ordinal or a date. */
const stops =
  /(?<=[\u4e00-\u9fff）”’》%％\d])(?<![一二三四五六七八九十百零〇\d])\.(?=[ \u00a0]?(?:[\u4e00-\u9fff“‘《（]|[ \u00a0]*$))/gu;
/** So many characters without a mark stand before a full stop within a paragraph: 列夫.托尔斯泰 is a name. */
const clauseBefore = /[\u4e00-\u9fff]{5}[）”’》]?$/u;

/** A half-width full stop that ends a Chinese sentence: 抓好落实. (rule 20). Takes the paragraph and the stretches to skip. */
export function halfStops(text: string, exempt: readonly Span[]): Fault[] {
  // A list of references has its own marks.
  if (/\[[A-Z\d/]+\]|［/u.test(text)) return [];
  const faults: Fault[] = [];
  for (const match of matchesOf(text, stops)) {
    const start = match.index;
    const end = start + 1;
    const atEnd = text.slice(end).trim() === '';
    if (isIn(exempt, start) || text.charAt(start - 1) === '.') continue;
    if (!atEnd && !clauseBefore.test(text.slice(Math.max(0, start - 8), start))) continue;
    // A short line with a full stop may be an ordinal or an abbreviation.
    if (atEnd && start < 4) continue;
    const blank = /^[ \u00a0]*/u.exec(text.slice(end))?.[0].length ?? 0;
    faults.push({
      level: 'warning',
      start,
      end,
      message: bilingual(
        '此处句号为半角“.”，中文行文中规定用“。”。',
        'Half-width full stop; Chinese text has “。”.',
      ),
      source: punctuationClause('5.1.2'),
      fixes: [replaceWith(start, atEnd ? end : end + blank, '。')],
    });
  }
  return faults;
}
