import { applyEdits, narrowed } from './edits.ts';
import type { Edit, Span } from './types.ts';

/** A stretch of a text as it came, and what stands there now. Offsets are of the text as it came. */
export interface Change extends Edit {
  /** Why: the sentences of the findings that were fixed here. Empty: the author's own hand. */
  readonly reasons: readonly string[];
}

/** A change that is being put together, with its place in the text as it is now. */
interface Placed {
  readonly change: Change;
  readonly from: number;
  readonly to: number;
}

function placed(changes: readonly Change[]): Placed[] {
  let by = 0;
  return changes.map((change) => {
    const from = change.start + by;
    by += change.text.length - (change.end - change.start);
    return { change, from, to: from + change.text.length };
  });
}

/**
 * The changes of `origin` (sorted, not overlapping) after one more edit of the text as it is now. What the edit brings
 * back to how it was is no change any more.
 */
export function withChange(
  origin: string,
  changes: readonly Change[],
  edit: Edit,
  reason?: string,
): readonly Change[] {
  const all = placed(changes);
  const met = all.filter((one) => meets(one, edit));
  const before = all.filter((one) => !met.includes(one) && one.to <= edit.start);
  const after = all.filter((one) => !met.includes(one) && one.to > edit.start);
  const first = met[0];
  const last = met[met.length - 1];
  const from = Math.min(edit.start, first?.from ?? edit.start);
  const to = Math.max(edit.end, last?.to ?? edit.end);
  const start =
    first !== undefined && first.from <= edit.start ? first.change.start : toOrigin(all, edit.start);
  const end = last !== undefined && last.to >= edit.end ? last.change.end : toOrigin(all, edit.end);
  const now = applyEdits(origin.slice(start, end), inside(met, start));
  const text = now.slice(0, edit.start - from) + edit.text + now.slice(now.length - (to - edit.end));
  const reasons = [...new Set([...met.flatMap(({ change }) => change.reasons), ...(reason ? [reason] : [])])];
  const isChange = origin.slice(start, end) !== text;
  return [
    ...before.map(({ change }) => change),
    ...(isChange ? [narrowed(origin, { start, end, text, reasons })] : []),
    ...after.map(({ change }) => change),
  ];
}

function inside(met: readonly Placed[], start: number): Edit[] {
  return met.map(({ change }) => ({ ...change, start: change.start - start, end: change.end - start }));
}

/** Words beside each other stay two changes, each with its own reason; at a place without width they are one. */
function meets({ from, to }: Placed, edit: Edit): boolean {
  if (from === to || edit.start === edit.end) return edit.start <= to && from <= edit.end;
  return edit.start < to && from < edit.end;
}

/** An offset of the text as it is now, outside of all changes, in the text as it came. */
function toOrigin(all: readonly Placed[], offset: number): number {
  let by = 0;
  for (const { change, from, to } of all) {
    if (to > offset || (to === offset && from === to && change.start === change.end)) break;
    by = change.end - to;
  }
  return offset + by;
}

/** Where a span of the text as it is now stood in the text as it came; over a change, all of what it replaced. */
export function originOf(changes: readonly Change[], span: Span): Span {
  let start = span.start;
  let end = span.end;
  for (const { change, from, to } of placed(changes)) {
    if (to <= span.start) start = span.start + change.end - to;
    else if (from <= span.start) start = change.start;
    if (to <= span.end) end = span.end + change.end - to;
    else if (from < span.end) end = change.end;
  }
  return { start, end: Math.max(start, end) };
}

/** The changes parted at line breaks, so that none reaches over one; null where lines were added or taken away. */
export function byLine(origin: string, changes: readonly Change[]): readonly Change[] | null {
  const parted: Change[] = [];
  for (const change of changes) {
    const old = origin.slice(change.start, change.end).split('\n');
    const lines = change.text.split('\n');
    if (old.length !== lines.length) return null;
    let start = change.start;
    for (const [index, line] of old.entries()) {
      const text = lines[index] ?? '';
      if (text !== line) parted.push(narrowed(origin, { ...change, start, end: start + line.length, text }));
      start += line.length + 1;
    }
  }
  return parted;
}
