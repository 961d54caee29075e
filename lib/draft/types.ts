/** All offsets are UTF-16 code units from the start of the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text. Offsets are of the text before any edit. */
export interface Edit extends Span {
  readonly text: string;
}

/** A line of the draft, without its line break. */
export interface Paragraph extends Span {
  readonly index: number;
  readonly text: string;
  /** What the section heading above says of the time this paragraph speaks of (工作回顾 / 工作安排). */
  readonly section: 'review' | 'plan' | 'none';
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

/** The day on which everything in the draft is judged, and how it was found. */
export interface AsOf {
  readonly date: IsoDate;
  readonly from: 'option' | 'draft' | 'today';
  /** The words of the draft it was read from, when `from` is 'draft'. */
  readonly evidence?: Span & { readonly text: string };
}
