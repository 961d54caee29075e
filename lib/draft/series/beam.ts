import type { Candidate } from '../candidates.ts';
import type { SequenceFault } from '../outline-types.ts';
import { type Closed, type Frame, State } from './state.ts';

/** What of a draft bears on its numbering as a whole. */
export interface Seen {
  /** False where only part of the draft is seen: what seems left out may stand there. */
  readonly complete: boolean;
  /** It says of itself that it is an excerpt. */
  readonly excerpt: boolean;
  /** Where its first words stand: a draft that begins with 二、 may be a piece of a longer one. UTF-16 units. */
  readonly start: number;
}

/** No reading is followed that is dearer by more than this than the cheapest, and no more than so many. */
const dearest = 14;
const widest = 10;

/** The readings behind one candidate, as they are found. */
export class Beam {
  private readonly next: State[] = [];
  private best = Number.POSITIVE_INFINITY;

  constructor(
    readonly candidates: readonly Candidate[],
    readonly seen: Seen,
  ) {}

  /** Takes a reading in; of two that leave the same series open, the cheaper. */
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

  /** Whether a reading of this cost need not be made. */
  isTooDear(cost: number): boolean {
    return cost > this.best + dearest;
  }

  /** The paragraph of a candidate, by its index. */
  paragraphOf(at: number): number {
    return this.candidates[at]?.item.paragraph ?? 0;
  }

  /** The readings to go on with, the cheapest first. */
  kept(): State[] {
    const limit = this.best + dearest;
    const kept = this.next.filter(({ cost }) => cost <= limit).sort((a, b) => a.cost - b.cost);
    return kept.length > widest ? kept.slice(0, widest) : kept;
  }
}
