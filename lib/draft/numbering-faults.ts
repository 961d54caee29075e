import { bracketsOf, hasMixedMarks, rightBrackets, rightMarks } from './ordinal-marks.ts';
import type { NumberingStyle } from './ordinal-style.ts';
import { writeNumber } from './ordinals.ts';
import { isAuto, type Outline, type OutlineItem, type OutlineSeries } from './outline.ts';
import type { SequenceFault } from './outline-types.ts';
import { mixedWords } from './repair.ts';

/** What can be wrong with an item of a series. */
export type FaultType =
  | SequenceFault
  | 'merged-line'
  | 'mark'
  | 'mixed-marks'
  | 'brackets'
  | 'mixed-kinds'
  | 'missing-word'
  | 'inverted';

export interface NumberingFault {
  readonly type: FaultType;
  readonly series: OutlineSeries;
  readonly item: OutlineItem;
  /** Place of the item in its series, from 0. */
  readonly index: number;
}

/** The most faults that are reported of one series: with more, its numbers are no numbering, or all are wrong. */
const mostInSeries = 12;

/** The faults of a draft's numbering, series by series, at most twelve in each. */
export function numberingFaults(outline: Outline, style: NumberingStyle = {}): NumberingFault[] {
  const faults: NumberingFault[] = [];
  for (const series of outline.series) {
    if (isAuto(series)) continue;
    const markOf = rightMarks(series, style);
    const mixedMarks = hasMixedMarks(series);
    const brackets = rightBrackets(outline, series);
    const isMixed = mixedWords(series) !== null;
    const from = faults.length;
    for (const [index, item] of series.items.entries()) {
      if (faults.length - from >= mostInSeries) break;
      const place = { series, item, index };
      const broken = sequenceFault(outline, series, index, isMixed);
      if (broken !== null) faults.push({ type: broken, ...place });
      const mark = markOf(item);
      if (mark !== null && mark !== item.markText)
        faults.push({ type: mixedMarks ? 'mixed-marks' : 'mark', ...place });
      const pair = bracketsOf(outline, item);
      if (pair !== null && pair !== brackets) faults.push({ type: 'brackets', ...place });
      if (item.kind !== series.kind && item.label === undefined)
        faults.push({ type: 'mixed-kinds', ...place });
    }
    addInversion(outline, series, faults);
  }
  return faults;
}

/**
 * What is reported of an item's number, from its fault in the explanation. `isMixed`: the series has words (首先) and
 * numbers (第二).
 */
function sequenceFault(
  outline: Outline,
  series: OutlineSeries,
  index: number,
  isMixed: boolean,
): FaultType | null {
  const item = series.items[index];
  if (item === undefined) return null;
  const fault = series.faults.get(item) ?? null;
  if (fault === null) return item.place === 'embedded' ? 'merged-line' : null;
  if (fault !== 'gap') return fault;
  const before = series.items[index - 1];
  if (!outline.draft.complete || before === undefined || standsBetween(outline, before, item)) return null;
  return series.kind === 'sequence-word' && !isMixed ? 'missing-word' : 'gap';
}

/** A photo caption pasted from the web before an ordinal (新华社记者 某某/摄第三，…), with no end of a sentence. */
function standsBetween(outline: Outline, before: OutlineItem, item: OutlineItem): boolean {
  const { text } = outline.draft;
  const { kind } = item;
  if (kind !== 'ordinal' && kind !== 'is' && kind !== 'must') return false;
  const number = writeNumber(kind, before.value + 1, text.slice(item.numeral.start, item.numeral.end));
  const leading = text.slice(item.ordinal.start, item.numeral.start);
  const trailing = text.slice(item.numeral.end, item.ordinal.end);
  const mark = kind === 'ordinal' ? item.markText : '';
  return (
    number !== null &&
    text.slice(before.mark.end, item.ordinal.start).includes(`摄${leading}${number}${trailing}${mark}`)
  );
}

/** Series above the level that holds them (一、 under （一）, （一） under 1.): the first, unless the draft repeats it. */
function addInversion(outline: Outline, series: OutlineSeries, faults: NumberingFault[]): void {
  const item = series.items[0];
  const { parent } = series;
  if (!series.inverted || item === undefined || parent === null || series.items.length < 2) return;
  if (series.kind !== 'chinese' && series.kind !== 'chinese-bracketed') return;
  if (inversionsOf(outline).get(levelsOf(series))?.[0] !== series) return;
  const holder = outline.series.find((other) => other.items.includes(parent));
  const next = holder?.items[holder.items.indexOf(parent) + 1];
  if (next !== undefined) faults.push({ type: 'inverted', series, item, index: 0 });
}

/** Whether a draft has the same inversion of levels more than once. */
export function isHabit(outline: Outline, series: OutlineSeries): boolean {
  const alike = inversionsOf(outline).get(levelsOf(series)) ?? [];
  return alike.length > (alike.includes(series) ? 1 : 0);
}

const inversions = new WeakMap<Outline, ReadonlyMap<string, readonly OutlineSeries[]>>();

/** The first two inverted series of each pair of levels: callers only distinguish one from several. */
function inversionsOf(outline: Outline): ReadonlyMap<string, readonly OutlineSeries[]> {
  const before = inversions.get(outline);
  if (before !== undefined) return before;
  const found = new Map<string, OutlineSeries[]>();
  for (const series of outline.series) {
    if (!series.inverted) continue;
    const alike = found.get(levelsOf(series)) ?? [];
    if (alike.length < 2) alike.push(series);
    found.set(levelsOf(series), alike);
  }
  inversions.set(outline, found);
  return found;
}

/** The kinds of a series and of the item that it stands under. */
function levelsOf({ kind, parent }: OutlineSeries): string {
  return `${kind} ${parent?.kind ?? ''}`;
}
