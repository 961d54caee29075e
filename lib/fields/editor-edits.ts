import { applyEdits } from '../draft/text-edits.ts';
import type { Edit } from '../draft/types.ts';
import type { TextMap } from './text-map.ts';

/** The edits that undo `edits`: offsets are those of the text after them, and they restore `text`. */
export function undoingEdits(text: string, edits: readonly Edit[]): Edit[] {
  let by = 0;
  return edits.map((edit) => {
    const start = edit.start + by;
    by += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** The offset (UTF-16) after edits; an offset inside a replaced span moves behind the new words. */
export function offsetAfter(edits: readonly Edit[], offset: number): number {
  let by = 0;
  for (const edit of edits) {
    if (edit.start > offset) break;
    if (edit.end <= offset) by += edit.text.length - (edit.end - edit.start);
    else return edit.start + edit.text.length + by;
  }
  return offset + by;
}

/** After one edit the caret goes behind its words; after several it stays where the author left it. */
export function caretAfter(edits: readonly Edit[], last: number | null): number {
  const only = edits.length === 1 ? edits[0] : undefined;
  if (only !== undefined) return only.start + only.text.length;
  const end = edits[edits.length - 1]?.end ?? 0;
  return offsetAfter(edits, last ?? end);
}

/**
 * A pure deletion or insertion, widened by a neighbouring character: not every editor accepts an empty
 * replacement or an empty target through input events. Unchanged if its line has no other character.
 */
export function withNeighbour(text: string, edit: Edit): Edit {
  if ((edit.text === '') === (edit.start === edit.end)) return edit;
  const before = /[^\n\ufffc\ud800-\udfff]$/.exec(text.slice(Math.max(0, edit.start - 1), edit.start))?.[0];
  if (before !== undefined) return { start: edit.start - 1, end: edit.end, text: before + edit.text };
  const after = /^[^\n\ufffc\ud800-\udfff]/.exec(text.slice(edit.end, edit.end + 1))?.[0];
  if (after !== undefined) return { start: edit.start, end: edit.end + 1, text: edit.text + after };
  return edit;
}

/** All edits as one, over the span from the first to the last. */
export function covering(text: string, edits: readonly Edit[]): Edit {
  const start = edits[0]?.start ?? 0;
  const end = edits[edits.length - 1]?.end ?? start;
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, text: applyEdits(text.slice(start, end), inside) };
}

/**
 * An edit as one for each node that it touches, so that what is hidden between two nodes stays. The first gets the words.
 */
export function withinNodes({ segments }: Pick<TextMap, 'segments'>, edit: Edit): Edit[] {
  const inside = segments.map(({ start }) => start).filter((at) => at > edit.start && at < edit.end);
  return [edit.start, ...inside].map((start, at) => ({
    start,
    end: inside[at] ?? edit.end,
    text: at === 0 ? edit.text : '',
  }));
}
