import {
  type Dice,
  isHeading,
  type OtherForm,
  oneOf,
  otherBrackets,
  otherKinds,
  otherLevels,
  otherMarks,
  type StyleName,
  styleOf,
} from './draft-styles.ts';
import type { Kind } from './numbering-oracle.ts';
import type { Item, List, Whole } from './right-drafts.ts';

/** The kinds of damage, in the order in which they are applied. */
export const damages = [
  'left-out',
  'twice',
  'swapped',
  'number',
  'shifted',
  'restart',
  'kind',
  'level',
  'mark',
  'bracket',
  'joined',
  'count',
  'reference',
] as const;
export type Damage = (typeof damages)[number];

/** The place of a list. */
interface Place {
  readonly list: List;
  /** The lists around it with the items that contain it, the innermost first. */
  readonly around: readonly { readonly list: List; readonly item: Item }[];
}

/** A draft being damaged, and the damage so far. */
export interface Damaging {
  readonly draft: Whole;
  readonly dice: Dice;
  /** The damaged items by list. */
  readonly faults: Map<List, Item[]>;
  /** Lists that must not be damaged further. */
  readonly closed: Set<List>;
  /** True if a repair may leave what is reported. */
  stays: boolean;
}

export function damaging(draft: Whole, dice: Dice): Damaging {
  return { draft, dice, faults: new Map(), closed: new Set(), stays: false };
}

/** All lists of a draft with their places, in the order of the text. */
export function placesOf(draft: Whole): Place[] {
  const found: Place[] = [];
  const walk = (place: Place): void => {
    found.push(place);
    for (const item of place.list.items) {
      for (const list of item.below) walk({ list, around: [{ list: place.list, item }, ...place.around] });
    }
  };
  for (const { list } of draft.sections) walk({ list, around: [] });
  return found;
}

/**
 * Damages a draft in place. Returns the place; null if no list can be damaged so and still be told from a right one.
 */
export function damage(work: Damaging, kind: Damage): string | null {
  if (kind === 'reference') return beyond(work);
  const { draft, dice, faults, closed } = work;
  const open = placesOf(draft).filter(({ list }) => !closed.has(list));
  // A second fault is often in the same list.
  const again = open.filter(({ list }) => faults.has(list));
  const pool = again.length > 0 && dice(10) < 3 ? again : open;
  for (let tries = 0; tries < 12 && pool.length > 0; tries++) {
    const place = oneOf(dice, pool);
    if (kind === 'count') {
      if (miscount(place.list, dice)) return `${place.list.style} count`;
      continue;
    }
    const done = faults.get(place.list) ?? [];
    const { length } = place.list.items;
    // If every second item is wrong, the right reading is unknown.
    if (done.length + 1 > Math.max(1, Math.floor((length - 1) / 2))) continue;
    const shows = spoilers[kind](work, place);
    if (shows === null) continue;
    const now: readonly Item[] = [shows].flat();
    faults.set(place.list, [...done, ...now]);
    return `${place.list.style} ${now.map((item) => place.list.items.indexOf(item) + 1).join(' and ')}`;
  }
  return null;
}

function miscount({ count, items }: List, dice: Dice): boolean {
  if (count === null) return false;
  const value = Math.max(2, items.length + oneOf(dice, [-2, -1, 1, 2]));
  if (value === items.length) return false;
  count.value = value;
  return true;
}

/** Makes the last sentence name an item that no list has. */
function beyond({ draft, dice }: Damaging): string | null {
  const { reference, sections } = draft;
  if (reference === null) return null;
  reference.value = Math.max(...sections.map(({ list }) => longest(list))) + 1 + dice(3);
  reference.beyond = true;
  return `reference to ${reference.value}`;
}

function longest({ items }: List): number {
  return Math.max(items.length, ...items.flatMap(({ below }) => below.map(longest)));
}

/** Damages a list in one way. Returns the item or items at which it shows; null if that is impossible. */
type Spoiler = (work: Damaging, place: Place) => Item | readonly Item[] | null;

const spoilers: Record<Exclude<Damage, 'count' | 'reference'>, Spoiler> = {
  'left-out': leaveOut,
  twice,
  swapped: swap,
  number: renumber,
  shifted: shift,
  restart,
  kind: (work, place) => reform(work, place, otherKinds),
  level: (work, place) => reform(work, place, otherLevels),
  mark: (work, place) => remark(work, place, otherMarks),
  bracket: (work, place) => remark(work, place, otherBrackets),
  joined: join,
};

function isNumbered({ style }: List): boolean {
  return style !== 'word' && style !== 'wordRun';
}

/** The first place where a number may be wrong: without a right 一是 the list cannot be recognised. */
function firstPlace({ style, items }: List): number {
  return isHeading(style) && items.length >= 4 ? 0 : 1;
}

/** A random place of a list between two places; null if its neighbours are damaged already. */
function pick({ dice, faults }: Damaging, list: List, first: number, last: number): number | null {
  if (last < first) return null;
  const at = first + dice(last - first + 1);
  const done = (faults.get(list) ?? []).map((item) => list.items.indexOf(item));
  return done.every((other) => Math.abs(other - at) > 1) ? at : null;
}

/** Closes the lists whose items would explain the damage in those below them. */
function closeAround({ closed, faults }: Damaging, { around }: Place): boolean {
  if (around.some(({ list }) => faults.has(list))) return false;
  for (const { list } of around) closed.add(list);
  return true;
}

function leaveOut(work: Damaging, { list }: Place): Item | null {
  const { items, count } = list;
  if (!isNumbered(list) || items.length < 3) return null;
  // A missing last item shows only if the number was announced.
  const at = pick(work, list, firstPlace(list), items.length - (count === null ? 2 : 1));
  const item = at === null ? undefined : items[at];
  if (at === null || item === undefined || item === work.draft.reference?.item) return null;
  // A line that addresses the listeners must not stand before the first item.
  if (at === 0 && items[1]?.address !== null) return null;
  items.splice(at, 1);
  return items[at] ?? items.at(-1) ?? null;
}

function twice(work: Damaging, { list }: Place): Item | null {
  const { items } = list;
  if (!isNumbered(list) || items.length < 3) return null;
  const at = pick(work, list, firstPlace(list), items.length - 1);
  const item = at === null ? undefined : items[at];
  if (at === null || item === undefined || item === work.draft.reference?.item) return null;
  const added = { ...item, words: `${item.words}之余事`, below: [], address: null };
  items.splice(at + 1, 0, added);
  return added;
}

function swap(work: Damaging, { list }: Place): readonly Item[] | null {
  const { items } = list;
  if (!isNumbered(list) || items.length < 4) return null;
  const apart = items.length >= 6 && work.dice(4) === 0 ? 2 : 1;
  const at = pick(work, list, firstPlace(list), items.length - 1 - apart);
  if (at === null) return null;
  const [one, other] = [items[at], items[at + apart]];
  if (one === undefined || other === undefined) return null;
  // A line that addresses the listeners must not stand before the first item.
  if (one.address !== null || other.address !== null) return null;
  if (pickedNear(work, list, at + apart)) return null;
  items[at] = other;
  items[at + apart] = one;
  return [other, one];
}

function pickedNear({ faults }: Damaging, list: List, at: number): boolean {
  return (faults.get(list) ?? []).some((item) => Math.abs(list.items.indexOf(item) - at) <= 1);
}

function renumber(work: Damaging, { list }: Place): Item | null {
  const { items } = list;
  if (!isNumbered(list) || items.length < 3) return null;
  const at = pick(work, list, firstPlace(list), items.length - 1);
  const item = at === null ? undefined : items[at];
  if (item === undefined) return null;
  // A second 一是 begins a list, and so does 一、 behind an address.
  const least = isHeading(list.style) && item.address === null ? 1 : 2;
  const value = least + work.dice(items.length + 4 - least);
  if (value === item.value || value === items.indexOf(item) + 1) return null;
  item.value = value;
  return item;
}

function shift(work: Damaging, { list }: Place): Item | null {
  const { items } = list;
  if (!isNumbered(list) || items.length < 3) return null;
  const at = pick(work, list, firstPlace(list), items.length - 1);
  if (at === null) return null;
  for (const item of items.slice(at)) item.value += 1;
  return items[at] ?? null;
}

function restart(work: Damaging, place: Place): Item | null {
  const { list } = place;
  const { items, style } = list;
  if (!isHeading(style) || items.length < 4) return null;
  const at = pick(work, list, 2, items.length - 1);
  const item = at === null ? undefined : items[at];
  // Behind an address a new speech may begin; and if 二、 is lost above, （一） rightly begins again.
  if (at === null || item === undefined || item.address !== null) return null;
  if (!closeAround(work, place)) return null;
  items.slice(at).forEach((one, index) => {
    one.value = index + 1;
  });
  return item;
}

function reform(
  work: Damaging,
  place: Place,
  formsOf: (style: StyleName, value: number) => OtherForm[],
): Item | null {
  const { list, around } = place;
  const { items, style } = list;
  if (items.length < 3) return null;
  // At the beginning or the end of a list, another kind is another list.
  const at = pick(work, list, 1, items.length - 2);
  const item = at === null ? undefined : items[at];
  const before = at === null ? undefined : items[at - 1];
  if (at === null || item === undefined || before === undefined || item.written !== null) return null;
  const { value } = item;
  if (value === 1) return null;
  const forms = formsOf(style, value).filter(({ kind }) => {
    const goesOn = around.some(({ list: other, item: holder }) => {
      const ahead = [holder.value + 1, other.items.indexOf(holder) + 2];
      return styleOf(other.style).kind === kind && ahead.includes(value);
    });
    return !goesOn && !endsAt(before, kind, value - 1) && !item.below.some((one) => isOf(one, kind));
  });
  if (forms.length === 0) return null;
  const form = oneOf(work.dice, forms);
  item.written = form.text;
  item.also = (form.also ?? []).map((one) => one.replace(/^[^是要]+/u, '#'));
  if (form.stays === true) work.stays = true;
  return item;
}

function isOf({ style }: List, kind: Kind): boolean {
  return styleOf(style).kind === kind;
}

/** Whether a list of this kind below an item ends at this number, so that the next item would continue it. */
function endsAt({ below }: Item, kind: Kind, value: number): boolean {
  return below.some(({ style, items }) => {
    const ends = [items.length, items.at(-1)?.value];
    if (styleOf(style).kind === kind && ends.includes(value)) return true;
    const last = items.at(-1);
    return last !== undefined && endsAt(last, kind, value);
  });
}

function remark(
  work: Damaging,
  { list }: Place,
  formsOf: (style: StyleName, ordinal: string) => string[],
): Item | null {
  const { items, style } = list;
  const sure = isHeading(style) || style === 'arabicBracketed';
  if (items.length < (sure ? 2 : 3)) return null;
  const at = pick(work, list, 0, items.length - 1);
  const item = at === null ? undefined : items[at];
  if (item === undefined || item.written !== null) return null;
  const forms = formsOf(style, styleOf(style).write(item.value));
  if (forms.length === 0) return null;
  item.written = oneOf(work.dice, forms);
  return item;
}

function join(work: Damaging, place: Place): Item | null {
  const { list } = place;
  const { items, style } = list;
  const searchable = ['chinese', 'bracketed', 'arabic', 'arabicBracketed'].includes(style);
  if (!searchable || items.length < 3 || work.faults.has(list)) return null;
  const at = pick(work, list, 1, items.length - 2);
  const item = at === null ? undefined : items[at];
  if (item === undefined) return null;
  item.joined = true;
  work.stays = true;
  work.closed.add(list);
  return item;
}
