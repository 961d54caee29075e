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
  /** By day and paragraph. */
  readonly days = new ByParagraph<OfDay>();
  /** All that a paragraph holds for a day, in a draft of today. */
  readonly ofToday = new ByParagraph<readonly Target[]>();
  /** By paragraph, the words of campaigns that it holds. */
  readonly campaigns: (ReadonlySet<string> | undefined)[] = [];
  private readonly surroundings: (Surroundings | undefined)[] = [];

  /** The surroundings of a paragraph that hold a stretch; undefined where none were kept. */
  around({ index }: Paragraph, from: number, to: number): ParagraphContext | undefined {
    const known = this.surroundings[index];
    return known !== undefined && known.from <= from && to <= known.to ? known.context : undefined;
  }

  keepAround(surroundings: Surroundings): void {
    this.surroundings[surroundings.context.paragraph.index] = surroundings;
  }
}

/** Things by day and paragraph. */
export class ByParagraph<T> {
  private readonly byDay = new Map<IsoDate, (T | undefined)[]>();

  get(date: IsoDate, { index }: Paragraph): T | undefined {
    return this.byDay.get(date)?.[index];
  }

  keep(date: IsoDate, { index }: Paragraph, one: T): T {
    const own = this.byDay.get(date);
    if (own === undefined) {
      const first: (T | undefined)[] = [];
      first[index] = one;
      this.byDay.set(date, first);
    } else own[index] = one;
    return one;
  }
}
