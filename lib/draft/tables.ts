import { type OrdinalKind, type ReadOrdinal, readHeading } from './ordinals.ts';
import { rankOf } from './series/ordinal-kinds.ts';
import type { Paragraph, Span } from './types.ts';

/** An ordinal that begins a cell, with offsets of its paragraph. */
export interface CellOrdinal {
  readonly read: ReadOrdinal;
  /** The number of its cell in the row, from 0. */
  readonly column: number;
}

/** |---|:---: */
const rule = /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/u;
/** What parts the columns of plain text: 一、教育    二、医疗. */
const gap = /\t+[ \t　]*|　[ \t　]*| {2,}[ \t　]*/gu;

/**
 * Finds the tables of a text: lines with | of which one ends in it or is a rule, and plain lines of two or more ordinals in
 * columns. Returns the number of its table, from 1, by the index of a paragraph.
 */
export function tableRows(paragraphs: readonly Paragraph[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  let count = 0;
  for (let at = 0; at < paragraphs.length; ) {
    const isRow = paragraphs[at]?.text.includes('|') === true ? hasBar : isInColumns;
    let end = at;
    let isTable = isRow === isInColumns;
    for (let one = paragraphs[end]; one !== undefined && isRow(one.text); one = paragraphs[++end])
      isTable ||= /\|[ \t]*$/u.test(one.text) || rule.test(one.text);
    if (end > at && isTable) {
      count++;
      for (let row = at; row < end; row++) rows.set(row, count);
    }
    at = Math.max(end, at + 1);
  }
  return rows;
}

function hasBar(text: string): boolean {
  return text.includes('|');
}

function isInColumns(text: string): boolean {
  return /\S(?:\t|　| {2})/u.test(text) && !text.includes('|') && columnOrdinals(text).length > 1;
}

/** The ordinals of a row that begin its cells, of kinds that headings have, in order. */
export function cellOrdinals(text: string): CellOrdinal[] {
  return text.includes('|') ? ordinalsAt(text, cells(text, /\|[ \t　]*/gu)) : columnOrdinals(text);
}

function columnOrdinals(text: string): CellOrdinal[] {
  const found = ordinalsAt(text, cells(text, gap));
  const first = found[0];
  // 一、  总则 and one ordinal more are no columns.
  return first === undefined || first.column > 0
    ? []
    : found.filter(({ read }) => read.kind === first.read.kind);
}

function cells(text: string, parting: RegExp): number[] {
  const starts = text.startsWith('|') ? [] : [0];
  const words = text.search(/\S/u);
  for (const { index, 0: mark } of text.matchAll(parting))
    if (index > words || starts.length === 0) starts.push(index + mark.length);
  return starts;
}

function ordinalsAt(text: string, starts: readonly number[]): CellOrdinal[] {
  return starts.flatMap((start, column) => {
    const read = readHeading(text.slice(start, start + 40));
    if (read === null || read.certainty !== 'sure' || rankOf(read.kind) === null) return [];
    const { ordinal, numeral, mark } = read;
    return [
      {
        column,
        read: { ...read, ordinal: by(ordinal, start), numeral: by(numeral, start), mark: by(mark, start) },
      },
    ];
  });
}

function by({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** What of a candidate is asked here. */
interface Candidate {
  readonly item: { readonly kind: OrdinalKind; readonly value: number };
  readonly heading: boolean;
  readonly table: number;
  readonly column: number;
  apart: number;
}

/** `apart` of a candidate that is left out. */
export const leftOut = 0xffff;

/** The last headings of each kind on one side of a table. */
type Beside = ReadonlyMap<string, number>;

/**
 * Sets `apart` of the candidates in tables. The rows of a table are a place of their own, unless their numbers go on with
 * those of the headings around it. Where they run neither down one column nor along the rows, they are left out.
 */
export function partTables(candidates: readonly Candidate[]): void {
  if (candidates.every(({ table }) => table === 0)) return;
  const alone = aloneInTable(candidates);
  const before = besides(candidates.keys(), candidates, alone);
  const after = besides([...candidates.keys()].reverse(), candidates, alone);
  let part = 0;
  for (let at = 0; at < candidates.length; ) {
    const table = candidates[at]?.table ?? 0;
    let end = at + 1;
    while (candidates[end]?.table === table) end++;
    if (table > 0) {
      const heads = candidates.slice(at, end).filter(({ heading }) => heading);
      if (!goesOn(heads, before.get(table), after.get(table))) {
        const apart = isOneList(heads) ? ++part : leftOut;
        for (const one of candidates.slice(at, end)) one.apart = apart;
      }
    }
    at = end;
  }
}

/** Whether a heading that is alone in its table is none of those around it: they go on without it, or are past it. */
function isBesides(value: number, above: number | undefined, below: number | undefined): boolean {
  return above === undefined ? below === 1 : value <= above || below === above + 1;
}

/** By table, the last number of each kind outside of tables, or alone in one, that the way there passes. */
function besides(
  way: Iterable<number>,
  candidates: readonly Candidate[],
  alone: ReadonlySet<number>,
): Map<number, Beside> {
  const found = new Map<number, Beside>();
  const last = new Map<string, number>();
  for (const at of way) {
    const { table, heading, item } = candidates[at] as Candidate;
    if (table > 0 && !found.has(table)) found.set(table, new Map(last));
    if (heading && (table === 0 || alone.has(table))) last.set(item.kind, item.value);
  }
  return found;
}

/** The tables with one heading. */
function aloneInTable(candidates: readonly Candidate[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { table, heading } of candidates) if (heading) counts.set(table, (counts.get(table) ?? 0) + 1);
  return new Set([...counts].flatMap(([table, count]) => (table > 0 && count === 1 ? [table] : [])));
}

/** Whether the headings of a table continue those before it or are continued behind it, and nothing contradicts that. */
function goesOn(heads: readonly Candidate[], before: Beside | undefined, after: Beside | undefined): boolean {
  const ends = new Map<string, { first: number; last: number }>();
  for (const { item } of heads) {
    const end = ends.get(item.kind);
    if (end === undefined) ends.set(item.kind, { first: item.value, last: item.value });
    else end.last = item.value;
  }
  return [...ends].some(([kind, { first, last }]) => {
    const above = before?.get(kind);
    const below = after?.get(kind);
    if (heads.length === 1) return !isBesides(first, above, below);
    const isContinued = below === last + 1;
    return above === undefined ? isContinued : above === first - 1 && (below === undefined || isContinued);
  });
}

function isOneList(heads: readonly Candidate[]): boolean {
  const first = heads[0];
  if (first === undefined || heads.every(({ column }) => column === first.column)) return true;
  return heads.every(({ item }, at) => item.kind === first.item.kind && item.value === at + 1);
}
