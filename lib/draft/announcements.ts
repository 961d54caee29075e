import { matchesOf } from './matches.ts';
import { formatArabic, formatCount } from './numeral-values.ts';
import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';
import { looksBack, type ReadAnnouncement, readAnnouncements } from './read-announcements.ts';
import type { Paragraph } from './types.ts';

/** A number that announces a list: 讲三点意见：. Offsets are UTF-16 units of the draft. */
export interface Announcement extends Omit<ReadAnnouncement, 'listAt'> {
  /** The list directly behind it; null if there is none. */
  readonly series: OutlineSeries | null;
}

const cache = new WeakMap<Outline, readonly Announcement[]>();

/** The announcements of a draft, in order; remembered per outline. */
export function findAnnouncements(outline: Outline): readonly Announcement[] {
  const before = cache.get(outline);
  if (before !== undefined) return before;
  const firsts = new Map<number, OutlineSeries>();
  for (const series of outline.series) {
    const first = series.items[0];
    if (first !== undefined) firsts.set(first.ordinal.start, series);
  }
  // Written out: objects made by spread are slower to read, and each repair reads them all.
  const found = readAnnouncements(outline.draft).map(({ value, numeral, phrase, wrongTwo, listAt }) => ({
    value,
    numeral,
    phrase,
    series: firsts.get(listAt) ?? null,
    wrongTwo,
  }));
  cache.set(outline, found);
  return found;
}

const unlistedOf = new WeakMap<Outline, ReadonlyMap<number, number>>();

/** By number of items, the offset of the first announcement of that number without a list behind it. */
export function firstUnlisted(outline: Outline): ReadonlyMap<number, number> {
  const before = unlistedOf.get(outline);
  if (before !== undefined) return before;
  const firsts = new Map<number, number>();
  for (const { series, value, numeral } of findAnnouncements(outline)) {
    if (series !== null || firsts.has(value)) continue;
    const words = outline.draft.text.slice(Math.max(0, numeral.start - 2), numeral.start);
    if (!looksBack.test(words)) firsts.set(value, numeral.start);
  }
  unlistedOf.set(outline, firsts);
  return firsts;
}

/** The number that an announcement should give, as it would be written; the present one if that is unknown. */
export function rightCount(outline: Outline, announcement: Announcement): string {
  const { series, value } = announcement;
  const written = outline.draft.text.slice(announcement.numeral.start, announcement.numeral.end);
  const keep = announcement.wrongTwo && value === 2 ? '两' : written;
  if (series === null) return keep;
  return countOf(outline, series, value) === value ? keep : writeCount(series.items.length, written);
}

/** How many items a list has that is announced as `value`: that number itself where it may be right. */
export function countOf(outline: Outline, series: OutlineSeries, value: number): number {
  const count = series.items.length;
  if (!outline.draft.complete || count < 2 || count > 99) return value;
  if (series.kind === 'sequence-word' || series.base !== 1) return value;
  if (countsThrough(outline, series, value)) return value;
  return count < value && mayHoldMore(outline, series) ? value : count;
}

const below = new WeakMap<Outline, ReadonlyMap<OutlineItem, OutlineSeries>>();

/** Whether `value` items stand under the items of a list: 抓十件事, numbered 1. to 10. under four headings. */
function countsThrough(outline: Outline, { items }: OutlineSeries, value: number): boolean {
  let first = below.get(outline);
  if (first === undefined) {
    const found = new Map<OutlineItem, OutlineSeries>();
    for (const series of outline.series) if (series.parent !== null) found.set(series.parent, series);
    first = found;
    below.set(outline, first);
  }
  const [one, next] = items;
  const lower = one === undefined ? undefined : first.get(one);
  const last = lower?.items.at(-1)?.ordinal.start ?? 0;
  return lower?.items.length === value && next !== undefined && last > next.ordinal.start;
}

/** Writes a count of 1 to 99 before a measure word, in the kind of digits of `like`. */
export function writeCount(count: number, like: string): string {
  return /[\d０-９]/u.test(like) ? formatArabic(count, like) : formatCount(count);
}

const holdingMore = new WeakMap<OutlineSeries, boolean>();

/** A last item in other words (最后，……) may complete the list. */
function mayHoldMore(outline: Outline, series: OutlineSeries): boolean {
  const before = holdingMore.get(series);
  if (before !== undefined) return before;
  const holds = goesOnInWords(outline, series);
  holdingMore.set(series, holds);
  return holds;
}

const further = /[。；](?:最后|此外|另外|同时|还有|还要|再就是|再者)/gu;
/** Where such words stand last in a paragraph: one may hold thousands of lists. Offset of the draft; -1 for none. */
const lastFurther = new WeakMap<Paragraph, number>();

function goesOnInWords({ draft }: Outline, { items }: OutlineSeries): boolean {
  const last = items.at(-1);
  const paragraph = draft.paragraphs[last?.paragraph ?? -1];
  if (last === undefined || paragraph === undefined) return false;
  let at = lastFurther.get(paragraph);
  if (at === undefined) {
    const found = matchesOf(paragraph.text, further).at(-1);
    at = found === undefined ? -1 : paragraph.start + found.index;
    lastFurther.set(paragraph, at);
  }
  return at >= last.mark.end;
}
