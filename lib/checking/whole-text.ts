import { lineStarts } from '../draft/line-ends.ts';
import { numberedInSeen, type SeenText } from '../draft/seen-text.ts';
import type { AsOf, DateEvidence, Edit } from '../draft/types.ts';
import type { RuleFinding } from '../rules/types.ts';
import { type PlacedFinding, placedAt } from './placed-finding.ts';
import type { CheckOptions, Judgement, Timeline } from './types.ts';

/*
 * A text with characters that nobody sees, or with marks of Markdown, is judged without them. What is found is put back
 * into the whole text here.
 */

/** The options for the text as it is seen. */
export function optionsForSeen(options: CheckOptions, seen: SeenText): CheckOptions {
  const { numbered } = options;
  if (numbered === undefined) return options;
  return { ...options, numbered: numberedInSeen(numbered, seen) };
}

/**
 * The judgement with offsets of the whole text.
 * @param settle adds what is said of what was left out to what else was found
 */
export function judgementOfWhole(
  { found, asOf, undecided, ...rest }: Judgement,
  whole: string,
  seen: SeenText,
  settle: (placed: readonly PlacedFinding[]) => readonly PlacedFinding[],
): Judgement {
  const all = [...settle(inWhole(found, whole, seen))];
  return {
    ...rest,
    found: all.sort((a, b) => a.start - b.start || a.end - b.end),
    asOf: asOfWhole(asOf, seen),
    undecided: undecided.map(seen.toWhole),
  };
}

/** The timeline with offsets of the whole text. */
export function timelineOfWhole({ asOf, mentions, ...rest }: Timeline, seen: SeenText): Timeline {
  return { ...rest, asOf: asOfWhole(asOf, seen), mentions: mentions.map(seen.toWhole) };
}

/** Findings keep the offsets of their paragraph; where nothing was left out of it, they stay the same objects. */
function inWhole(found: readonly PlacedFinding[], whole: string, seen: SeenText): PlacedFinding[] {
  const starts = lineStarts(whole);
  const startsOfSeen = lineStarts(seen.text);
  return found.map(({ finding, paragraph, start }) => {
    if (paragraph === null) return placedAt(movedBy(finding, 0, 0, seen), null, 0);
    const from = startsOfSeen[paragraph] ?? 0;
    const to = starts[paragraph] ?? 0;
    const end = startsOfSeen[paragraph + 1] ?? seen.text.length + 1;
    const isSame = (starts[paragraph + 1] ?? whole.length + 1) - to === end - from;
    return placedAt(isSame ? finding : movedBy(finding, start - finding.start, to, seen), paragraph, to);
  });
}

/** `from`: where the finding's offsets begin in the seen text; `to`: where they shall begin in the whole one. */
function movedBy(finding: RuleFinding, from: number, to: number, seen: SeenText): RuleFinding {
  const place = <S extends { readonly start: number; readonly end: number }>(span: S): S => {
    const at = seen.toWhole({ ...span, start: span.start + from, end: span.end + from });
    return { ...at, start: at.start - to, end: at.end - to };
  };
  const edited = (edit: Edit): Edit => {
    const at = seen.editInWhole({ ...edit, start: edit.start + from, end: edit.end + from });
    return { ...at, start: at.start - to, end: at.end - to };
  };
  const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(edited) }));
  return { ...place(finding), fixes };
}

function asOfWhole(asOf: AsOf, seen: SeenText): AsOf {
  const { evidence, writtenFor } = asOf;
  const pieces = (all: readonly DateEvidence[]) => all.map(seen.toWhole);
  return {
    ...asOf,
    ...(evidence === undefined ? {} : { evidence: seen.toWhole(evidence) }),
    ...(writtenFor === undefined
      ? {}
      : {
          writtenFor: {
            ...writtenFor,
            evidence: pieces(writtenFor.evidence),
            ...(writtenFor.disagreeing === undefined ? {} : { disagreeing: pieces(writtenFor.disagreeing) }),
          },
        }),
  };
}
