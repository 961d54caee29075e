import type { OrdinalKind } from '../ordinals.ts';

/** Levels that nest in this order (GB/T 9704—2012 7.3.3); other kinds have no fixed level. */
const ranks: Partial<Record<OrdinalKind, number>> = {
  part: 0,
  chapter: 0,
  section: 1,
  article: 2,
  chinese: 3,
  'chinese-bracketed': 4,
  arabic: 5,
  'arabic-bracketed': 6,
  circled: 7,
};

/** The level of a kind, 0 for the highest; null for one without a fixed level, such as 第一 and 一是. */
export function rankOf(kind: OrdinalKind): number | null {
  return ranks[kind] ?? null;
}

/** Kinds of headings: a list of these that begins at 2 lacks its first. */
export const headingKinds: ReadonlySet<OrdinalKind> = new Set([
  'part',
  'chapter',
  'section',
  'chinese',
  'chinese-bracketed',
]);

/** Kinds that may go on counting under the next heading of the level above. */
export const throughKinds: readonly OrdinalKind[] = [
  'article',
  'section',
  'chinese',
  'chinese-bracketed',
  'arabic',
  'arabic-bracketed',
  'circled',
  'named',
  'counted',
];

/** Kinds that are written for each other by mistake: without a bracket or mark, with another word, at a wrong level. */
const alike: readonly (readonly OrdinalKind[])[] = [
  ['chinese', 'chinese-bracketed', 'arabic', 'arabic-bracketed', 'circled'],
  ['chinese', 'chinese-bracketed', 'is', 'must', 'grasp', 'verb', 'ordinal', 'of-them', 'counted', 'named'],
];

/** Pairs that speeches mix by habit rather than by mistake. */
const spoken: readonly (readonly OrdinalKind[])[] = [
  ['is', 'must'],
  ['ordinal', 'sequence-word'],
];

/** How one kind may stand for another: by habit of speech, or by mistake. */
export type Mistaken = 'spoken' | 'mistaken';
const taken = new Map<OrdinalKind, Map<OrdinalKind, Mistaken>>();
for (const [groups, how] of [
  [alike, 'mistaken'],
  [spoken, 'spoken'],
] as const) {
  for (const kinds of groups) {
    for (const one of kinds) {
      const others = taken.get(one) ?? new Map<OrdinalKind, Mistaken>();
      taken.set(one, others);
      for (const other of kinds) if (other !== one) others.set(other, how);
    }
  }
}

/** How an ordinal of one kind may stand in a series of another; null if it may not. */
export function mistakenFor(kind: OrdinalKind, series: OrdinalKind): Mistaken | null {
  return taken.get(kind)?.get(series) ?? null;
}

/** Whether two kinds write their numbers alike: 三、 and （三）, but not 3. and ③. */
export function sharesNumerals(one: OrdinalKind, other: OrdinalKind): boolean {
  return numeralsOf(one) === numeralsOf(other);
}

function numeralsOf(kind: OrdinalKind): string {
  if (kind === 'circled') return 'circled';
  return kind === 'arabic' || kind === 'arabic-bracketed' ? 'arabic' : 'chinese';
}
