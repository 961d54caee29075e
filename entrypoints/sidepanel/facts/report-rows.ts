import { say } from '../../../components/say.ts';
import { dateInWords } from '../../../components/screen-words.ts';
import { surroundings } from '../../../components/surroundings.ts';
import { isCounted } from '../../../lib/checking/counted.ts';
import { partsOfReason } from '../../../lib/checking/reasons.ts';
import { countBefore } from '../../../lib/common/lower-bound.ts';
import type { OutlineNode } from '../../../lib/draft/outline-tree.ts';
import type { Span } from '../../../lib/draft/types.ts';
import type { MadeChange } from '../../../lib/messaging/page-requests.ts';
import type { Finding } from '../../../lib/rules/types.ts';
import type { ReportRow } from '../../surface/report.ts';

/** Characters shown before and after the words of a row. */
export const reach = 10;

/** What the rows of a draft are made of. */
export interface Reported {
  readonly text: string;
  /** In text order, as are the others. */
  readonly findings: readonly Finding[];
  readonly made: readonly MadeChange[];
  readonly placeOf: PlaceOf;
  readonly ruleTitle: (rule: string) => string;
}

/** A row, and where it begins in the draft; UTF-16 offset. */
export interface PlacedRow {
  readonly start: number;
  readonly row: ReportRow;
}

/** The rows of a draft's report: what is still to be done, and what fixes have changed. */
export function rowsOf({ text, findings, made, placeOf, ruleTitle }: Reported): PlacedRow[] {
  const open = findings
    // A question to the author is no fault.
    .filter(isCounted)
    .map((finding) => ({ start: finding.start, row: openRow(finding, text, ruleTitle, placeOf) }));
  const done = made.map((change) => ({ start: change.start, row: doneRow(change, text, placeOf) }));
  return [...open, ...done];
}

/** Rows in text order. */
export function inTextOrder(placed: readonly PlacedRow[]): ReportRow[] {
  return [...placed].sort((a, b) => a.start - b.start).map(({ row }) => row);
}

/** The place of a span of the draft. */
export type PlaceOf = (span: Span) => Pick<ReportRow, 'headings' | 'paragraph'>;

function openRow(
  finding: Finding,
  text: string,
  ruleTitle: Reported['ruleTitle'],
  placeOf: PlaceOf,
): ReportRow {
  const { rule, level, message, source, fixes, start, end } = finding;
  const date = source?.date === undefined ? '' : say('，', ', ') + dateInWords(source.date);
  return {
    kind: ruleTitle(rule),
    level,
    ...placeOf(finding),
    ...surroundings(text, finding, reach),
    words: text.slice(start, end),
    reason: message,
    ...(source === undefined ? {} : { source: source.title + date }),
    suggestion: fixes.map(({ label }) => label).join(say('；或', '; or ')),
    state: 'open',
  };
}

function doneRow(change: MadeChange, text: string, placeOf: PlaceOf): ReportRow {
  const { message, source } = partsOfReason(change.reason);
  return {
    kind: '',
    ...placeOf(change),
    ...surroundings(text, change, reach),
    words: change.before,
    reason: message,
    ...(source === undefined ? {} : { source }),
    suggestion: change.after,
    state: 'done',
  };
}

/** Finds the paragraph of a span, and the headings over it: the outermost, and the nearest. */
export function placesIn(text: string, nodes: readonly OutlineNode[]): PlaceOf {
  const starts: number[] = [];
  for (const line of text.matchAll(/^.*\S.*$/gmu)) starts.push(line.index);
  return ({ start }) => ({
    headings: headingsOver(nodes, start),
    paragraph: Math.max(
      1,
      countBefore(starts, start + 1, (one) => one),
    ),
  });
}

function headingsOver(nodes: readonly OutlineNode[], offset: number): string[] {
  const over: string[] = [];
  let level = nodes;
  while (level.length > 0) {
    const node = level[countBefore(level, offset + 1, (one) => one.start) - 1];
    if (node === undefined) break;
    over.push(node.title);
    level = node.children;
  }
  return over.length > 2 ? [over[0] ?? '', over.at(-1) ?? ''] : over;
}
