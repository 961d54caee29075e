import type { Signs } from './signs.ts';

/** All offsets are UTF-16 code units from the start of the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text. Offsets are of the text before any edit. */
export interface Edit extends Span {
  readonly text: string;
}

/** One change of a numbering repair. Offsets are UTF-16 units of the draft before any change. */
export interface NumberingChange extends Edit {
  /** What stands there now. */
  readonly old: string;
  /** The beginning of the heading, for the preview. */
  readonly line: string;
  /** Set where it is no ordinal of the list itself: the count that announces it, or words that refer to an item. */
  readonly about?: 'count' | 'reference';
}

/** A line of the draft, without its line break. */
export interface Paragraph extends Span {
  readonly index: number;
  readonly text: string;
  /** What the section heading above says of the time this paragraph speaks of (工作回顾 / 工作安排). */
  readonly section: 'review' | 'plan' | 'none';
  /** Which words it holds of those that patterns ask for: those of `signOf`. */
  readonly signs: Signs;
}

/** An item of a list that the editor numbers itself: its number is no part of the text. */
export interface NumberedItem extends Span {
  /** How deep its list is nested; 0 for the outermost. */
  readonly depth: number;
  /** The number that the editor shows. */
  readonly value: number;
}

/** A text seen as a draft. */
export interface Draft {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** False when the editor shows only part of a long document: then nothing is concluded from what is not seen. */
  readonly complete: boolean;
  /** Items that the editor numbers itself, in order of place; absent where there are none. */
  readonly numbered?: readonly NumberedItem[];
}

/** An ISO date, YYYY-MM-DD. */
export type IsoDate = string;

/** How exactly a day is told. */
export type DatePrecision = 'day' | 'month' | 'half-year' | 'year';

/**
 * What tells the day that a draft is written for, the weightiest first: `date:` in the front matter of Markdown; a line
 * that is a date, near the top or as a signature; a title; what the running text says of a year; a document's properties.
 */
export type DateEvidenceKind = 'front-matter' | 'date-line' | 'title' | 'statement' | 'document';

/** Words of the draft that tell of its day, and the days that they allow (ISO dates, both counted). */
export interface DateEvidence extends Span {
  readonly text: string;
  readonly kind: DateEvidenceKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days that the draft itself is about, whenever it may be read. */
export interface WrittenFor {
  /** The first and the last of them, ISO dates. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly precision: DatePrecision;
  /** The one of them on which it is safest judged: in January of a title's year little is outdated yet. */
  readonly day: IsoDate;
  /** The weightiest first; never empty. */
  readonly evidence: readonly DateEvidence[];
  /** What tells of other days, of less weight or older; absent where nothing does. */
  readonly disagreeing?: readonly DateEvidence[];
}

/** The day on which everything in the draft is judged, how it was found, and what the draft says of its own. */
export interface AsOf {
  readonly date: IsoDate;
  readonly from: 'option' | 'draft' | 'today';
  /** The words of the draft it was read from, when `from` is 'draft'. */
  readonly evidence?: Span & { readonly text: string };
  /** The days the draft is about; absent where it names none. */
  readonly writtenFor?: WrittenFor;
  /** True where those days ended more than three months ago, whatever day it is judged on. */
  readonly old: boolean;
}
