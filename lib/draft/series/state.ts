import { mixed } from '../../common/hash.ts';
import type { Candidate } from '../candidates.ts';
import type { OrdinalKind } from '../ordinals.ts';
import type { SequenceFault } from '../outline-types.ts';
import costs from './costs.json' with { type: 'json' };
import { rankOf, throughKinds } from './kinds.ts';

/** What is true of a series so far, a bit each. */
export const flags = {
  /** Items of it begin paragraphs; else it is a run inside one. */
  headed: 1,
  /** Its items stand neither all in lines of their own nor all before text. */
  uneven: 2,
  /** The last item bears the next one's number: the two may have changed places. */
  ahead: 4,
  /** An item was left out right before the next one. */
  leftOut: 8,
  /** It began again by mistake: its numbers tell nothing of how many items it has. */
  restarted: 16,
  /** 最后 was said. */
  ended: 32,
  /** Words right before it introduce it. */
  introduced: 64,
} as const;

/** A series that is open, and those that hold it. Never changed: a longer one is a new one. */
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
    /** By how much the numbers as written are ahead of the right ones. */
    readonly shift: number,
    /** How many items the words before it announce; 0: none. */
    readonly announced: number,
    readonly flags: number,
  ) {
    this.depth = below === null ? 1 : below.depth + 1;
    const own = numberOf(kind, shape) * 1024 + announced;
    const counted = count * 4096 + base * 64 + shift;
    this.hash = mixed(mixed(mixed(below === null ? 3 : below.hash, last), counted), own * 128 + flags);
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** Whether ordinals of this kind and shape are its own. */
  is(kind: OrdinalKind, shape: string): boolean {
    return this.kind === kind && this.shape === shape;
  }

  /** The number that would go on from what is written. */
  get next(): number {
    return this.base + this.count + this.shift;
  }

  /** The series with one more item. `shift` is that of the numbers from this one on. */
  grown(candidate: Candidate, at: number, shift: number, alike: boolean): Frame {
    const { value } = candidate.item;
    let own = this.flags & ~(flags.ahead | flags.leftOut);
    if (candidate.heading) own |= flags.headed;
    if (!alike) own |= flags.uneven;
    if (value === this.base + this.count + shift + 1) own |= flags.ahead;
    if (value === 1 && shift < this.shift) own |= flags.restarted;
    if (candidate.last) own |= flags.ended;
    const { kind, shape, below, first, count, base, announced } = this;
    return new Frame(kind, shape, below, first, at, count + 1, base, shift, announced, own);
  }

  /** The series with an item left out behind its last one. */
  withGap(): Frame {
    return this.copied(this.below, this.shift + 1, this.flags | flags.leftOut);
  }

  /** The series, closed before, open again under another heading. */
  reopened(below: Frame | null): Frame {
    return this.copied(below, this.shift, this.flags);
  }

  private copied(below: Frame | null, shift: number, own: number): Frame {
    const { kind, shape, first, last, count, base, announced } = this;
    return new Frame(kind, shape, below, first, last, count, base, shift, announced, own);
  }

  /** What it costs as it ends: a heading that stands alone, a count announced that does not come true. */
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
    // A count that was right before items were left out or put in tells of the same fault.
    return !this.has(flags.restarted) && announced === count + shift ? cost : cost + costs.announced;
  }
}

/** The series that closed last, kind by kind. */
export interface Closed {
  readonly frame: Frame;
  readonly before: Closed | null;
  readonly hash: number;
}

/** A reading of the candidates so far. */
export class State {
  readonly hash: number;
  /** The cheapest other reading that leaves the same series open, and by how much it is dearer. */
  other: { readonly state: State; readonly dearer: number } | null = null;

  constructor(
    readonly from: State | null,
    readonly cost: number,
    readonly top: Frame | null,
    readonly closed: Closed | null,
    /** Two bits for each kind that may count on: its lists begin again (1) or go on (2) under the next heading. */
    readonly habits: number,
    /** Index of the candidate that begins the series of this one; -1: it is no ordinal. */
    readonly series: number,
    readonly fault: SequenceFault | null,
  ) {
    this.hash = mixed(mixed(top === null ? 1 : top.hash, closed === null ? 2 : closed.hash), habits);
  }
}

/** Nothing read yet. */
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

/** Remembers a series that ends, where its kind may go on counting under the next heading. */
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

/** What is open above a series is closed before it goes on: what that costs. Null: all that is open. */
export function costAbove({ top }: State, frame: Frame | null, complete: boolean): number {
  let cost = 0;
  for (let one = top; one !== frame && one !== null; one = one.below) cost += one.costOfClosing(complete);
  return cost;
}

/** The series that are closed then, beside those before. */
export function closedAbove({ top, closed }: State, frame: Frame | null): Closed | null {
  let known = closed;
  for (let one = top; one !== frame && one !== null; one = one.below) known = closeFrame(known, one);
  return known;
}
