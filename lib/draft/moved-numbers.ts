import type { Edit, NumberedItem } from './types.ts';

/**
 * The computed numbers of a text after edits (sorted, not overlapping; UTF-16 offsets of the text before). An item goes
 * where the line break before it goes, as its line is joined to the one before.
 */
export function movedNumbers(
  text: string,
  items: readonly NumberedItem[],
  edits: readonly Edit[],
): readonly NumberedItem[] {
  if (edits.length === 0) return items;
  const moved: NumberedItem[] = [];
  let next = 0;
  /** By how much the edits before the item move it. */
  let by = 0;
  for (const item of items) {
    let joined = false;
    for (let edit = edits[next]; edit !== undefined && isBefore(edit, item); edit = edits[next]) {
      by += edit.text.length - (edit.end - edit.start);
      next++;
      joined =
        edit.end === item.start &&
        text.slice(edit.start, edit.end).includes('\n') &&
        !edit.text.endsWith('\n');
    }
    if (joined || (edits[next]?.start ?? item.start) < item.start) continue;
    let end = item.end;
    for (let at = next; at < edits.length; at++) {
      const edit = edits[at] as Edit;
      if (edit.start > item.end) break;
      end += edit.text.length - (Math.min(edit.end, item.end) - edit.start);
    }
    moved.push({ ...item, start: item.start + by, end: end + by });
  }
  return moved;
}

/** Words put in where the item begins are its own, unless they are whole lines. */
function isBefore({ start, end, text }: Edit, item: NumberedItem): boolean {
  return end <= item.start && (start < item.start || text.endsWith('\n'));
}
