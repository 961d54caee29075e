import { findAnnouncements, rightCount } from './announcements.ts';
import { rightMarks } from './ordinal-marks.ts';
import { sequenceWords, writeNumber } from './ordinals.ts';
import { expectedValue, type Outline, type OutlineItem, type OutlineSeries } from './outline.ts';
import type { Edit } from './types.ts';

/** One change of a numbering repair. Offsets are UTF-16 units of the draft before any change. */
export interface NumberingChange extends Edit {
  /** What stands there now. */
  readonly old: string;
  /** The beginning of the heading, for the preview. */
  readonly line: string;
}

/**
 * Plans the repair of the series that holds offset `target.at`, or of the whole draft: the smallest changes, in order,
 * of nothing but ordinals, their marks, and the counts that announce them. A right draft gives none, and so does a
 * repaired one.
 */
export function planRepair(outline: Outline, target?: { at: number }): NumberingChange[] {
  if (target === undefined) return planFor(outline, outline.series);
  const series = seriesAt(outline, target.at);
  return series === null ? [] : planFor(outline, [series]);
}

/** Plans the repair of these series, with the counts that announce them. */
export function planFor(outline: Outline, chosen: readonly OutlineSeries[]): NumberingChange[] {
  const changes = chosen.flatMap((series) => repairSeries(outline, series));
  const wanted = new Set(chosen);
  for (const announcement of findAnnouncements(outline)) {
    const { series, numeral, phrase } = announcement;
    if (series === null || !wanted.has(series)) continue;
    const text = rightCount(outline, announcement);
    const line = outline.draft.text
      .slice(Math.max(0, phrase.start - 8), phrase.end + 4)
      .replaceAll('\n', ' ');
    pushChange(outline, changes, numeral.start, numeral.end, text, line);
  }
  return changes.sort((a, b) => a.start - b.start);
}

/** The changes one series needs, its announced count left out. */
function repairSeries(outline: Outline, series: OutlineSeries): NumberingChange[] {
  const changes: NumberingChange[] = [];
  const markOf = rightMarks(series);
  const renumber = series.kind !== 'sequence-word' && (outline.draft.complete || !hasJump(series));
  const mixed = mixedWords(series);
  for (const [index, item] of series.items.entries()) {
    if (mixed !== null) {
      repairWord(outline, changes, item, index, mixed);
      continue;
    }
    const { start, end } = item.numeral;
    const old = outline.draft.text.slice(start, end);
    const expected = expectedValue(series, index);
    const number = renumber && item.value !== expected ? writeNumber(item.kind, expected, old) : old;
    if (number !== null) pushChange(outline, changes, start, end, number, item.title);
    repairBrackets(outline, changes, item);
    const mark = markOf(item);
    if (mark !== null) pushChange(outline, changes, item.mark.start, item.mark.end, mark, item.title);
  }
  return changes;
}

/** The innermost series that holds an offset: the one of the ordinal there, else the one it stands in. */
export function seriesAt(outline: Outline, at: number): OutlineSeries | null {
  let best: OutlineSeries | null = null;
  let bestStart = -1;
  for (const series of outline.series) {
    for (const item of series.items) {
      const { start } = item.ordinal;
      if (start <= at && at <= item.mark.end) return series;
      if (start <= at && start > bestStart) {
        best = series;
        bestStart = start;
      }
    }
  }
  return best;
}

/** True when the numbers of a series leap forward: in a draft seen in part, what lies between may just be hidden. */
function hasJump(series: OutlineSeries): boolean {
  return series.items.some((item, index) => {
    const before = series.items[index - 1];
    return before !== undefined && item.value > before.value + 1;
  });
}

/** How a series that mixes 首先 and 第二 becomes one: 'words' or 'numbers'; null where it does not mix them. */
export function mixedWords(series: OutlineSeries): 'words' | 'numbers' | null {
  const { items } = series;
  const numbers = items.filter((item) => item.kind === 'ordinal').length;
  const words = items.filter((item) => item.kind === 'sequence-word').length;
  if (numbers === 0 || words === 0) return null;
  return words > numbers && items.length <= sequenceWords.length ? 'words' : 'numbers';
}

function repairWord(
  outline: Outline,
  changes: NumberingChange[],
  item: OutlineItem,
  index: number,
  into: 'words' | 'numbers',
): void {
  const { start, end } = item.ordinal;
  if (into === 'words') {
    const word = sequenceWords[index];
    if (word !== undefined) pushChange(outline, changes, start, end, word, item.title);
    return;
  }
  const number = writeNumber('ordinal', index + 1, '一');
  if (number === null) return;
  if (item.kind === 'ordinal') {
    pushChange(outline, changes, item.numeral.start, item.numeral.end, number, item.title);
    return;
  }
  const mark = item.markText === '' ? '，' : item.markText;
  pushChange(outline, changes, start, item.mark.end, `第${number}${mark}`, item.title);
}

function repairBrackets(outline: Outline, changes: NumberingChange[], item: OutlineItem): void {
  const open = outline.draft.text.slice(item.ordinal.start, item.numeral.start);
  const close = outline.draft.text.slice(item.numeral.end, item.ordinal.end);
  if (open === '(' && close === '）') {
    pushChange(outline, changes, item.ordinal.start, item.numeral.start, '（', item.title);
  } else if (open === '（' && close === ')') {
    pushChange(outline, changes, item.numeral.end, item.ordinal.end, '）', item.title);
  }
}

function pushChange(
  outline: Outline,
  changes: NumberingChange[],
  start: number,
  end: number,
  text: string,
  line: string,
): void {
  const old = outline.draft.text.slice(start, end);
  if (old !== text) changes.push({ start, end, text, old, line });
}
