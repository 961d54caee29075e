import { countOf } from './announcements.ts';
import { sequenceWords } from './ordinals.ts';
import {
  expectedValue,
  isAuto,
  isAutoItem,
  type Outline,
  type OutlineItem,
  type OutlineSeries,
} from './outline.ts';

const renumbered = new WeakMap<OutlineSeries, boolean>();

/** Whether a repair renumbers the items of a series by their order; remembered, as it is called thousands of times. */
export function isRenumbered(outline: Outline, series: OutlineSeries): boolean {
  const before = renumbered.get(series);
  if (before !== undefined) return before;
  const is =
    !isAuto(series) &&
    !isHeldByEditor(series) &&
    !endsEarly(series) &&
    (outline.draft.complete || !hasJump(series));
  renumbered.set(series, is);
  return is;
}

/** Whether the numbers come right only if one is changed that the editor computes: then none is changed. */
export function isHeldByEditor(series: OutlineSeries): boolean {
  return series.items.some((item, index) => isAutoItem(item) && item.value !== expectedValue(series, index));
}

/** 首先……最后……其次: it is not known which word is wrong. */
function endsEarly({ kind, items }: OutlineSeries): boolean {
  return kind === 'sequence-word' && items.slice(0, -1).some(({ value }) => value > sequenceWords.length);
}

/** True if numbers of a series are skipped: in a draft seen in part, those items may be outside of it. */
function hasJump(series: OutlineSeries): boolean {
  return series.items.some((item, index) => {
    const before = series.items[index - 1];
    return before !== undefined && item.value > before.value + 1;
  });
}

const moves = new WeakMap<OutlineSeries, boolean>();

/** Whether a repair changes the number of any item of a series. */
export function isMoved(outline: Outline, series: OutlineSeries): boolean {
  const before = moves.get(series);
  if (before !== undefined) return before;
  const moved =
    isRenumbered(outline, series) &&
    series.kind !== 'sequence-word' &&
    series.items.some(({ value }, index) => value !== expectedValue(series, index));
  moves.set(series, moved);
  return moved;
}

/**
 * How many items a list had before some were left out or inserted: its last number. Null if it still has so many, or if
 * that cannot be concluded from its numbers.
 */
export function formerCount(outline: Outline, series: OutlineSeries): number | null {
  const { items, faults } = series;
  if (series.base !== 1 || items.length < 2 || !isMoved(outline, series)) return null;
  let former: number | null = null;
  for (const [index, item] of items.entries()) {
    const fault = faults.get(item);
    if (fault === 'restart' || fault === 'continued') return null;
    if (fault === 'step-back' && !isSwapped(faults, items[index - 1])) return null;
    // An item whose number alone is wrong still counts.
    if (fault === 'wrong' || fault === 'swapped' || fault === 'step-back' || fault === 'wrong-first')
      former = former === null ? null : former + 1;
    else former = item.value;
  }
  if (former === null || former < 2 || former > 99) return null;
  return countOf(outline, series, former) === former ? null : former;
}

function isSwapped(faults: OutlineSeries['faults'], item: OutlineItem | undefined): boolean {
  return item !== undefined && faults.get(item) === 'swapped';
}
