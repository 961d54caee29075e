import { applyEdits } from '../draft/edits.ts';
import type { Edit } from '../draft/types.ts';

/** The edits that lead back: of the text after `edits` to `text`. */
export function inverse(text: string, edits: readonly Edit[]): Edit[] {
  let by = 0;
  return edits.map((edit) => {
    const start = edit.start + by;
    by += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** Where a place of the text (UTF-16) stands after edits; inside a replaced span: behind the new words. */
export function movedBy(edits: readonly Edit[], offset: number): number {
  let by = 0;
  for (const edit of edits) {
    if (edit.start > offset) break;
    if (edit.end <= offset) by += edit.text.length - (edit.end - edit.start);
    else return edit.start + edit.text.length + by;
  }
  return offset + by;
}

/**
 * The same change without the characters it leaves as they are, so that their format is not touched. Surrogate pairs
 * stay whole.
 */
export function narrowed(text: string, edit: Edit): Edit {
  const old = text.slice(edit.start, edit.end);
  const most = Math.min(old.length, edit.text.length);
  let head = sharedHead(old, edit.text, most);
  if (isHighSurrogate(old, head - 1)) head--;
  let tail = sharedTail(old, edit.text, most - head);
  if (isLowSurrogate(old, old.length - tail)) tail--;
  return {
    start: edit.start + head,
    end: edit.end - tail,
    text: edit.text.slice(head, edit.text.length - tail),
  };
}

/** Compared first in stretches of so many units, as the browser compares strings, and then unit by unit. */
const stretch = 512;

function sharedHead(one: string, other: string, most: number): number {
  let head = 0;
  while (head + stretch <= most && one.slice(head, head + stretch) === other.slice(head, head + stretch))
    head += stretch;
  while (head < most && one.charCodeAt(head) === other.charCodeAt(head)) head++;
  return head;
}

function sharedTail(one: string, other: string, most: number): number {
  let tail = 0;
  const endOf = (text: string) => text.slice(text.length - tail - stretch, text.length - tail);
  while (tail + stretch <= most && endOf(one) === endOf(other)) tail += stretch;
  while (tail < most && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail))
    tail++;
  return tail;
}

/**
 * The same change with a character beside it where it would only delete or only insert: editors take a replacement by
 * input events, but not all of them take an empty one, or one of nothing. Unchanged when its line has no other character.
 */
export function withWords(text: string, edit: Edit): Edit {
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

/** The one stretch in which two texts differ: `[start, end)` of the old text became `text`. */
export function difference(before: string, after: string): Edit {
  return narrowed(before, { start: 0, end: before.length, text: after });
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
