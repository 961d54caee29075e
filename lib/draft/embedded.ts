import { titleOf } from './lines.ts';
import { parseNumeral } from './numerals.ts';
import { type OrdinalKind, writeNumber } from './ordinals.ts';
import type { OutlineItem } from './outline.ts';
import type { Draft } from './types.ts';

/** No gap wider than this is searched for: it is no lost line break any more. */
const widest = 4;

/**
 * Looks for headings that lost their line break: the numbers missing before `next`, inside the text that stands
 * between it and the item before (or the offset given). Returns those found, in order. Text pasted from the web
 * loses breaks (issue of practice, not of a standard), so a gap is looked for here before it is called one.
 */
export function findEmbedded(
  draft: Draft,
  kind: OrdinalKind,
  after: OutlineItem | number,
  next: OutlineItem,
): OutlineItem[] {
  if (!isSearchable(kind)) return [];
  let value = typeof after === 'number' ? 1 : after.value + 1;
  if (next.value - value > widest) return [];
  let from = typeof after === 'number' ? after : after.mark.end;
  const found: OutlineItem[] = [];
  for (; value < next.value; value++) {
    const item = findOne(draft, kind, value, from, next.ordinal.start);
    if (item === null) continue;
    found.push(item);
    from = item.mark.end;
  }
  return found;
}

/** Kinds a heading inside a paragraph can be told by. */
export type SearchableKind = 'chinese' | 'chinese-bracketed' | 'arabic' | 'arabic-bracketed';

/** Whether headings of this kind can be told inside a paragraph. */
export function isSearchable(kind: OrdinalKind): kind is SearchableKind {
  return (
    kind === 'chinese' || kind === 'chinese-bracketed' || kind === 'arabic' || kind === 'arabic-bracketed'
  );
}

/** The heading of this kind and number that stands inside a paragraph between two offsets; null when there is none. */
export function findOne(
  draft: Draft,
  kind: SearchableKind,
  value: number,
  from: number,
  to: number,
): OutlineItem | null {
  const written = kind === 'arabic' || kind === 'arabic-bracketed' ? '1' : '一';
  const area = draft.text.slice(from, to);
  for (const like of written === '1' ? ['1', '１'] : ['一']) {
    const number = writeNumber(kind, value, like);
    if (number === null) continue;
    for (let at = area.indexOf(number); at >= 0; at = area.indexOf(number, at + 1)) {
      const read = kind === 'chinese' || kind === 'arabic' ? bare : bracketed;
      const item = read(draft, kind, from + at, number);
      if (item !== null) return { ...item, value };
    }
  }
  return null;
}

function bare(draft: Draft, kind: SearchableKind, start: number, number: string): OutlineItem | null {
  const { text } = draft;
  const end = start + number.length;
  const mark = text.charAt(end);
  if (kind === 'chinese' ? mark !== '、' : !/[.．、]/u.test(mark)) return null;
  // A sentence must have ended before it, and no second number may follow (一、二线城市, 1.5亿元).
  if (!/[。！？；：:”’）)\s　]/u.test(text.charAt(start - 1))) return null;
  const next = text.charAt(end + 1);
  if (parseNumeral(next) !== null || (kind === 'arabic' && /[\d０-９]/u.test(next))) return null;
  return embedded(draft, kind, start, start, end, end, end + 1);
}

function bracketed(draft: Draft, kind: SearchableKind, start: number, number: string): OutlineItem | null {
  const { text } = draft;
  const end = start + number.length;
  if (!/[（(]/u.test(text.charAt(start - 1)) || !/[）)]/u.test(text.charAt(end))) return null;
  // 第（二）部分, 按照（二）: a reference.
  if (/[第见按照据和及至、]/u.test(text.charAt(start - 2))) return null;
  return embedded(draft, kind, start - 1, start, end, end + 1, end + 1);
}

function embedded(
  draft: Draft,
  kind: OrdinalKind,
  ordinalStart: number,
  start: number,
  end: number,
  ordinalEnd: number,
  markEnd: number,
): OutlineItem {
  return {
    kind,
    value: 0,
    place: 'embedded',
    sure: true,
    ordinal: { start: ordinalStart, end: ordinalEnd },
    numeral: { start, end },
    mark: { start: ordinalEnd, end: markEnd },
    markText: draft.text.slice(ordinalEnd, markEnd),
    paragraph: paragraphAt(draft, ordinalStart),
    title: titleOf(draft.text, ordinalStart),
  };
}

/** Index of the paragraph that holds an offset. */
export function paragraphAt(draft: Draft, offset: number): number {
  let low = 0;
  let high = draft.paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((draft.paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
