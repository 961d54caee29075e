import type { IsoDate } from '../../draft/types.ts';
import type { Surroundings } from '../context/surroundings.ts';
import type { Target } from './target.ts';

/** What a paragraph contains for one day, whatever day its draft was written for. Offsets of the paragraph. */
export interface OfDay {
  readonly numbered: readonly Target[];
  readonly others: readonly Target[];
  /** Other meetings that are named by their year. */
  readonly annual: readonly Target[];
  /** Times stated of these meetings. */
  readonly times: readonly Target[];
  /** Plans, terms, and documents that state their years. */
  readonly named: readonly Target[];
  /** All years: some are part of the targets above. */
  readonly years: readonly Target[];
  /** True if some are undecided for lack of a segmenter. */
  readonly isUndecided: boolean;
}

/**
 * What was read of a paragraph during a check: an old draft is read for two days, and most results are the same for
 * both.
 */
export class Remembered {
  readonly days = new ByDay<OfDay>();
  /** All targets for a day, in a draft of today. */
  readonly ofToday = new ByDay<readonly Target[]>();
  /** The words of campaigns in the text. */
  campaigns: ReadonlySet<string> | undefined;
  surroundings: Surroundings | undefined;
}

/** Values by day. An array suffices, since there are at most two days. */
class ByDay<T> {
  private readonly kept: { readonly date: IsoDate; readonly thing: T }[] = [];

  /** The value for a day; computed by `make` at the first call. */
  once(date: IsoDate, make: () => T): T {
    for (const one of this.kept) if (one.date === date) return one.thing;
    const thing = make();
    this.kept.push({ date, thing });
    return thing;
  }
}
