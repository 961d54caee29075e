/**
 * Lists of thousands of like items, written short: what most of them have alike (aliases: [], datesVerified: true) is
 * written once, and an item has only what differs.
 */

type Item = Readonly<Record<string, unknown>>;

/** A list without what is usual in it. */
export interface ShortList {
  /** By field that every item has: the value of most. */
  readonly usual: Item;
  readonly items: readonly Item[];
  /** The usual values in lists that items hold, by the field that holds them. */
  readonly within: Readonly<Record<string, Item>>;
}

/** Writes a list short; `inner` names fields that hold lists to be shortened, too. */
export function shorten(items: readonly Item[], inner: readonly string[]): ShortList {
  const within: Record<string, Item> = {};
  let rest = items;
  for (const field of inner) {
    const usual = usualIn(items.flatMap((item) => listOf(item[field])));
    if (Object.keys(usual).length === 0) continue;
    within[field] = usual;
    rest = rest.map((item) =>
      field in item ? { ...item, [field]: listOf(item[field]).map((one) => without(one, usual)) } : item,
    );
  }
  const usual = usualIn(rest);
  return { usual, within, items: rest.map((item) => without(item, usual)) };
}

/** The list that `shorten` wrote. Items share their usual values: nobody may change them. */
export function lengthen({ usual, within, items }: ShortList): Item[] {
  const inner = Object.entries(within);
  return items.map((item) => {
    const whole: Record<string, unknown> = { ...usual, ...item };
    for (const [field, usualOfInner] of inner) {
      const list = item[field];
      if (list !== undefined) whole[field] = listOf(list).map((one) => ({ ...usualOfInner, ...one }));
    }
    return whole;
  });
}

/** By field that every item has: the value that more than half of them have, if it is no object and no filled list. */
function usualIn(items: readonly Item[]): Item {
  const usual: Record<string, unknown> = {};
  for (const [field, first] of Object.entries(items[0] ?? {})) {
    const counts = new Map<string, number>();
    for (const item of items) {
      const text = plain(item[field]);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    // An item without the field would be given it.
    if (first === undefined || counts.has('')) continue;
    const [value, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
    if (value !== filled && count * 2 > items.length) usual[field] = JSON.parse(value);
  }
  return usual;
}

function without(item: Item, usual: Item): Item {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([field, value]) => !(Object.hasOwn(usual, field) && plain(usual[field]) === plain(value)),
    ),
  );
}

const filled = 'filled';

/** A value as JSON if it is short to write: '' for none, `filled` for an object or a list with items. */
function plain(value: unknown): string {
  if (value === undefined) return '';
  const isLarge =
    typeof value === 'object' && value !== null && !(Array.isArray(value) && value.length === 0);
  return isLarge ? filled : JSON.stringify(value);
}

function listOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value : [];
}
