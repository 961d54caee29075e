import { readCandidates } from './candidates.ts';
import { type Explanation, type Explanations, explain } from './explanation.ts';
import { numberedLists } from './numbered-lists.ts';
import type { OutlineItem, OutlineSeries, SequenceFault } from './outline-types.ts';
import { announcedItems } from './read-announcements.ts';
import { rankOf } from './series/kinds.ts';
import type { Draft } from './types.ts';

export type * from './outline-types.ts';

export interface Outline {
  readonly draft: Draft;
  /** In the order of their first items. */
  readonly series: readonly OutlineSeries[];
  /** The explanation that the series are read off, and the next best. */
  readonly explanations: Explanations;
}

const known = new WeakMap<Draft, Outline>();
const excerpt = /节选|摘要|摘编|摘录|选段/u;

/** Takes a draft and returns its series of ordinals. Linear in the draft's length; remembered per draft object. */
export function parseOutline(draft: Draft): Outline {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const candidates = readCandidates(draft, announcedItems(draft));
  const seen = {
    complete: draft.complete,
    excerpt: excerpt.test(draft.text.slice(0, 400)),
    start: Math.max(0, draft.text.search(/[^\s\u3000]/u)),
  };
  const explanations = explain(candidates, seen);
  const outline = outlineBy(draft, explanations, explanations.best);
  known.set(draft, outline);
  return outline;
}

/** The outline of a draft as its next best explanation has it; null where there is none. */
export function nextOutline({ draft, explanations }: Outline): Outline | null {
  const next = explanations.next();
  return next === null ? null : outlineBy(draft, explanations, next);
}

function outlineBy(draft: Draft, explanations: Explanations, explanation: Explanation): Outline {
  const placed = seriesOf(explanation);
  const lists = numberedLists(draft, placed);
  const series = lists.length === 0 ? placed : [...placed, ...lists].sort((a, b) => startOf(a) - startOf(b));
  return { draft, series, explanations };
}

/** Where a series begins, in UTF-16 units of the draft. */
export function startOf(series: OutlineSeries): number {
  return series.items[0]?.ordinal.start ?? 0;
}

/** True for a list that the editor numbers itself: it is counted, never judged and never changed. */
export function isAuto(series: OutlineSeries): boolean {
  return series.items[0]?.place === 'auto';
}

/** The number an item of a series ought to carry by its place. */
export function expectedValue(series: OutlineSeries, index: number): number {
  return series.base + index;
}

/** The series of an explanation, in the order of their first items. */
function seriesOf({ items, series }: Explanation): OutlineSeries[] {
  const lastHeading = new Map<number, number>();
  for (const { candidate, series: key } of items)
    if (candidate.heading) lastHeading.set(key, candidate.item.paragraph);
  const placed = items.map(({ candidate, series: key }): OutlineItem => {
    const { item, certainty, inSentence } = candidate;
    // A list within one paragraph may begin it.
    const lost =
      certainty === 'inside' && !inSentence && (lastHeading.get(key) ?? item.paragraph) !== item.paragraph;
    return lost ? { ...item, place: 'embedded' } : item;
  });
  const members = new Map<number, number[]>();
  for (const [at, { series: key }] of items.entries()) {
    if (key < 0) continue;
    const list = members.get(key);
    if (list === undefined) members.set(key, [at]);
    else list.push(at);
  }
  const itemOf = (at: number): OutlineItem => placed[at] as OutlineItem;
  return [...members]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, list]) => {
      const found = series.get(key);
      if (found === undefined) return [];
      const parent = found.parent < 0 ? null : itemOf(found.parent);
      const faults = new Map<OutlineItem, SequenceFault>();
      // One item alone is as it is, but for one that goes on counting from the heading before.
      const alone = list.length === 1 && items[key]?.fault !== 'continued';
      for (const [place, at] of list.entries()) {
        const fault = items[at]?.fault ?? null;
        if (fault === null || alone) continue;
        faults.set(itemOf(at), fault === 'swapped' ? 'step-back' : fault);
        // Of two that changed places the first says so.
        const before = list[place - 1];
        if (fault === 'swapped' && before !== undefined) faults.set(itemOf(before), 'swapped');
      }
      const first = itemOf(key);
      const holder = found.parent < 0 ? undefined : series.get(items[found.parent]?.series ?? -1);
      const [rank, above] = [rankOf(found.kind), holder === undefined ? null : rankOf(holder.kind)];
      return [
        {
          kind: found.kind,
          items: list.map(itemOf),
          parent,
          base: alone ? first.value : found.base,
          faults,
          inverted: first.place !== 'inline' && rank !== null && above !== null && above > rank,
        },
      ];
    });
}
