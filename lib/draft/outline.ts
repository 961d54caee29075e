import { type Explanation, type Explanations, explain } from './explanation.ts';
import { numberedLists, unbroken } from './numbered-lists.ts';
import { readCandidates } from './ordinal-candidates.ts';
import type { OrdinalKind } from './ordinals.ts';
import type { OutlineItem, OutlineSeries, SequenceFault } from './outline-types.ts';
import { announcedItems } from './read-announcements.ts';
import { rankOf } from './series/ordinal-kinds.ts';
import type { Draft, Span } from './types.ts';

export type * from './outline-types.ts';

export interface Outline {
  readonly draft: Draft;
  /** In the order of their first items. */
  readonly series: readonly OutlineSeries[];
  /** The explanation that the series come from, and the second cheapest. */
  readonly explanations: Explanations;
}

const cache = new WeakMap<Draft, Outline>();
const excerpt = /节选|摘要|摘编|摘录|选段/u;

/** Finds the series of ordinals of a draft. Linear in the draft's length; remembered per draft object. */
export function parseOutline(draft: Draft): Outline {
  const before = cache.get(draft);
  if (before !== undefined) return before;
  const candidates = readCandidates(draft, announcedItems(draft));
  const seen = {
    complete: draft.complete,
    excerpt: excerpt.test(draft.text.slice(0, 400)),
    start: Math.max(0, draft.text.search(/[^\s\u3000]/u)),
  };
  const explanations = explain(candidates, seen);
  const outline = outlineBy(draft, explanations, explanations.best);
  cache.set(draft, outline);
  return outline;
}

/** The outline by the second cheapest explanation; null if there is none. */
export function nextOutline({ draft, explanations }: Outline): Outline | null {
  const next = explanations.next();
  return next === null ? null : outlineBy(draft, explanations, next);
}

function outlineBy(draft: Draft, explanations: Explanations, explanation: Explanation): Outline {
  const placed = seriesOf(explanation).flatMap(unbroken);
  const lists = numberedLists(draft, placed);
  const series = lists.length === 0 ? placed : [...placed, ...lists].sort((a, b) => startOf(a) - startOf(b));
  return { draft, series, explanations };
}

/** Where a series begins, in UTF-16 units of the draft. */
export function startOf(series: OutlineSeries): number {
  return series.items[0]?.ordinal.start ?? 0;
}

/** True for a list that the editor numbers itself: it is counted, but never judged or changed. */
export function isAuto(series: OutlineSeries): boolean {
  return series.items.every(isAutoItem);
}

/** True for an item whose number is not in the text, as the editor computes it: it is never changed. */
export function isAutoItem({ place, label }: OutlineItem): boolean {
  return place === 'auto' || label !== undefined;
}

/** The ordinal of an item with its mark; of one that is not in the text, the beginning of its words. */
export function placeOf(item: OutlineItem): Span {
  const { start } = item.ordinal;
  if (item.label !== undefined) return { start, end: start + item.title.length - item.label.length };
  return { start, end: item.mark.end };
}

/** The right number of an item of a series, by its index. */
export function expectedValue(series: OutlineSeries, index: number): number {
  return series.base + index;
}

/** The series of an explanation, in the order of their first items. */
function seriesOf({ items, series }: Explanation): OutlineSeries[] {
  const placed = itemsOf(items);
  return [...membersOf(items)]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, members]): OutlineSeries[] => {
      const found = series.get(key);
      if (found === undefined) return [];
      const { kind, parent } = found;
      const seriesItems = members.map((at) => placed[at] as OutlineItem);
      const first = placed[key] as OutlineItem;
      // A single item is never wrong, unless it continues the numbers of the heading before.
      const alone = members.length === 1 && items[key]?.fault !== 'continued';
      const holder = parent < 0 ? undefined : series.get(items[parent]?.series ?? -1);
      return [
        {
          kind,
          items: seriesItems,
          parent: parent < 0 ? null : (placed[parent] as OutlineItem),
          base: alone ? first.value : found.base,
          faults: alone
            ? noFaults
            : faultsOf(
                members.map((at) => items[at]?.fault ?? null),
                seriesItems,
              ),
          inverted: first.place !== 'inline' && holder !== undefined && isBelow(holder.kind, kind),
        },
      ];
    });
}

/** The items of the candidates. One inside a paragraph whose series has headings elsewhere lost its line break. */
function itemsOf(items: Explanation['items']): OutlineItem[] {
  const lastHeading = new Map<number, number>();
  for (const { candidate, series } of items)
    if (candidate.heading) lastHeading.set(series, candidate.item.paragraph);
  return items.map(({ candidate, series }) => {
    const { item, certainty, inSentence } = candidate;
    // A list within one paragraph may begin that paragraph.
    const heading = lastHeading.get(series) ?? item.paragraph;
    const isLost = certainty === 'inside' && !inSentence && heading !== item.paragraph;
    return isLost ? { ...item, place: 'embedded' } : item;
  });
}

/** Indexes of the candidates of each series, by the index of its first. */
function membersOf(items: Explanation['items']): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [at, { series }] of items.entries()) {
    if (series < 0) continue;
    const list = members.get(series);
    if (list === undefined) members.set(series, [at]);
    else list.push(at);
  }
  return members;
}

const noFaults: OutlineSeries['faults'] = new Map();

/** The faults by item, from those in the order of the items; of two swapped ones, the first is reported as such. */
function faultsOf(
  faults: readonly (SequenceFault | null)[],
  items: readonly OutlineItem[],
): OutlineSeries['faults'] {
  const found = new Map<OutlineItem, SequenceFault>();
  for (const [place, item] of items.entries()) {
    const fault = faults[place] ?? null;
    if (fault === null) continue;
    found.set(item, fault === 'swapped' ? 'step-back' : fault);
    const before = items[place - 1];
    if (fault === 'swapped' && before !== undefined) found.set(before, 'swapped');
  }
  return found;
}

/** Whether a kind is of a lower level than another; false if one has no level. */
function isBelow(kind: OrdinalKind, other: OrdinalKind): boolean {
  const [rank, otherRank] = [rankOf(kind), rankOf(other)];
  return rank !== null && otherRank !== null && rank > otherRank;
}
