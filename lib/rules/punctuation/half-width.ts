import { matchesOf } from '../../draft/matches.ts';
import type { Edit, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';
import { isHan } from '../style/text.ts';
import type { Level } from '../types.ts';
import { isIn } from './exempt.ts';

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const names: Readonly<Record<string, string>> = {
  ',': '逗号',
  ';': '分号',
  ':': '冒号',
  '?': '问号',
  '!': '叹号',
};
/** Each mark offers to widen so many together; of more only the first does, since each carries all of their edits. */
const mostTogether = 200;
const pauseClause = punctuationClause('5.1.1');
const endClause = punctuationClause('5.1.2');

/**
 * Half-width , ; : ? ! in Chinese text (rule 20). Certain between Chinese characters; a hint if one side is a number
 * or Latin; none if both are, since it may be a time, a ratio or a thousand. Takes the paragraph and the stretches to
 * skip.
 */
export function halfWidthMarks(text: string, exempt: readonly Span[]): Fault[] {
  const faults: Fault[] = [];
  const certain: Edit[] = [];
  for (const match of matchesOf(text, /[,;:]|[?!]{1,3}/gu)) {
    const mark = match[0];
    const start = match.index;
    const end = start + mark.length;
    if (isIn(exempt, start)) continue;
    const from = skipBack(text, start);
    const to = skipOn(text, end);
    const level = levelOf(
      mark.charAt(0),
      sideOf(text, from - 1),
      to === text.length ? 'end' : sideOf(text, to),
    );
    if (level === null) continue;
    const right = [...mark].map((one) => wide[one] ?? one).join('');
    // A space beside a half-width mark is removed with it, except at the end of the line.
    const edit = { start: from, end: to === text.length ? end : to, text: right };
    if (level === 'error') certain.push(edit);
    const name = names[mark.charAt(0)] ?? '标点';
    faults.push({
      level,
      start,
      end,
      message: bilingual(
        `此处${name}为半角“${mark}”，中文行文中规定用占一个字位置的“${right}”。`,
        `Half-width “${mark}”; Chinese text has “${right}”.`,
      ),
      source: mark === '?' || mark === '!' ? endClause : pauseClause,
      fixes: [{ ...replaceWith(edit.start, edit.end, right) }],
    });
  }
  if (certain.length < 2) return faults;
  const all = {
    label: bilingual('本段半角标点一并改为全角', 'Widen all marks of this paragraph'),
    edits: certain,
  };
  const first = faults.find(({ level }) => level === 'error');
  return faults.map((fault) =>
    fault === first || (fault.level === 'error' && certain.length <= mostTogether)
      ? { ...fault, fixes: [...fault.fixes, all] }
      : fault,
  );
}

type Side = 'chinese' | 'number' | 'latin' | 'end' | 'other';

function levelOf(mark: string, left: Side, right: Side): Level | null {
  if (left === 'chinese' && (right === 'chinese' || right === 'end')) return 'error';
  if (left === 'number' && right === 'chinese') return mark === ',' || mark === ';' ? 'warning' : null;
  if (left === 'chinese' && right === 'number') return mark === ':' ? 'hint' : 'warning';
  if (left === 'latin' && right === 'chinese') return mark === ':' ? null : 'hint';
  if (left === 'chinese' && right === 'latin') return 'hint';
  return null;
}

function sideOf(text: string, at: number): Side {
  const char = text.charAt(at);
  if (char === '') return 'other';
  if (isHan(char.charCodeAt(0)) || '“”‘’《》（）〉〈×*＊%％'.includes(char))
    return char === '%' || char === '％' ? 'number' : 'chinese';
  if (/[\d０-９℃]/u.test(char)) return 'number';
  return /[A-Za-z]/u.test(char) ? 'latin' : 'other';
}

function skipBack(text: string, at: number): number {
  let from = at;
  while (from > 0 && isSpace(text.charAt(from - 1))) from--;
  return from;
}

function skipOn(text: string, at: number): number {
  let to = at;
  while (to < text.length && isSpace(text.charAt(to))) to++;
  return to;
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\u00a0';
}
