import { matchesOf } from '../../draft/matches.ts';
import type { Edit, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';
import { hasHan, isHan } from '../style/text.ts';
import type { Level } from '../types.ts';
import { isIn } from './exempt.ts';

const bracketed = /[(（]([^()（）]{1,80})[)）]/gu;
const ordinal = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])$/u;
const clause = punctuationClause('5.1.3');

/**
 * Half-width round brackets in Chinese text, and pairs of two widths (rule 20). Not ordinals such as (1), nor years
 * such as 国发(2026)5号: other rules judge these. Takes the paragraph and the stretches to skip.
 */
export function halfWidthBrackets(text: string, exempt: readonly Span[]): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, bracketed)) {
    const start = match.index;
    const end = start + match[0].length;
    const inner = match[1] ?? '';
    const opensHalf = match[0].startsWith('(');
    const closesHalf = match[0].endsWith(')');
    if (!opensHalf && !closesHalf) continue;
    if (ordinal.test(inner.trim()) || isIn(exempt, start) || isIn(exempt, end - 1)) continue;
    if (/^\s*第?\d+号/u.test(text.slice(end, end + 8))) continue;
    const level = levelOf(text, start, inner, opensHalf !== closesHalf);
    if (level === null) continue;
    const edits: Edit[] = [];
    if (opensHalf) edits.push({ start, end: start + 1, text: '（' });
    if (closesHalf) edits.push({ start: end - 1, end, text: '）' });
    const at = opensHalf ? start : end - 1;
    faults.push({
      level,
      start: at,
      end: at + 1,
      message:
        opensHalf === closesHalf
          ? bilingual(
              '此处括号为半角，中文行文中规定用各占一个字位置的“（）”。',
              'Half-width brackets; Chinese text has full-width “（）”.',
            )
          : bilingual(
              '此处括号一宽一窄，中文行文中规定两半都用全角“（）”。',
              'Brackets of two widths; Chinese text has full-width “（）”.',
            ),
      source: clause,
      fixes: [{ label: bilingual('改为全角括号', 'Full-width brackets'), edits }],
    });
  }
  return faults;
}

function levelOf(text: string, start: number, inner: string, mixed: boolean): Level | null {
  const before = text.charCodeAt(start - 1);
  const chineseBefore = start === 0 || isHan(before) || /[”》’，。；：！？、]/u.test(text.charAt(start - 1));
  if (hasHan(inner)) return chineseBefore || mixed ? 'error' : 'warning';
  if (mixed) return chineseBefore ? 'warning' : null;
  return start > 0 && isHan(before) ? 'hint' : null;
}
