import { mixed } from '../../common/hash.ts';
import type { Candidate } from '../ordinal-candidates.ts';
import type { OrdinalKind } from '../ordinals.ts';
import type { SequenceFault } from '../outline-types.ts';
import costs from './costs.json' with { type: 'json' };
import { rankOf, throughKinds } from './ordinal-kinds.ts';

/** Properties of a series so far, one bit each. */
export const flags = {
  /** Some of its items begin paragraphs; else it is a run inside one. */
  headed: 1,
  /** Its items are neither all in their own lines nor all before text. */
  uneven: 2,
  /** The last item has the next one's number: the two may be swapped. */
  ahead: 4,
  /** An item is missing directly before the next one. */
  leftOut: 8,
  /** It began again by mistake: its numbers do not give the number of its items. */
  restarted: 16,
  /** 最后 was said. */
  ended: 32,
  /** Words directly before it introduce it. */
  introduced: 64,
} as const;

/** An open series and those above it. Immutable: with one more item it is a new object. */
export class Frame {
  readonly depth: number;
  readonly hash: number;

  constructor(
    readonly kind: OrdinalKind,
    readonly shape: string,
    readonly below: Frame | null,
    /** Index of the candidate that begins it, and of the last one so far. */
    readonly first: number,
    readonly last: number,
    readonly count: number,
    /** The right number of its first item. */
    readonly base: number,
    /** By how much the numbers in the text are ahead of the right ones. */
    readonly shift: number,
    /** How many items the words before it announce; 0 if none. */
    readonly announced: number,
    readonly flags: number,
  ) {
    this.depth = below === null ? 1 : below.depth + 1;
    const identity = numberOf(kind, shape) * 1024 + announced;
    const counted = count * 4096 + base * 64 + shift;
    this.hash = mixed(mixed(mixed(below === null ? 3 : below.hash, last), counted), identity * 128 + flags);
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** Whether it is of this kind and shape. */
  is(kind: OrdinalKind, shape: string): boolean {
    return this.kind === kind && this.shape === shape;
  }

  /** The number that would continue those in the text. */
  get next(): number {
    return this.base + this.count + this.shift;
  }

  /** The series with one more item. `shift` is that of the numbers from this one on. */
  grown(candidate: Candidate, at: number, shift: number, alike: boolean): Frame {
    const { value } = candidate.item;
    let newFlags = this.flags & ~(flags.ahead | flags.leftOut);
    if (candidate.heading) newFlags |= flags.headed;
    if (!alike) newFlags |= flags.uneven;
    if (value === this.base + this.count + shift + 1) newFlags |= flags.ahead;
    if (value === 1 && shift < this.shift) newFlags |= flags.restarted;
    if (candidate.last) newFlags |= flags.ended;
    const { kind, shape, below, first, count, base, announced } = this;
    return new Frame(kind, shape, below, first, at, count + 1, base, shift, announced, newFlags);
  }

  /** The series with an item missing behind its last one. */
  withGap(): Frame {
    return this.copied(this.below, this.shift + 1, this.flags | flags.leftOut);
  }

  /** The closed series, opened again under another heading. */
  reopened(below: Frame | null): Frame {
    return this.copied(below, this.shift, this.flags);
  }

  private copied(below: Frame | null, shift: number, newFlags: number): Frame {
    const { kind, shape, first, last, count, base, announced } = this;
    return new Frame(kind, shape, below, first, last, count, base, shift, announced, newFlags);
  }

  /** The cost of ending it: of a single heading, of a count that is announced but not reached. */
  costOfClosing(complete: boolean): number {
    const { announced, count, shift } = this;
    let cost = 0;
    if (count === 1) {
      if (rankOf(this.kind) === null) cost += costs.singleRun;
      else if (this.has(flags.headed))
        cost += this.has(flags.introduced) ? costs.singleIntroduced : costs.single;
      if (this.base > 1 && this.has(flags.headed)) cost += costs.loneOrphan;
    }
    if (announced === 0 || announced === count || !complete) return cost;
    // A count that was right before items were left out or inserted is the same fault.
    return !this.has(flags.restarted) && announced === count + shift ? cost : cost + costs.announced;
  }
}

/** A list of the series that closed last, one per kind. */
export interface Closed {
  readonly frame: Frame;
  readonly before: Closed | null;
  readonly hash: number;
}

/** A reading of the candidates so far. */
export class State {
  readonly hash: number;
  /** The cheapest other reading that leaves the same series open, and by how much it costs more. */
  other: { readonly state: State; readonly dearer: number } | null = null;

  constructor(
    readonly from: State | null,
    readonly cost: number,
    readonly top: Frame | null,
    readonly closed: Closed | null,
    /** Two bits per kind of `throughKinds`: its lists begin again (1) or count on (2) under the next heading. */
    readonly habits: number,
    /** Index of the candidate that begins the series of the last one; -1 if that is no ordinal. */
    readonly series: number,
    readonly fault: SequenceFault | null,
  ) {
    this.hash = mixed(mixed(top === null ? 1 : top.hash, closed === null ? 2 : closed.hash), habits);
  }
}

/** The state before the first candidate. */
export const startState = new State(null, 0, null, null, 0, -1, null);

const numbers = new Map<string, Map<string, number>>();
let given = 0;

/** A small number for a kind with its shape. */
function numberOf(kind: OrdinalKind, shape: string): number {
  let shapes = numbers.get(kind);
  if (shapes === undefined) {
    shapes = new Map();
    numbers.set(kind, shapes);
  }
  let number = shapes.get(shape);
  if (number === undefined) {
    number = ++given;
    shapes.set(shape, number);
  }
  return number;
}

/** Adds a series that ends to those closed, if its kind may count on under the next heading. */
function closeFrame(closed: Closed | null, frame: Frame): Closed | null {
  return throughKinds.includes(frame.kind) ? remember(without(closed, frame.kind), frame) : closed;
}

function remember(before: Closed | null, frame: Frame): Closed {
  return { frame, before, hash: mixed(before === null ? 5 : before.hash, frame.hash) };
}

function without(closed: Closed | null, kind: OrdinalKind): Closed | null {
  if (closed === null) return null;
  if (closed.frame.kind === kind) return closed.before;
  const before = without(closed.before, kind);
  return before === closed.before ? closed : remember(before, closed.frame);
}

/** The cost of closing all series above one (null: all open series), so that it can continue. */
export function costAbove({ top }: State, frame: Frame | null, complete: boolean): number {
  let cost = 0;
  for (let one = top; one !== frame && one !== null; one = one.below) cost += one.costOfClosing(complete);
  return cost;
}

/** The closed series after that. */
export function closedAbove({ top, closed }: State, frame: Frame | null): Closed | null {
  let result = closed;
  for (let one = top; one !== frame && one !== null; one = one.below) result = closeFrame(result, one);
  return result;
}
