import type { Found } from '../../lib/checking/found.ts';
import { lowerBound } from '../../lib/common/lower-bound.ts';
import { lineStarts } from '../../lib/draft/line-ends.ts';
import { overlaps } from '../../lib/draft/overlaps.ts';
import { applyEdits, difference } from '../../lib/draft/text-edits.ts';
import type { Edit, Span } from '../../lib/draft/types.ts';
import { slide } from '../../lib/fields/slide.ts';
import { moved } from '../../lib/rules/moved.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { sameAsBefore } from './merge.ts';
import { shiftFindings } from './shift.ts';

/** Offsets are UTF-16 units. A paragraph of a text is a line. */

/** The empty result for a text. */
export function nothingFound(text: string): Found {
  return { paragraphs: lineStarts(text).map(() => []), ofDraft: [] };
}

/** The findings with offsets of the text, sorted: the same objects as before for those that did not move. */
export function placedIn(text: string, { paragraphs, ofDraft }: Found): readonly Finding[] {
  const starts = lineStarts(text);
  const findings: Finding[] = [];
  for (const [i, list] of paragraphs.entries())
    for (const finding of list) findings.push(placed(finding, starts[i] ?? 0));
  return ofDraft.length === 0 ? findings : [...findings, ...ofDraft].sort((a, b) => a.start - b.start);
}

/** The last placed copy of a line's finding. */
const places = new WeakMap<Finding, Finding>();

function placed(finding: Finding, lineStart: number): Finding {
  const before = places.get(finding);
  if (before?.start === finding.start + lineStart) return before;
  const now = moved(finding, lineStart);
  places.set(finding, now);
  return now;
}

/** The findings of one text carried over to the text after typing, or after scrolling if it is only a part. */
export function carriedOver(found: Found, before: string, after: string, complete: boolean): Found {
  if (before === after) return found;
  const slid = complete ? null : slide(before, after);
  let text = before;
  let carried = found;
  for (const change of (slid ?? [changeBetween(before, after)]).toReversed()) {
    carried = carriedOverChange(carried, text, change);
    text = applyEdits(text, [change]);
  }
  return carried;
}

/** The last change computed: needed when a key is typed, and again when the text is sent. */
let last = { before: '', after: '', change: { start: 0, end: 0, text: '' } };

/** The one stretch in which two texts differ: `[start, end)` of the old text became `text`. */
export function changeBetween(before: string, after: string): Edit {
  if (last.before !== before || last.after !== after)
    last = { before, after, change: difference(before, after) };
  return last.change;
}

/** Only the lines that the change touches have their findings moved or dropped. */
function carriedOverChange({ paragraphs, ofDraft }: Found, text: string, change: Edit): Found {
  const starts = lineStarts(text);
  const first = lineAt(starts, change.start);
  const last = lineAt(starts, change.end);
  const blockStart = starts[first] ?? 0;
  const block = text.slice(blockStart, (starts[last + 1] ?? text.length + 1) - 1);
  const inBlock: Edit = { ...change, start: change.start - blockStart, end: change.end - blockStart };
  const touched = paragraphs
    .slice(first, last + 1)
    .flatMap((list, i) => list.map((finding) => moved(finding, (starts[first + i] ?? 0) - blockStart)));
  return {
    paragraphs: [
      ...paragraphs.slice(0, first),
      ...byLine(shiftFindings(touched, inBlock), lineStarts(applyEdits(block, [inBlock]))),
      ...paragraphs.slice(last + 1),
    ],
    ofDraft: shiftFindings(ofDraft, change),
  };
}

/**
 * Groups findings by the line in which they begin. A fix that extends beyond the line would not be carried over with
 * it.
 */
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

/** Index of the line that holds an offset: the last one that starts at it or before. */
function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(0, lowerBound(starts.length, (line) => (starts[line] ?? 0) <= offset) - 1);
}

/**
 * The findings of a new answer, with the same objects as before for equal ones, so that an open card keeps its
 * finding. Both are of one text.
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
 * The findings of an early answer, with the former ones in undecided paragraphs, whose marks stay until decided. All
 * of one text. `isPartial`: the findings on the whole draft are undecided as well.
 */
export function withUndecided(
  text: string,
  found: Found,
  before: Found,
  undecided: readonly Span[],
  isPartial: boolean,
): Found {
  const starts = lineStarts(text);
  const paragraphs = [...found.paragraphs];
  for (const { start } of undecided) {
    const line = lineAt(starts, start);
    paragraphs[line] = withFormer(paragraphs[line] ?? [], before.paragraphs[line] ?? []);
  }
  return { paragraphs, ofDraft: isPartial ? withFormer(found.ofDraft, before.ofDraft) : found.ofDraft };
}

/** Findings, with the former ones that overlap none of them; both are in order. */
function withFormer(now: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  let at = 0;
  const waiting = before.filter((known) => {
    while ((now[at]?.end ?? Number.POSITIVE_INFINITY) <= known.start) at++;
    const next = now[at];
    return next === undefined || !overlaps(next, known);
  });
  return [...now, ...waiting].sort((a, b) => a.start - b.start);
}
