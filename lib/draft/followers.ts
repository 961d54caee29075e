import { findAnnouncements, rightCount, writeCount } from './announcements.ts';
import { findBackCounts, rightBackCount } from './back-counts.ts';
import { findLooseCounts } from './loose-counts.ts';
import { findLooseReferences } from './loose-references.ts';
import { formatArabic, formatNumeral, highestNumber, spellingOf } from './numeral-values.ts';
import { expectedValue, type Outline, type OutlineSeries } from './outline.ts';
import { findReferences, referredItem } from './references.ts';
import { isRenumbered } from './renumbering.ts';
import type { Span } from './types.ts';

/** A number that depends on a list, and what it becomes when the list is repaired. Offsets are of the draft. */
export interface Follower {
  readonly numeral: Span;
  readonly phrase: Span;
  readonly text: string;
  readonly about: 'count' | 'reference';
}

const cache = new WeakMap<Outline, ReadonlyMap<OutlineSeries, readonly Follower[]>>();
const none: readonly Follower[] = [];

/** What a repair of one list has to change outside of its ordinals. Computed for all lists of an outline at once. */
export function followersOf(outline: Outline, series: OutlineSeries): readonly Follower[] {
  let followers = cache.get(outline);
  if (followers === undefined) {
    followers = allFollowers(outline);
    cache.set(outline, followers);
  }
  return followers.get(series) ?? none;
}

/** Of several readings of a number, the surest wins. */
function allFollowers(outline: Outline): ReadonlyMap<OutlineSeries, readonly Follower[]> {
  const { text } = outline.draft;
  const all = new Map<OutlineSeries, Follower[]>();
  const taken = new Set<number>();
  const add = (
    series: OutlineSeries,
    numeral: Span,
    phrase: Span,
    right: string,
    about: Follower['about'],
  ): void => {
    if (taken.has(numeral.start)) return;
    taken.add(numeral.start);
    if (text.slice(numeral.start, numeral.end) === right) return;
    const follower = { numeral, phrase, text: right, about };
    const same = all.get(series);
    if (same === undefined) all.set(series, [follower]);
    else same.push(follower);
  };
  for (const announcement of findAnnouncements(outline)) {
    const { series, numeral, phrase } = announcement;
    if (series !== null) add(series, numeral, phrase, rightCount(outline, announcement), 'count');
  }
  for (const count of findBackCounts(outline)) {
    const { series, numeral, phrase, value } = count;
    if (series === null) continue;
    const right = rightBackCount(outline, count);
    // One that does not count the list directly before it may repeat the announcement of another.
    if (right !== text.slice(numeral.start, numeral.end) || series.items.length === value)
      add(series, numeral, phrase, right, 'count');
  }
  for (const reference of findReferences(outline)) {
    const { series, numeral, phrase } = reference;
    const referred = referredItem(reference);
    if (series === null || referred === null || !isRenumbered(outline, series)) continue;
    const expected = expectedValue(series, referred.index);
    if (expected <= highestNumber) add(series, numeral, phrase, written(expected, numeral), 'reference');
  }
  for (const { series, numeral, phrase } of findLooseCounts(outline)) {
    const right = writeCount(series.items.length, text.slice(numeral.start, numeral.end));
    add(series, numeral, phrase, right, 'count');
  }
  for (const { series, numeral, phrase, right } of findLooseReferences(outline))
    add(series, numeral, phrase, written(right, numeral), 'reference');
  return all;

  /** A number in the same kind of digits as the present one. */
  function written(value: number, { start, end }: Span): string {
    const old = text.slice(start, end);
    return /\d/u.test(old) ? formatArabic(value, old) : formatNumeral(value, spellingOf(old));
  }
}
