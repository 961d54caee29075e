import type { NumberingStyle } from '../draft/ordinal-style.ts';
import type { AsOf, IsoDate, NumberedItem, Span } from '../draft/types.ts';
import type { Language } from '../language/language.ts';
import type { ProseModel } from '../phrases/prose/prose-model.ts';
import type { Knowledge } from '../phrases/types.ts';
import type { TimeMention } from '../rules/mentions/time-mention.ts';
import type { Finding, RuleId, Segmenter } from '../rules/types.ts';
import type { Pieces } from './pieces.ts';
import type { PlacedFinding } from './placed-finding.ts';

export interface CheckOptions {
  /** Today, for undated drafts. ISO date. */
  readonly today: IsoDate;
  readonly date?: IsoDate;
  /**
   * The day the draft was first written for, if the author has chosen another: its words may no longer say
   * it.
   */
  readonly writtenOn?: IsoDate;
  /** False if the text is only the visible part of a document. */
  readonly complete?: boolean;
  readonly off?: ReadonlySet<RuleId>;
  readonly place?: string;
  readonly unit?: string;
  readonly segmenter?: Segmenter;
  /**
   * The model of official prose; without it, rare characters are not judged by it. `pending`: it is not there yet, and
   * paragraphs that would be judged by it are undecided.
   */
  readonly prose?: ProseModel | 'pending';
  /** Items that the editor numbers itself, in text order. */
  readonly numbered?: readonly NumberedItem[];
  readonly numberingStyle?: NumberingStyle;
  /** The language of messages and fixes; Chinese by default. */
  readonly language?: Language;
}

export interface CheckResult {
  /** In text order, not overlapping. UTF-16 offsets of the text. */
  readonly findings: readonly Finding[];
  readonly asOf: AsOf;
  /** True if hits were left undecided because there is no segmenter. */
  readonly wantsSegmenter: boolean;
  /** The paragraphs that hold undecided hits or are not judged yet, in text order. UTF-16 offsets of the text. */
  readonly undecided: readonly Span[];
  /** Absent once the rules that read the whole draft have been applied. */
  readonly isPartial?: true;
}

/**
 * A check whose findings keep the offsets of their paragraph: an unchanged paragraph keeps the same objects.
 */
export interface Judgement extends Omit<CheckResult, 'findings'> {
  readonly found: readonly PlacedFinding[];
  readonly paragraphs: number;
}

/** The time-bound mentions of a draft, with the day on which they are judged. */
export interface Timeline {
  readonly asOf: AsOf;
  readonly mentions: readonly TimeMention[];
  /** True if mentions were left undecided because there is no segmenter. */
  readonly wantsSegmenter: boolean;
}

/** How many errors and warnings another day would add. */
export interface DayCount {
  readonly count: number;
  /** True if hits were left undecided because there is no segmenter. */
  readonly wantsSegmenter: boolean;
}

/** The work of a checker piece by piece, each as long as its method of the same name in `Checker`. */
export interface PiecewiseChecker {
  /** What is yielded gives what is known so far: paragraphs that are not judged yet are undecided. */
  judge(text: string, options: CheckOptions): Pieces<Judgement>;
  countOn(...args: Parameters<Checker['countOn']>): Generator<unknown, DayCount, void>;
  timeline(text: string, options: CheckOptions): Generator<unknown, Timeline, void>;
}

export interface Checker {
  readonly knowledge: Knowledge;
  readonly piecewise: PiecewiseChecker;
  judge(text: string, options: CheckOptions): Judgement;
  /** The same, with offsets of the text and in one language. */
  check(text: string, options: CheckOptions): CheckResult;
  /**
   * How many more errors and warnings a check on another day (ISO date) would report than one with `options`:
   * what an old draft would have to change for that day. Paragraphs are cached for both days. `shown` filters
   * out what the author does not want to see.
   */
  countOn(
    text: string,
    options: CheckOptions,
    date: IsoDate,
    shown?: (findings: readonly Finding[]) => readonly Finding[],
  ): DayCount;
  /** All time-bound mentions of a draft, right or wrong, in text order. */
  timeline(text: string, options: CheckOptions): Timeline;
}
