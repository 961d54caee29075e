import { countBefore } from '../common/lower-bound.ts';
import { type Outline, type OutlineSeries, startOf } from './outline.ts';
import type { Draft } from './types.ts';

/**
 * The lists of a draft by group, for looking up which one a reference means without visiting all of them. A group is a
 * kind of ordinal, or 第 with a counter, whatever the kind: 第句 for 第一句话.
 */
export type ListGroups = ReadonlyMap<string, ListGroup>;

/** A summary of the lists of a group, from the first to one of them. */
interface UpTo {
  /** The largest number of items. */
  readonly most: number;
  /** Whether all begin at 1 and have the right numbers. */
  readonly whole: boolean;
  /** The last line, as `lineOf` counts, in which a reference can mean one of them. */
  readonly until: number;
}

/** Lists of at least two items, in the order of the text. */
export class ListGroup {
  readonly lists: OutlineSeries[] = [];
  private readonly upTo: UpTo[] = [];
  private readonly carriers = new Map<number, OutlineSeries[]>();

  /** Adds the next list of the text; `lastLine` is the line of its last item. */
  add(series: OutlineSeries, lastLine: number): void {
    const before = this.upTo.at(-1);
    // References mean a run inside a paragraph only near it: further on, there may be points without ordinals.
    const isRun = series.items.some(({ place }) => place === 'inline');
    this.lists.push(series);
    this.upTo.push({
      most: Math.max(before?.most ?? 0, mostItems(series)),
      whole: (before?.whole ?? true) && isWhole(series),
      until: Math.max(before?.until ?? -1, isRun ? lastLine + 1 : Number.POSITIVE_INFINITY),
    });
    for (const value of new Set(series.items.map((item) => item.value))) {
      const carriers = this.carriers.get(value);
      if (carriers === undefined) this.carriers.set(value, [series]);
      // Callers only distinguish one from several.
      else if (carriers.length < 2) carriers.push(series);
    }
  }

  /** How many of the lists begin before an offset of the draft, in UTF-16 units. */
  countBefore(offset: number): number {
    return countBefore(this.lists, offset, startOf);
  }

  /** The summary of the lists that begin before an offset; null if none does. */
  before(offset: number): UpTo | null {
    return this.upTo[this.countBefore(offset) - 1] ?? null;
  }

  /** The first two lists that begin before an offset; with `value`, of those that have an item of that number. */
  firstTwo(offset: number, value?: number): OutlineSeries[] {
    const lists = value === undefined ? this.lists.slice(0, 2) : (this.carriers.get(value) ?? []);
    return lists.filter((series) => startsBefore(series, offset));
  }
}

/** 首先, 其次 may continue with 此外 and 最后. */
function mostItems({ kind, items }: OutlineSeries): number {
  return kind === 'sequence-word' ? items.length + 2 : items.length;
}

/** Whether a list begins before an offset of the draft, in UTF-16 units. */
export function startsBefore(series: OutlineSeries, offset: number): boolean {
  return startOf(series) < offset;
}

const wholes = new WeakMap<OutlineSeries, boolean>();

/** Whether a list begins at 1 and all its numbers are right; remembered, since it is called thousands of times. */
export function isWhole(series: OutlineSeries): boolean {
  const before = wholes.get(series);
  if (before !== undefined) return before;
  const whole = series.base === 1 && series.items.every((item, index) => item.value === index + 1);
  wholes.set(series, whole);
  return whole;
}

const groupsOf = new WeakMap<Outline, ListGroups>();

/** The lists of a draft by their groups; remembered per outline. */
export function listGroups(outline: Outline): ListGroups {
  const before = groupsOf.get(outline);
  if (before !== undefined) return before;
  const groups = new Map<string, ListGroup>();
  for (const series of outline.series) {
    if (series.items.length < 2) continue;
    const counter = counterOf(outline, series);
    const name = counter === '' ? series.kind : `第${counter}`;
    const group = groups.get(name) ?? new ListGroup();
    groups.set(name, group);
    group.add(series, lineOf(outline.draft, series.items.at(-1)?.paragraph ?? 0));
  }
  groupsOf.set(outline, groups);
  return groups;
}

/** The counter of a series with 第 (句 of 第一句话, 个 of 第二个启示); '' for others. */
export function counterOf({ draft }: Outline, { kind, items }: OutlineSeries): string {
  const numeral = items[0]?.numeral;
  if (numeral === undefined || kind === 'article' || draft.text.charAt(numeral.start - 1) !== '第') return '';
  const counter = draft.text.charAt(numeral.end);
  return /[点个方条项件句层步关大]/u.test(counter) ? counter : '';
}

const linesOf = new WeakMap<Draft, Uint32Array>();

/** How many paragraphs that are not blank stand before one, by its index. */
export function lineOf(draft: Draft, paragraph: number): number {
  let lines = linesOf.get(draft);
  if (lines === undefined) {
    lines = new Uint32Array(draft.paragraphs.length);
    let count = 0;
    for (const { index, text } of draft.paragraphs) {
      lines[index] = count;
      if (text.trim() !== '') count++;
    }
    linesOf.set(draft, lines);
  }
  return lines[paragraph] ?? 0;
}
