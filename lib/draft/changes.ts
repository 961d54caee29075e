import { applyEdits, narrowed } from './text-edits.ts';
import type { Edit, Span } from './types.ts';

/** A span of the original text and what replaces it. Offsets are of the original text. */
export interface Change extends Edit {
  /** The messages of the findings that were fixed here; empty for the author's own changes. */
  readonly reasons: readonly string[];
}

/** A change with its place in the current text. */
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
 * The changes of `origin` (sorted, not overlapping) after one more edit of the current text. What the edit restores is
 * no longer a change.
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

/** Adjacent words stay two changes, each with its own reason; an empty span is merged with what it touches. */
function meets({ from, to }: Placed, edit: Edit): boolean {
  if (from === to || edit.start === edit.end) return edit.start <= to && from <= edit.end;
  return edit.start < to && from < edit.end;
}

/** The offset in the original text of one in the current text that lies outside of all changes. */
function toOrigin(all: readonly Placed[], offset: number): number {
  let by = 0;
  for (const { change, from, to } of all) {
    if (to > offset || (to === offset && from === to && change.start === change.end)) break;
    by = change.end - to;
  }
  return offset + by;
}

/** The span of the original text for one of the current text; over a change, all that it replaced. */
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

/** Words put in at one place by two changes are one change: a document would not tell which of them comes first. */
function addPart(parts: Change[], part: Change): void {
  const last = parts[parts.length - 1];
  const isJoined = last !== undefined && last.start === part.end && last.end === part.start;
  if (!isJoined) parts.push(part);
  else
    parts[parts.length - 1] = {
      ...last,
      text: last.text + part.text,
      reasons: [...new Set([...last.reasons, ...part.reasons])],
    };
}

/** The changes divided at line breaks; null if lines were added or removed. */
export function byLine(origin: string, changes: readonly Change[]): readonly Change[] | null {
  const parted: Change[] = [];
  for (const change of changes) {
    const old = origin.slice(change.start, change.end).split('\n');
    const lines = change.text.split('\n');
    if (old.length !== lines.length) return null;
    let start = change.start;
    for (const [index, line] of old.entries()) {
      const text = lines[index] ?? '';
      if (text !== line)
        addPart(parted, narrowed(origin, { ...change, start, end: start + line.length, text }));
      start += line.length + 1;
    }
  }
  return parted;
}
