import { readCandidates } from './candidates.ts';
import type { OrdinalKind } from './ordinals.ts';
import { OutlineBuilder } from './outline-builder.ts';
import type { Frame } from './outline-frames.ts';
import { mergeRestarts } from './outline-restarts.ts';
import { separateLists } from './separate-lists.ts';
import type { Draft, Span } from './types.ts';

/**
 * Where an ordinal stands: a heading of its own line, one that runs on into text, inside a paragraph, or a heading
 * that lost its line break and stands inside the paragraph before. 'auto': the editor numbers it; it is no part of
 * the text and is never changed.
 */
export type Place = 'own-line' | 'run-in' | 'inline' | 'embedded' | 'auto';

/** One ordinal of the draft. Offsets are UTF-16 units of the draft. */
export interface OutlineItem {
  readonly kind: OrdinalKind;
  readonly value: number;
  readonly place: Place;
  /** False when it stands behind a mere comma. */
  readonly sure: boolean;
  /** With its brackets, 第 or 是: （三）, 第三, 三是. */
  readonly ordinal: Span;
  /** The number alone. */
  readonly numeral: Span;
  /** What stands behind it; empty where nothing does. */
  readonly mark: Span;
  readonly markText: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** The beginning of the heading, ordinal included. */
  readonly title: string;
}

/** A run of ordinals of one kind in one scope. */
export interface OutlineSeries {
  readonly kind: OrdinalKind;
  readonly items: readonly OutlineItem[];
  /** The item under which it stands; null at the top. */
  readonly parent: OutlineItem | null;
  /** The number its first item ought to carry: 1, or its own where the beginning is not seen. */
  readonly base: number;
  /** Items that begin again at a smaller number though nothing introduces a new list. */
  readonly restarts: ReadonlySet<OutlineItem>;
  /** True when it goes on counting from the series under the heading before: （三） first under a new 二、. */
  readonly continued: boolean;
  /** True when it is of a higher level than what holds it: 一、 under （一）. */
  readonly inverted: boolean;
}

export interface Outline {
  readonly draft: Draft;
  /** In the order of their first items. */
  readonly series: readonly OutlineSeries[];
}

const known = new WeakMap<Draft, Outline>();

/** Takes a draft and returns its series of ordinals. Linear in the draft's length; remembered per draft object. */
export function parseOutline(draft: Draft): Outline {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const builder = new OutlineBuilder(draft);
  for (const candidate of readCandidates(draft)) builder.take(candidate);
  const frames = mergeRestarts(builder);
  const runsOn = countsThrough(frames);
  const placed = frames.map((frame) => finish(draft, frame, frame.continued && !runsOn));
  const lists = separateLists(draft, placed);
  const series = lists.length === 0 ? placed : [...placed, ...lists].sort((a, b) => startOf(a) - startOf(b));
  const outline = { draft, series };
  known.set(draft, outline);
  return outline;
}

function startOf(series: OutlineSeries): number {
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

const headingKinds: ReadonlySet<OrdinalKind> = new Set([
  'part',
  'chapter',
  'section',
  'chinese',
  'chinese-bracketed',
]);
const excerpt = /节选|摘要|摘编|摘录|选段/u;

const none: ReadonlySet<OutlineItem> = new Set();

/** （一） runs on through all 一、: then that is how the draft counts. At least two, and none that begins again. */
function countsThrough(frames: readonly Frame[]): boolean {
  const bracketed = frames.filter(
    (frame) => frame.kind === 'chinese-bracketed' && frame.parent?.kind === 'chinese',
  );
  const continued = bracketed.filter((frame) => frame.continued).length;
  return continued >= 2 && continued === bracketed.length - 1;
}

function finish(draft: Draft, frame: Frame, continued: boolean): OutlineSeries {
  const { kind, items, parent, inverted } = frame;
  const restarts = frame.restarts ?? none;
  return { kind, items, parent, restarts, continued, inverted, base: baseOf(draft, frame, continued) };
}

function baseOf(draft: Draft, frame: Frame, continued: boolean): number {
  const first = frame.items[0]?.value ?? 1;
  if (first === 1) return 1;
  // 二、二、三、: the later numbers vouch for a beginning at 1.
  if (frame.items.some((item, index) => index > 0 && item.value === index + 1)) return 1;
  if (!draft.complete) return first;
  if (continued) return 1;
  const missesOne = first === 2 && frame.items.length > 1 && headingKinds.has(frame.kind);
  return missesOne && !frame.orphaned && !excerpt.test(draft.text.slice(0, 400)) ? 1 : first;
}
