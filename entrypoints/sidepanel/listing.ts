import { repeatedKeys } from '../../components/repeated-keys.ts';
import type { Span } from '../../lib/draft/types.ts';
import { type Finding, ruleIds } from '../../lib/rules/types.ts';

/**
 * A stop in the list: a finding, with a key that stays the same while the text around it changes. Or one card for
 * findings that are alike; `finding` is then the first of them.
 */
export interface Listed {
  readonly key: string;
  readonly finding: Finding;
  /** Set for a card that stands for several: all of them, in text order. */
  readonly alike?: readonly Listed[];
  /** Set where such a card is unfolded: it, and whether this is the first of its findings. */
  readonly under?: { readonly card: Listed; readonly first: boolean };
}

/** Items that are listed under a heading: findings, or others. */
export interface Group<Item = Listed> {
  /** '' for a list without groups. */
  readonly title: string;
  /** True if the title is a heading of the draft. */
  readonly ofDraft: boolean;
  readonly key: string;
  readonly items: readonly Item[];
}

export interface Heading extends Span {
  readonly title: string;
}

/** Keys each finding by its rule, words and repetition. Takes findings in text order. */
export function listed(findings: readonly Finding[], text: string): Listed[] {
  const keys = repeatedKeys(
    findings.map(({ rule, start, end }) => `${rule}:${text.slice(start, Math.min(end, start + 40))}`),
  );
  return findings.map((finding, at) => ({ key: keys[at] ?? '', finding }));
}

/** Groups findings by the heading before them; those before the first heading under `opening`. */
export function byPlace(items: readonly Listed[], headings: readonly Heading[], opening: string): Group[] {
  return underHeadings(items, ({ finding }) => finding.start, headings, opening);
}

/** The same for any items; `startOf` tells where in the draft one is. */
export function underHeadings<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  headings: readonly Heading[],
  opening: string,
): Group<Item>[] {
  if (headings.length === 0) return items.length === 0 ? [] : [{ title: '', ofDraft: false, key: '', items }];
  const edges = [{ title: opening, start: Number.NEGATIVE_INFINITY }, ...headings];
  return edges.flatMap(({ title, start }, index) => {
    const end = edges[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own = items.filter((item) => startOf(item) >= start && startOf(item) < end);
    return own.length === 0 ? [] : [{ title, ofDraft: index > 0, key: `${index}`, items: own }];
  });
}

/** Groups findings by rule, in rule order; within a group in text order. */
export function byKind(items: readonly Listed[], titleOf: (rule: string) => string): Group[] {
  return ruleIds.flatMap((rule) => {
    const own = items.filter(({ finding }) => finding.rule === rule);
    return own.length === 0 ? [] : [{ title: titleOf(rule), ofDraft: false, key: rule, items: own }];
  });
}

/** The author's position in a list: an item, and its index in case the item disappears. */
export interface Current {
  readonly draftKey: string;
  readonly key: string;
  readonly at: number;
}

/** The index of the author's item in the list; -1 if it is gone. */
export function placeOf(items: readonly Listed[], current: Current | null): number {
  return current === null ? -1 : items.findIndex(({ key }) => key === current.key);
}

/** The index of the next (`by` 1) or previous (-1) item, wrapping around; -1 in an empty list. */
export function stepFrom(items: readonly Listed[], current: Current | null, by: 1 | -1): number {
  const { length } = items;
  if (length === 0) return -1;
  if (current === null) return by === 1 ? 0 : length - 1;
  const place = placeOf(items, current);
  // If the item is gone, the next one has its index.
  const to = place >= 0 ? place + by : by === 1 ? current.at : current.at - 1;
  return ((to % length) + length) % length;
}
