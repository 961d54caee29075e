import type { Found } from '../../lib/checking/found.ts';
import { overlaps } from '../../lib/draft/overlaps.ts';
import { difference } from '../../lib/draft/text-edits.ts';
import type { Edit, Span } from '../../lib/draft/types.ts';
import { slide } from '../../lib/fields/slide.ts';
import { moved } from '../../lib/rules/moved.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { sameAsBefore } from './merge.ts';
import { shiftFindings } from './shift.ts';

/** Offsets are UTF-16 units. A paragraph of a text is a line. */

/** No findings in a text. */
export function nothingFound(text: string): Found {
  return { paragraphs: startsOf(text).map(() => []), ofDraft: [] };
}

/** Where the lines of a text begin. */
export function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The findings with offsets of the text, in order of place: the same objects as before for those that have not moved. */
export function placedIn(text: string, { paragraphs, ofDraft }: Found): readonly Finding[] {
  const starts = startsOf(text);
  const findings: Finding[] = [];
  for (const [i, list] of paragraphs.entries())
    for (const finding of list) findings.push(placed(finding, starts[i] ?? 0));
  return ofDraft.length === 0 ? findings : [...findings, ...ofDraft].sort((a, b) => a.start - b.start);
}

/** The finding of a line as it was placed last. */
const places = new WeakMap<Finding, Finding>();

function placed(finding: Finding, lineStart: number): Finding {
  const before = places.get(finding);
  if (before?.start === finding.start + lineStart) return before;
  const now = moved(finding, lineStart);
  places.set(finding, now);
  return now;
}

/** Findings of one text, carried over to another that it became by typing, or by scrolling where it is only a part. */
export function carriedOver(found: Found, before: string, after: string, complete: boolean): Found {
  if (before === after) return found;
  const slid = complete ? null : slide(before, after);
  let text = before;
  let carried = found;
  for (const change of (slid ?? [changeBetween(before, after)]).toReversed()) {
    carried = carriedOverChange(carried, text, change);
    text = text.slice(0, change.start) + change.text + text.slice(change.end);
  }
  return carried;
}

/** The last change that was looked for: it is asked for when a key is typed, and again when it is sent. */
let last = { before: '', after: '', change: { start: 0, end: 0, text: '' } };

/** The one stretch in which two texts differ: `[start, end)` of the old text became `text`. */
export function changeBetween(before: string, after: string): Edit {
  if (last.before !== before || last.after !== after)
    last = { before, after, change: difference(before, after) };
  return last.change;
}

/** Only the lines that the change touches have their findings moved or dropped. */
function carriedOverChange({ paragraphs, ofDraft }: Found, text: string, change: Edit): Found {
  const starts = startsOf(text);
  const first = lineAt(starts, change.start);
  const last = lineAt(starts, change.end);
  const blockStart = starts[first] ?? 0;
  const block = text.slice(blockStart, (starts[last + 1] ?? text.length + 1) - 1);
  const inBlock: Edit = { ...change, start: change.start - blockStart, end: change.end - blockStart };
  const touched = paragraphs
    .slice(first, last + 1)
    .flatMap((list, i) => list.map((finding) => moved(finding, (starts[first + i] ?? 0) - blockStart)));
  const changedBlock = block.slice(0, inBlock.start) + change.text + block.slice(inBlock.end);
  return {
    paragraphs: [
      ...paragraphs.slice(0, first),
      ...byLine(shiftFindings(touched, inBlock), startsOf(changedBlock)),
      ...paragraphs.slice(last + 1),
    ],
    ofDraft: shiftFindings(ofDraft, change),
  };
}

/** Parts findings by the line that they begin in. A fix that reaches beyond the line would not be carried on with it. */
function byLine(findings: readonly Finding[], starts: readonly number[]): Finding[][] {
  const lines: Finding[][] = starts.map(() => []);
  for (const finding of findings) {
    const line = lineAt(starts, finding.start);
    const start = starts[line] ?? 0;
    const end = (starts[line + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const fixes = finding.fixes.filter(({ edits }) =>
      edits.every((edit) => start <= edit.start && edit.end <= end),
    );
    lines[line]?.push(moved(fixes.length === finding.fixes.length ? finding : { ...finding, fixes }, -start));
  }
  return lines;
}

/** Index of the line that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * New findings of a text, each the very object of before where it says the same of the same words: an open card is then
 * still that finding's. Both of one text.
 */
export function keptFrom(before: Found, now: Found): Found {
  return {
    paragraphs: now.paragraphs.map((list, i) => {
      const old = before.paragraphs[i];
      return old === undefined || old === list || list.length === 0 ? list : sameAsBefore(list, old);
    }),
    ofDraft: sameAsBefore(now.ofDraft, before.ofDraft),
  };
}

/**
 * Findings of an early answer, with those known before in paragraphs that are not decided yet: their marks stay until
 * they are. All of one text.
 */
export function withUndecided(text: string, found: Found, before: Found, undecided: readonly Span[]): Found {
  const starts = startsOf(text);
  const paragraphs = [...found.paragraphs];
  for (const { start } of undecided) {
    const line = lineAt(starts, start);
    const list = paragraphs[line] ?? [];
    const waiting = (before.paragraphs[line] ?? []).filter(
      (known) => !list.some((finding) => overlaps(finding, known)),
    );
    paragraphs[line] = [...list, ...waiting].sort((a, b) => a.start - b.start);
  }
  return { paragraphs, ofDraft: found.ofDraft };
}
