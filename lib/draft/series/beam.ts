import type { Candidate } from '../ordinal-candidates.ts';
import type { SequenceFault } from '../outline-types.ts';
import { type Closed, type Frame, State } from './series-state.ts';

/** Properties of a draft that affect its numbering as a whole. */
export interface Seen {
  /** False if only part of the draft is known: what seems missing may be in the rest. */
  readonly complete: boolean;
  /** The draft calls itself an excerpt. */
  readonly excerpt: boolean;
  /** Offset of its first words: a draft that begins with 二、 may be a part of a longer one. UTF-16 units. */
  readonly start: number;
}

/** Readings that cost more than the cheapest by this are dropped, and so are those beyond this number. */
const dearest = 14;
const widest = 10;

/** Collects the readings up to one candidate. */
export class Beam {
  private readonly next: State[] = [];
  private best = Number.POSITIVE_INFINITY;

  constructor(
    readonly candidates: readonly Candidate[],
    readonly seen: Seen,
  ) {}

  /** Adds a reading; of two that leave the same series open, the cheaper is kept. */
  add(
    from: State,
    cost: number,
    top: Frame | null,
    closed: Closed | null,
    habits: number,
    series: number,
    fault: SequenceFault | null,
  ): void {
    if (cost < this.best) this.best = cost;
    const state = new State(from, cost, top, closed, habits, series, fault);
    const { next } = this;
    for (let index = 0; index < next.length; index++) {
      const before = next[index] as State;
      if (before.hash !== state.hash) continue;
      if (cost < before.cost) {
        state.other = { state: before, dearer: before.cost - cost };
        next[index] = state;
      } else if (before.other === null || cost - before.cost < before.other.dearer)
        before.other = { state, dearer: cost - before.cost };
      return;
    }
    next.push(state);
  }

  /** Whether a reading of this cost would be dropped. */
  isTooDear(cost: number): boolean {
    return cost > this.best + dearest;
  }

  /** The paragraph of a candidate, by its index. */
  paragraphOf(at: number): number {
    return this.candidates[at]?.item.paragraph ?? 0;
  }

  /** The readings to continue with, the cheapest first. */
  kept(): State[] {
    const limit = this.best + dearest;
    const kept = this.next.filter(({ cost }) => cost <= limit).sort((a, b) => a.cost - b.cost);
    return kept.length > widest ? kept.slice(0, widest) : kept;
  }
}
