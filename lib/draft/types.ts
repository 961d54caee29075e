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
  /** The text that is replaced. */
  readonly old: string;
  /** The beginning of the heading, for the preview. */
  readonly line: string;
  /** Set if it is not an ordinal of the list: the count that announces it, or words that refer to an item. */
  readonly about?: 'count' | 'reference';
}

/** A line of the draft, without its line break. */
export interface Paragraph extends Span {
  readonly index: number;
  readonly text: string;
  /** Whether the section, by its heading, reviews the past or plans (工作回顾 / 工作安排). */
  readonly section: 'review' | 'plan' | 'none';
  /** The signs (see signs.ts) that it has. */
  readonly signs: Signs;
}

/** An item of a list that the editor numbers itself: its number is not in the text. */
export interface NumberedItem extends Span {
  /** How deep its list is nested; 0 for the outermost. */
  readonly depth: number;
  /** The number that the editor shows. */
  readonly value: number;
  /** The number as it is shown before the words, with any blank between: 二、 or `1.2 `. Absent if that is not known. */
  readonly label?: string;
}

/** A text seen as a draft. */
export interface Draft {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** False if the editor shows only part of a long document: then nothing is concluded from what is missing. */
  readonly complete: boolean;
  /** Items that the editor numbers itself, in order of place; absent where there are none. */
  readonly numbered?: readonly NumberedItem[];
}

/** An ISO date, YYYY-MM-DD. */
export type IsoDate = string;

/** How exactly a day is known. */
export type DatePrecision = 'day' | 'month' | 'half-year' | 'year';

/**
 * Sources of the day that a draft is written for, the weightiest first: `date:` in the front matter of Markdown; a line
 * that is a date, near the top or as a signature; a title; statements about a year; a document's properties.
 */
export type DateEvidenceKind = 'front-matter' | 'date-line' | 'title' | 'statement' | 'document';

/** Words of the draft that indicate its day, and the days that they allow (ISO dates, both included). */
export interface DateEvidence extends Span {
  readonly text: string;
  readonly kind: DateEvidenceKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days that the draft is written for, whenever it is read. */
export interface WrittenFor {
  /** The first and the last of them. ISO dates. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly precision: DatePrecision;
  /** The safest of them to judge it on: in January of a title's year, little is outdated yet. */
  readonly day: IsoDate;
  /** The weightiest first; never empty. */
  readonly evidence: readonly DateEvidence[];
  /** Evidence of less weight, or older, for other days; absent if there is none. */
  readonly disagreeing?: readonly DateEvidence[];
}

/** The day on which the draft is judged, how it was found, and the draft's own days. */
export interface AsOf {
  readonly date: IsoDate;
  readonly from: 'option' | 'draft' | 'today';
  /** The words of the draft that give it, if `from` is 'draft'. */
  readonly evidence?: Span & { readonly text: string };
  /** The days that the draft is written for; absent if it names none. */
  readonly writtenFor?: WrittenFor;
  /** True if those days ended more than three months ago, whatever day it is judged on. */
  readonly old: boolean;
}
