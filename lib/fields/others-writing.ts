import { difference } from '../draft/text-edits.ts';
import type { Edit } from '../draft/types.ts';
import { offsetAfter } from './editor-edits.ts';

/**
 * What others wrote in other paragraphs of a shared document while edits were made: edits (UTF-16) of `wanted` that make
 * `after`. Null if a paragraph that the edits touch is not in `after` as they leave it. `edits` are those of the text
 * before `wanted`, sorted.
 */
export function writtenByOthers(wanted: string, after: string, edits: readonly Edit[]): Edit[] | null {
  const found: Edit[] = [];
  let from = 0;
  let at = 0;
  let by = 0;
  for (const edit of edits) {
    const first = edit.start + by;
    const last = first + edit.text.length;
    by += edit.text.length - (edit.end - edit.start);
    if (last < from) continue;
    const start = Math.max(from, startOfLine(wanted, first));
    const end = endOfLine(wanted, Math.max(last, start));
    const place = placeOfLines(wanted.slice(start, end), after, at);
    if (place === null) return null;
    found.push(...change(wanted.slice(from, start), after.slice(at, place), from));
    from = end;
    at = place + end - start;
  }
  return [...found, ...change(wanted.slice(from), after.slice(at), from)];
}

/**
 * An edit of the text `known` as one of the text `now`. Null if what changed touches its paragraph, or changed on both of
 * its sides while there are two such paragraphs.
 */
export function carriedTo(known: string, now: string, edit: Edit): Edit | null {
  const other = difference(known, now);
  const isApart = edit.end <= other.start || other.end <= edit.start;
  const by = isApart ? offsetAfter([other], edit.start) - edit.start : moveOfLines(known, now, edit);
  return by === null ? null : { ...edit, start: edit.start + by, end: edit.end + by };
}

/** How far the paragraphs of an edit have moved; null if they are not there once. */
function moveOfLines(known: string, now: string, edit: Edit): number | null {
  const start = startOfLine(known, edit.start);
  const lines = known.slice(start, endOfLine(known, edit.end));
  const place = placeOfLines(lines, now, 0);
  if (place === null || placeOfLines(lines, now, place + 1) !== null) return null;
  return place - start;
}

function change(before: string, after: string, offset: number): Edit[] {
  if (before === after) return [];
  const { start, end, text } = difference(before, after);
  return [{ start: start + offset, end: end + offset, text }];
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Where whole lines stand in a text, from the start of a line on; null if nowhere. */
function placeOfLines(lines: string, text: string, from: number): number | null {
  const at = `\n${text}\n`.indexOf(`\n${lines}\n`, from);
  return at < 0 ? null : at;
}
