import type { IsoDate, Paragraph } from '../../draft/types.ts';
import type { ParagraphContext } from '../context/surroundings.ts';
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

/** A stretch of a paragraph whose modifiers are known. */
export interface Surroundings {
  readonly from: number;
  readonly to: number;
  readonly context: ParagraphContext;
}

/**
 * What was read of the paragraphs of one draft in one check: an old draft is read as one of today and once more as an old
 * one, and most of what it holds is the same both times.
 */
export class Remembered {
  private readonly days = new Map<IsoDate, (OfDay | undefined)[]>();
  private readonly wholes = new Map<IsoDate, (readonly Target[] | undefined)[]>();
  private readonly surroundings: (Surroundings | undefined)[] = [];

  ofDay({ index }: Paragraph, date: IsoDate, read: () => OfDay): OfDay {
    return remembered(this.days, date, index, read);
  }

  /** All that a paragraph holds for one day, in a draft of today. */
  ofToday({ index }: Paragraph, date: IsoDate, read: () => readonly Target[]): readonly Target[] {
    return remembered(this.wholes, date, index, read);
  }

  /** The surroundings that hold a stretch; those of another one are read anew. */
  around({ index }: Paragraph, from: number, to: number, read: () => ParagraphContext): ParagraphContext {
    const known = this.surroundings[index];
    if (known !== undefined && known.from <= from && to <= known.to) return known.context;
    const context = read();
    this.surroundings[index] = { from, to, context };
    return context;
  }
}

function remembered<T>(
  days: Map<IsoDate, (T | undefined)[]>,
  date: IsoDate,
  index: number,
  read: () => T,
): T {
  let own = days.get(date);
  if (own === undefined) {
    own = [];
    days.set(date, own);
  }
  const known = own[index];
  if (known !== undefined) return known;
  const made = read();
  own[index] = made;
  return made;
}
