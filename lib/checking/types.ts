import type { NumberingStyle } from '../draft/numbering-style.ts';
import type { AsOf, IsoDate, NumberedItem, Span } from '../draft/types.ts';
import type { Language } from '../language/language.ts';
import type { Knowledge } from '../phrases/types.ts';
import type { TimeMention } from '../rules/mentions/timeline.ts';
import type { Finding, RuleId, Segmenter } from '../rules/types.ts';
import type { PlacedFinding } from './placed-finding.ts';

export interface CheckOptions {
  /** Today, for drafts that carry no date. ISO date. */
  readonly today: IsoDate;
  /** The author's choice of the draft's date. */
  readonly date?: IsoDate;
  /** The day the draft was first written for, where the author has chosen another: its own words may no longer say. */
  readonly then?: IsoDate;
  /** False when the text is only the visible part of a document. */
  readonly complete?: boolean;
  /** Rules that are switched off. */
  readonly off?: ReadonlySet<RuleId>;
  /** The author's own place, as set in the options. */
  readonly place?: string;
  /** The author's own unit, as set in the options. */
  readonly unit?: string;
  readonly segmenter?: Segmenter;
  /** Items of the text that the editor numbers itself, in order of place. */
  readonly numbered?: readonly NumberedItem[];
  /** The form of ordinals that the author chose. */
  readonly numberingStyle?: NumberingStyle;
  /** The language of messages and fixes; Chinese unless told. */
  readonly language?: Language;
}

export interface CheckResult {
  /** In order of place; no two overlap. UTF-16 offsets of the text. */
  readonly findings: readonly Finding[];
  readonly asOf: AsOf;
  /** True when some hits were left undecided because no segmenter was at hand. */
  readonly wantsSegmenter: boolean;
  /** The paragraphs that hold them, in order of place. UTF-16 offsets of the text. */
  readonly undecided: readonly Span[];
}

/** A check whose findings keep the offsets of their paragraph: they are the same objects as long as it stays the same. */
export interface Judgement extends Omit<CheckResult, 'findings'> {
  /** In order of place; no two overlap. */
  readonly found: readonly PlacedFinding[];
  /** How many paragraphs the text has. */
  readonly paragraphs: number;
}

/** The time-bound mentions of a draft, with the day on which they are judged. */
export interface Timeline {
  readonly asOf: AsOf;
  readonly mentions: readonly TimeMention[];
}

/** How many errors and warnings another day would bring. */
export interface DayCount {
  readonly count: number;
  /** True when some hits were left undecided because no segmenter was at hand. */
  readonly wantsSegmenter: boolean;
}

export interface Checker {
  readonly knowledge: Knowledge;
  judge(text: string, options: CheckOptions): Judgement;
  /** The same, with offsets of the text and in one language. */
  check(text: string, options: CheckOptions): CheckResult;
  /**
   * How much more a check on another day (ISO date) would report, errors and warnings, than the one that `options` ask
   * for: what an old draft would have to change to be given on that day. Paragraphs are remembered for both days.
   * `shown` leaves out what the author has no wish to see.
   */
  countOn(
    text: string,
    options: CheckOptions,
    date: IsoDate,
    shown?: (findings: readonly Finding[]) => readonly Finding[],
  ): DayCount;
  /** All that hangs on time in a draft, right or wrong, in order of place. */
  timeline(text: string, options: CheckOptions): Timeline;
}
