import type { Automaton } from './automaton.ts';

/** A node whose children have no place yet: the sorted keys [from, to) share their first `depth` characters. */
interface Pending {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** How many free slots are tried for a node with several children before it goes to the end of the array. */
const MAX_TRIES = 2_000;

/** The growing node array and the linked list of its free slots. */
class Slots {
  nodes = new Int32Array(0);
  /** One past the last slot in use. */
  private used = 0;
  private next = new Int32Array(0);
  private previous = new Int32Array(0);
  private head = -1;
  private tail = -1;

  constructor(reserved: number) {
    this.grow(Math.max(1024, reserved * 2), reserved);
    this.used = reserved;
  }

  private grow(capacity: number, firstFree: number): void {
    const widen = (old: Int32Array, size: number) => {
      const wider = new Int32Array(size);
      wider.set(old);
      return wider;
    };
    this.nodes = widen(this.nodes, capacity * 4);
    this.next = widen(this.next, capacity);
    this.previous = widen(this.previous, capacity);
    for (let slot = firstFree; slot < capacity; slot++) {
      this.nodes[slot * 4 + 1] = -1;
      this.previous[slot] = this.tail;
      this.next[slot] = -1;
      if (this.tail === -1) this.head = slot;
      else this.next[this.tail] = slot;
      this.tail = slot;
    }
  }

  private isFree(slot: number): boolean {
    return slot * 4 >= this.nodes.length || this.nodes[slot * 4 + 1] === -1;
  }

  /** Finds a base at which the slots of children with these character numbers (ascending) are free. */
  findBase(codes: readonly number[]): number {
    const lowest = codes[0] as number;
    let tries = 0;
    for (let slot = this.head; slot !== -1 && tries < MAX_TRIES; slot = this.next[slot] as number) {
      const base = slot - lowest;
      if (base < 0) continue;
      if (codes.every((code) => this.isFree(base + code))) return base;
      tries++;
    }
    return Math.max(this.used, lowest) - lowest;
  }

  take(slot: number, parent: number): void {
    const capacity = this.nodes.length / 4;
    if (slot >= capacity) this.grow(Math.max(slot + 1, capacity * 2), capacity);
    const before = this.previous[slot] as number;
    const after = this.next[slot] as number;
    if (before === -1) this.head = after;
    else this.next[before] = after;
    if (after === -1) this.tail = before;
    else this.previous[after] = before;
    this.nodes[slot * 4 + 1] = parent;
    if (slot >= this.used) this.used = slot + 1;
  }

  /** The nodes in use and `room` free ones behind them, so that base + code always lies inside the array. */
  trimmed(room: number): Int32Array {
    const nodes = new Int32Array((this.used + room) * 4);
    nodes.set(this.nodes.subarray(0, this.used * 4));
    for (let slot = this.used; slot * 4 < nodes.length; slot++) nodes[slot * 4 + 1] = -1;
    return nodes;
  }
}

/**
 * Numbers the characters: those that begin a key first, frequent ones before rare ones, so that the array stays
 * dense.
 */
function numberCharacters(keys: readonly string[]): { alphabet: Uint16Array; first: number } {
  const counts = new Map<number, number>();
  const beginnings = new Set<number>();
  for (const key of keys) {
    beginnings.add(key.charCodeAt(0));
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  }
  const units = [...counts].sort(([unitA, countA], [unitB, countB]) => {
    const order = Number(beginnings.has(unitB)) - Number(beginnings.has(unitA));
    return order || countB - countA || unitA - unitB;
  });
  return { alphabet: Uint16Array.from(units, ([unit]) => unit), first: beginnings.size };
}

/**
 * Builds the automaton for keys, each of 1 to 65,535 UTF-16 units and no two alike; a key's number is its place.
 * Throws a RangeError for a key that is empty, too long or repeated.
 */
export function buildAutomaton(keys: readonly string[]): Automaton {
  for (const key of keys) {
    if (key.length === 0 || key.length > 65_535) throw new RangeError('A key is empty or too long.');
  }
  const { alphabet, first } = numberCharacters(keys);
  const codeOf = new Map<number, number>();
  alphabet.forEach((unit, i) => {
    codeOf.set(unit, i + 1);
  });
  const keyLength = Uint16Array.from(keys, (key) => key.length);
  const keySuffix = new Int32Array(keys.length);
  const order = keys.map((_, i) => i);
  // By code unit, so that keys with a common beginning are adjacent.
  order.sort((a, b) => compare(keys[a] as string, keys[b] as string));
  const keyAt = (place: number) => keys[order[place] as number] as string;

  const slots = new Slots(first + 1);
  for (let code = 1; code <= first; code++) slots.nodes[code * 4 + 1] = 0;
  slots.nodes[1] = -1;

  // Breadth first: all shallower nodes have their children by then, so failure links can be followed.
  const pending: Pending[] = [{ node: 0, from: 0, to: keys.length, depth: 0 }];
  for (let at = 0; at < pending.length; at++) {
    const { node, depth, to } = pending[at] as Pending;
    let from = (pending[at] as Pending).from;
    // The output of the failure node, which is shallower, is known already.
    let output = node === 0 ? 0 : (slots.nodes[(slots.nodes[node * 4 + 2] as number) * 4 + 3] as number);
    if (from < to && keyAt(from).length === depth) {
      const key = order[from] as number;
      keySuffix[key] = output;
      output = key + 1;
      from++;
      if (from < to && keyAt(from).length === depth) throw new RangeError(`Key repeated: ${keyAt(from)}`);
    }
    slots.nodes[node * 4 + 3] = output;
    if (from === to) continue;

    const groups = groupByUnit(keyAt, from, to, depth, codeOf);
    const base = node === 0 ? 0 : slots.findBase(groups.map((group) => group.code));
    slots.nodes[node * 4] = base;
    for (const group of groups) {
      const child = base + group.code;
      if (node !== 0) {
        slots.take(child, node);
        const failure = slots.nodes[node * 4 + 2] as number;
        slots.nodes[child * 4 + 2] = failureOf(slots.nodes, first, failure, group.code);
      }
      pending.push({ node: child, from: group.from, to: group.to, depth: depth + 1 });
    }
  }
  return { alphabet, first, nodes: slots.trimmed(alphabet.length + 1), keyLength, keySuffix };
}

/** Groups the sorted keys [from, to) by their unit at `depth`, in the order of the numbers of their characters. */
function groupByUnit(
  keyAt: (place: number) => string,
  from: number,
  to: number,
  depth: number,
  codeOf: ReadonlyMap<number, number>,
): { readonly code: number; readonly from: number; readonly to: number }[] {
  const groups: { code: number; from: number; to: number }[] = [];
  for (let at = from; at < to; ) {
    const unit = keyAt(at).charCodeAt(depth);
    let end = at + 1;
    while (end < to && keyAt(end).charCodeAt(depth) === unit) end++;
    groups.push({ code: codeOf.get(unit) ?? 0, from: at, to: end });
    at = end;
  }
  return groups.sort((a, b) => a.code - b.code);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The node reached by a character from `node`, else from its failure nodes. */
function failureOf(nodes: Int32Array, first: number, node: number, code: number): number {
  let at = node;
  while (at !== 0) {
    const child = (nodes[at * 4] as number) + code;
    if (nodes[child * 4 + 1] === at) return child;
    at = nodes[at * 4 + 2] as number;
  }
  return code <= first ? code : 0;
}
