import type { IsoDate } from '../../draft/types.ts';
import type { Surroundings } from '../context/surroundings.ts';
import type { Target } from './target.ts';

/** What a paragraph holds for one day, whatever day its draft was written for. Offsets of the paragraph. */
export interface OfDay {
  readonly numbered: readonly Target[];
  readonly others: readonly Target[];
  /** Meetings called by their year, apart from those above. */
  readonly annual: readonly Target[];
  /** The time said of all these. */
  readonly times: readonly Target[];
  /** Plans and terms, and documents that name their years. */
  readonly named: readonly Target[];
  /** Years of any kind: some are part of what stands there already. */
  readonly years: readonly Target[];
  /** Some were left undecided because no segmenter was at hand. */
  readonly isUndecided: boolean;
}

/**
 * What was read of a paragraph in one check: an old draft is read as one of today and once more as an old one, and most of
 * what it holds is the same both times.
 */
export class Remembered {
  readonly days = new ByDay<OfDay>();
  /** All that it holds for a day, in a draft of today. */
  readonly ofToday = new ByDay<readonly Target[]>();
  /** The words of campaigns that it holds. */
  campaigns: ReadonlySet<string> | undefined;
  surroundings: Surroundings | undefined;
}

/** Things by day. There are two days at most, which need no table. */
class ByDay<T> {
  private readonly kept: { readonly date: IsoDate; readonly thing: T }[] = [];

  /** What is kept for a day; else what `make` returns, which is kept. */
  once(date: IsoDate, make: () => T): T {
    for (const one of this.kept) if (one.date === date) return one.thing;
    const thing = make();
    this.kept.push({ date, thing });
    return thing;
  }
}
