import type { Finding } from '../../lib/rules/types.ts';
import type { Group, Listed } from './listing.ts';

/** From this number on, findings that are alike are listed as one. */
const fewest = 4;

/**
 * The list with findings that are alike folded into one card each, where the first of them stands: those of one rule
 * with the same words and the same first fix. Takes them in text order; `text` is what their offsets are of.
 */
export function folded(items: readonly Listed[], text: string): Listed[] {
  const names = new Map(items.map((item) => [item, nameOf(item.finding, text)]));
  const alike = new Map<string, Listed[]>();
  for (const [item, name] of names) {
    if (name === null) continue;
    const list = alike.get(name);
    if (list === undefined) alike.set(name, [item]);
    else list.push(item);
  }
  return items.flatMap((item) => {
    const name = names.get(item) ?? '';
    const list = alike.get(name) ?? [];
    if (list.length < fewest) return [item];
    return list[0] === item ? [{ key: `alike:${name}`, finding: item.finding, alike: list }] : [];
  });
}

/** Puts the single findings in the place of each card whose key is among `open`. */
export function unfolded(groups: readonly Group[], open: ReadonlySet<string>): Group[] {
  return groups.map((group) => ({
    ...group,
    items: group.items.flatMap((item) =>
      item.alike !== undefined && open.has(item.key)
        ? item.alike.map((one, index) => ({ ...one, under: { card: item, first: index === 0 } }))
        : [item],
    ),
  }));
}

/** The findings that stops of the list stand for. */
export function findingsOf(items: readonly Listed[]): readonly Finding[] {
  return items.flatMap((item) => (item.alike ?? [item]).map(({ finding }) => finding));
}

/** The words of findings that are alike, each once, the most frequent first. */
export function wordsOf(alike: readonly Listed[], text: string): string[] {
  const counts = new Map<string, number>();
  for (const { finding } of alike) {
    const words = text.slice(finding.start, finding.end);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words);
}

/** What findings that are alike have in common; null for one that is like no other. */
function nameOf({ rule, start, end, fixes, asks }: Finding, text: string): string | null {
  const words = text.slice(start, end);
  if (words === '' || asks !== undefined) return null;
  if (rule === 'placeholder') return `${rule}:${withoutLength(words)}`;
  // The same ordinal is put right in another way at each place.
  return `${rule}:${words}:${fixes[0]?.label ?? ''}`;
}

/** One character for a run of it: **, *** and **** are blanks of one kind. */
function withoutLength(words: string): string {
  const [first = '', ...others] = words;
  return others.every((one) => one === first) ? first : words;
}
