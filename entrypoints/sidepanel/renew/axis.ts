import type { IsoDate } from '../../../lib/draft/types.ts';
import type { RenewRow } from './rows.ts';

/** A dot of the timeline; its place is in CSS pixels. */
export interface Dot {
  readonly row: RenewRow;
  readonly x: number;
  readonly y: number;
}

/** A year on the axis; the first and the last may stand for all years before and after. */
export interface Tick {
  readonly year: number;
  /** From where to where on the axis, in CSS pixels. */
  readonly from: number;
  readonly to: number;
  readonly stands: 'for-itself' | 'for-earlier' | 'for-later';
  readonly count: number;
}

/** A day on the axis. */
export interface DayLine {
  readonly name: 'written-for' | 'judged-on';
  readonly x: number;
}

/** The timeline as it is drawn: sizes and places in CSS pixels. */
export interface Axis {
  readonly width: number;
  readonly height: number;
  /** The distance of two dots. */
  readonly pitch: number;
  readonly dots: readonly Dot[];
  readonly ticks: readonly Tick[];
  readonly lines: readonly DayLine[];
  /** How many mentions name no time. */
  readonly undated: number;
}

/** Years drawn one by one before and after the day judged on. */
const yearsBefore = 9;
const yearsAfter = 2;
const pitches = [10, 8, 7, 6, 5, 4];
/** Height of the dots with a larger pitch; more are drawn closer together. CSS pixels. */
const comfortable = 80;
/** Room above the dots for the names of the two days, and below for the years. CSS pixels. */
const above = 34;
const below = 22;

interface Days {
  readonly judgedOn: IsoDate;
  /** Absent if the draft names no day. */
  readonly writtenFor?: IsoDate;
}

/** Lays the mentions out on an axis of years. Takes the width in CSS pixels. */
export function layOut(rows: readonly RenewRow[], { judgedOn, writtenFor }: Days, width: number): Axis {
  const dated = rows
    .flatMap((row) => {
      const date = row.mention.from ?? row.mention.to;
      return date === null ? [] : [{ row, date, year: yearOf(date) }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.row.mention.start - b.row.mention.start));
  const last = yearOf(judgedOn);
  const named = [...dated.map(({ year }) => year), last, ...(writtenFor ? [yearOf(writtenFor)] : [])];
  const low = Math.max(Math.min(...named), last - yearsBefore);
  const high = Math.min(Math.max(...named), last + yearsAfter);
  const place = (year: number) => Math.min(Math.max(year, low), high);
  const bins = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const wide = width / bins.length;
  const inBin = new Map(bins.map((year) => [year, dated.filter((one) => place(one.year) === year)]));
  const most = Math.max(0, ...[...inBin.values()].map(({ length }) => length));
  const columnsAt = (pitch: number) => Math.max(1, Math.floor((wide - 4) / pitch));
  const pitch =
    pitches.find((one) => Math.ceil(most / columnsAt(one)) * one <= comfortable) ?? pitches.at(-1) ?? 4;
  const columns = columnsAt(pitch);
  const stack = Math.max(1, Math.ceil(most / columns)) * pitch;
  const base = above + stack;
  const dots = bins.flatMap((year, bin) => {
    const own = inBin.get(year) ?? [];
    const across = Math.min(columns, Math.max(1, own.length));
    const left = bin * wide + (wide - across * pitch) / 2 + pitch / 2;
    return own.map(
      ({ row }, at): Dot => ({
        row,
        x: left + (at % across) * pitch,
        y: base - pitch / 2 - Math.floor(at / across) * pitch,
      }),
    );
  });
  const xOf = (date: IsoDate) => (place(yearOf(date)) - low + shareOfYear(date)) * wide;
  return {
    width,
    height: base + below,
    pitch,
    dots,
    ticks: bins.map((year, bin) => ({
      year,
      from: bin * wide,
      to: (bin + 1) * wide,
      stands: standsFor(year, low, high, named),
      count: inBin.get(year)?.length ?? 0,
    })),
    lines: [
      ...(writtenFor === undefined ? [] : [{ name: 'written-for' as const, x: xOf(writtenFor) }]),
      { name: 'judged-on' as const, x: xOf(judgedOn) },
    ],
    undated: rows.length - dated.length,
  };
}

function standsFor(year: number, low: number, high: number, named: readonly number[]): Tick['stands'] {
  if (year === low && named.some((one) => one < low)) return 'for-earlier';
  return year === high && named.some((one) => one > high) ? 'for-later' : 'for-itself';
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

function shareOfYear(date: IsoDate): number {
  return (Number(date.slice(5, 7)) - 1) / 12 + (Number(date.slice(8, 10)) - 1) / 365;
}
