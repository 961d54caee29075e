import type { Edit } from '../draft/types.ts';

/**
 * How scrolling turned one view of a long text into another: what was removed and added at its two ends
 * (edits of `before`, UTF-16), or null if the views share no paragraph or differ in a shared one.
 */
export function slide(before: string, after: string): Edit[] | null {
  const old = before.split('\n');
  const now = after.split('\n');
  for (let gone = 0; gone < old.length; gone++) {
    const shared = sharedLines(old, gone, now, 0);
    if (shared !== null) return [...cut(old, gone), rest(old, gone + shared, now, shared)];
  }
  for (let come = 1; come < now.length; come++) {
    const shared = sharedLines(old, 0, now, come);
    if (shared === null) continue;
    const text = `${now.slice(0, come).join('\n')}\n`;
    return [{ start: 0, end: 0, text }, rest(old, shared, now, come + shared)];
  }
  return null;
}

/** How many lines the two share from here to the end of one of them; null if they differ before. */
function sharedLines(old: readonly string[], from: number, now: readonly string[], at: number) {
  const most = Math.min(old.length - from, now.length - at);
  let words = false;
  for (let line = 0; line < most; line++) {
    if (old[from + line] !== now[at + line]) return null;
    words ||= old[from + line] !== '';
  }
  return words ? most : null;
}

function cut(old: readonly string[], lines: number): Edit[] {
  return lines === 0 ? [] : [{ start: 0, end: lengthOf(old, lines) + 1, text: '' }];
}

/** One of the two ends with the shared lines. */
function rest(old: readonly string[], seen: number, now: readonly string[], from: number): Edit {
  const text = now
    .slice(from)
    .map((line) => `\n${line}`)
    .join('');
  return { start: lengthOf(old, seen), end: lengthOf(old, old.length), text };
}

function lengthOf(lines: readonly string[], count: number): number {
  return lines.slice(0, count).join('\n').length;
}
