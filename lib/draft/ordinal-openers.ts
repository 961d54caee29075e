import type { OrdinalKind } from './ordinal-shapes.ts';
import type { Span } from './types.ts';

/** What of an ordinal is asked here. */
interface Numbered {
  readonly kind: OrdinalKind;
  readonly value: number;
  readonly shape: string;
  readonly last?: true;
  readonly certainty: string;
  readonly ordinal: Span;
}

/** Kinds that continue each other in speeches: 一是…二要…, 首先…第二…. */
const family: Partial<Record<OrdinalKind, OrdinalKind>> = { must: 'is', 'sequence-word': 'ordinal' };

/**
 * Adds the ordinals with no mark before them that the others of their paragraph continue: 一是 in 教育一是建校；二是引才.
 * Such a one counts only if with it, and others like it, the numbers before an ordinal run on from 1 or from the ordinal
 * before. Takes ordinals in order of place, what begins the paragraph, and all those without a mark, which are asked for
 * only if a number is missing. Linear in the number of both.
 */
export function withUnmarked<T extends Numbered>(
  found: readonly T[],
  head: () => T | null,
  unmarked: () => readonly T[],
): T[] {
  if (lacking(found, null).size === 0) return [...found];
  const first = head();
  const lacks = lacking(found, first);
  if (lacks.size === 0) return [...found];
  const others = unmarked();
  if (others.length === 0) return [...found];
  const last = new Map<string, number>();
  if (first !== null) last.set(keyOf(first), first.value);
  const waiting = new Map<string, T[]>();
  const all: T[] = [];
  let next = 0;
  for (const ordinal of found) {
    const { start } = ordinal.ordinal;
    for (let one = others[next]; one !== undefined && one.ordinal.start < start; one = others[++next]) {
      const key = keyOf(one);
      const list = waiting.get(key);
      if (list === undefined) waiting.set(key, [one]);
      else list.push(one);
    }
    const key = keyOf(ordinal);
    if (lacks.has(ordinal))
      all.push(...chainBefore(ordinal.value, last.get(key) ?? 0, waiting.get(key) ?? []));
    all.push(ordinal);
    waiting.delete(key);
    last.set(key, ordinal.value);
  }
  return all.sort((a, b) => a.ordinal.start - b.ordinal.start);
}

/**
 * The ordinals beyond 1 that do not follow the one before of their kind. One behind a mere comma (他一要证据、二要证人)
 * counts only if it is followed by the next.
 */
function lacking<T extends Numbered>(found: readonly T[], head: T | null): ReadonlySet<T> {
  const last = new Map<string, T>();
  if (head !== null) last.set(keyOf(head), head);
  const all = new Set<T>();
  const alone = new Set<T>();
  for (const one of found) {
    const key = keyOf(one);
    const before = last.get(key);
    if (before !== undefined && before.value === one.value - 1) alone.delete(before);
    else if (one.last !== true && one.value > 1) {
      all.add(one);
      if (one.certainty === 'clause') alone.add(one);
    }
    last.set(key, one);
  }
  for (const one of alone) all.delete(one);
  return all;
}

/** Of what stands between two ordinals, the numbers that lead from 1, or from the last one, to a value; else nothing. */
function chainBefore<T extends Numbered>(value: number, last: number, between: readonly T[]): T[] {
  const chain: T[] = [];
  let wanted = value - 1;
  for (let at = between.length - 1; at >= 0 && wanted > 0 && wanted !== last; at--) {
    const one = between[at];
    if (one?.value !== wanted) continue;
    chain.push(one);
    wanted--;
  }
  return chain.length > 0 && (wanted === 0 || wanted === last) ? chain : [];
}

function keyOf({ kind, shape }: Numbered): string {
  return `${family[kind] ?? kind}${shape}`;
}
