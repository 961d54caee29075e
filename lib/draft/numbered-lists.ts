import { titleOf } from './line-roles.ts';
import type { OutlineItem, OutlineSeries } from './outline-types.ts';
import { paragraphAt } from './paragraphs.ts';
import type { Draft, NumberedItem } from './types.ts';

/**
 * The lists that the editor numbers itself, outside of the series in the text. A list whose numbers continue those of
 * the last one of its depth is the same list. Items that are placed already are left out.
 */
export function numberedLists(draft: Draft, placed: readonly OutlineSeries[]): OutlineSeries[] {
  if (draft.numbered === undefined) return [];
  const taken = new Set<number>();
  for (const { items } of placed) for (const item of items) taken.add(item.ordinal.start);
  const found: OutlineSeries[] = [];
  const open: OutlineItem[][] = [];
  const close = (depth: number): void => {
    for (const items of open.splice(depth)) {
      const first = items?.[0];
      if (first !== undefined)
        found.push({ kind: 'arabic', items, parent: null, base: first.value, faults: none, inverted: false });
    }
  };
  for (const one of draft.numbered) {
    if (taken.has(one.start) || one.end > draft.text.length || one.start >= one.end) continue;
    close(one.depth + 1);
    const before = open[one.depth]?.at(-1);
    if (before !== undefined && one.value !== before.value + 1) close(one.depth);
    while (open.length <= one.depth) open.push([]);
    open[one.depth]?.push(autoItem(draft, one));
  }
  close(0);
  return found;
}

/** A series that the editor numbers throughout, parted where its numbers do not go on: those are several lists. */
export function unbroken(series: OutlineSeries): OutlineSeries[] {
  const { items } = series;
  if (items.some(({ label }) => label === undefined)) return [series];
  const parts: OutlineItem[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last?.at(-1)?.value === item.value - 1) last?.push(item);
    else parts.push([item]);
  }
  return parts.map((part) => ({ ...series, items: part, base: part[0]?.value ?? 1, faults: none }));
}

const none: OutlineSeries['faults'] = new Map();

function autoItem(draft: Draft, { start, value, label }: NumberedItem): OutlineItem {
  const nothing = { start, end: start };
  // One blank, behind the number: the outline finds by it where the words begin.
  const shown = label === undefined ? `${value}.` : label.replace(/\s/gu, '');
  const title = `${shown} ${titleOf(draft.text, start)}`;
  const paragraph = paragraphAt(draft, start);
  return {
    kind: 'arabic',
    value,
    place: 'auto',
    sure: true,
    ordinal: nothing,
    numeral: nothing,
    mark: nothing,
    markText: '',
    paragraph,
    title,
  };
}
