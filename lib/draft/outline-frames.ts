import type { OrdinalKind } from './ordinals.ts';
import type { OutlineItem } from './outline.ts';

/** A series while it is being read. */
export interface Frame {
  readonly kind: OrdinalKind;
  readonly items: OutlineItem[];
  readonly parent: OutlineItem | null;
  /** Items at which it fell back; made only where there are any. */
  restarts: Set<OutlineItem> | null;
  readonly continued: boolean;
  inverted: boolean;
  /** It begins behind a title or an address, so what came before it says nothing of it. */
  readonly orphaned: boolean;
  /** The series of its kind that it took the place of, when nothing in between introduces a new list. */
  instead: Frame | null;
  /** The series of its kind that it took the place of, whatever stands in between. */
  readonly replaced: Frame | null;
}

/** Levels that nest in this order; the others take their level from where they stand. */
export const ranks: Partial<Record<OrdinalKind, number>> = {
  part: 0,
  chapter: 0,
  section: 1,
  chinese: 2,
  'chinese-bracketed': 3,
  arabic: 4,
  'arabic-bracketed': 5,
  circled: 6,
};

/** Kinds that are easily mixed in one series, by the kind that comes late. */
export const mixable: Partial<Record<OrdinalKind, readonly OrdinalKind[]>> = {
  ordinal: ['sequence-word'],
  'sequence-word': ['ordinal'],
  is: ['must'],
  must: ['is'],
};

/** Kinds that are runs of sentences rather than headings. */
export const runs: ReadonlySet<OrdinalKind> = new Set(['is', 'must', 'of-them', 'sequence-word']);

/** The last item of a series. Throws for an empty one, which is never kept. */
export function lastOf(frame: Frame): OutlineItem {
  const last = frame.items.at(-1);
  if (last === undefined) throw new Error('a series has at least one item');
  return last;
}

/** Whether items of a series begin paragraphs; else it is a run inside one. */
export function isHeaded(frame: Frame): boolean {
  return frame.items.some((item) => item.place !== 'inline');
}

/** Whether an item goes on where a series stands: the next number, or the right one behind a wrong one. */
export function goesOn(frame: Frame, item: OutlineItem): boolean {
  const last = lastOf(frame);
  if (item.value === last.value + 1) return true;
  return item.value === frame.items.length + 1 && frame.items[0]?.value === 1;
}
