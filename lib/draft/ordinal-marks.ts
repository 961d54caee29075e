import type { NumberingStyle } from './ordinal-style.ts';
import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';

/**
 * The mark that should stand behind each item of a series; null if the present one is right too.
 * GB/T 15834—2011 B.3: 、 behind a bare Chinese numeral, nothing behind a bracket or 一是. 第一 and 1 have one form
 * throughout the series: the author's choice, else that of most items (， and . on a tie).
 */
export function rightMarks(
  series: OutlineSeries,
  style: NumberingStyle = {},
): (item: OutlineItem) => string | null {
  const prevailing = prevailingMark(series, style);
  return (item) => {
    if (item.label !== undefined) return null;
    switch (item.kind) {
      case 'chinese':
        return '、';
      case 'chinese-bracketed':
      case 'arabic-bracketed':
      case 'is':
      case 'must':
        return '';
      case 'ordinal':
      case 'of-them':
        return prevailing !== null && /^[，、]$/u.test(item.markText) ? prevailing : null;
      case 'arabic':
        return prevailing;
      default:
        return null;
    }
  };
}

/** True when the items of a series of 第一 or 1. carry different marks. */
export function hasMixedMarks(series: OutlineSeries): boolean {
  return prevailingMark(series, {}) !== null;
}

/** The mark chosen, or that of most items; null if all have the same. */
function prevailingMark(series: OutlineSeries, style: NumberingStyle): string | null {
  if (series.kind !== 'ordinal' && series.kind !== 'of-them' && series.kind !== 'arabic') return null;
  const preferred = series.kind === 'arabic' ? ['.', '．', '、'] : ['，', '、'];
  const counts = preferred.map((mark) => series.items.filter((item) => item.markText === mark).length);
  if (counts.filter((count) => count > 0).length < 2) return null;
  const chosen = series.kind === 'of-them' ? style.ordinal : style[series.kind];
  return chosen ?? preferred[counts.indexOf(Math.max(...counts))] ?? null;
}

const full = '（）';
const half = '()';

/** The brackets around the number of an ordinal; null if it has none. */
export function bracketsOf(outline: Outline, { ordinal, label }: OutlineItem): string | null {
  if (label !== undefined) return null;
  const { text } = outline.draft;
  const pair = text.charAt(ordinal.start) + text.charAt(ordinal.end - 1);
  return /^[（(][）)]$/u.test(pair) ? pair : null;
}

/** Whether an ordinal has brackets of two widths: （一), (一）. */
export function hasUnequalBrackets(outline: Outline, item: OutlineItem): boolean {
  const pair = bracketsOf(outline, item);
  return pair !== null && pair !== full && pair !== half;
}

/** The brackets that all items of a series should have: half-width only if most have those. */
export function rightBrackets(outline: Outline, { items }: OutlineSeries): string {
  let wide = 0;
  let narrow = 0;
  for (const item of items) {
    const pair = bracketsOf(outline, item);
    if (pair === full) wide++;
    else if (pair === half) narrow++;
  }
  return narrow > wide ? half : full;
}
