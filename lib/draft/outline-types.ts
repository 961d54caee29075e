import type { OrdinalKind } from './ordinals.ts';
import type { Span } from './types.ts';

/** What is wrong with the number of an item, according to the explanation of the draft. */
export type SequenceFault =
  | 'gap' // items before it are missing: the next numbers continue from it
  | 'repeat' // it was inserted: the next numbers continue from it
  | 'step-back'
  | 'restart'
  | 'wrong' // its number alone is wrong
  | 'swapped'
  | 'missing-first'
  | 'wrong-first'
  | 'continued';

/**
 * Where an ordinal stands: a heading in its own line, one with text behind it in the same line, inside a paragraph,
 * or a heading inside the paragraph before because its line break was lost. 'auto': the editor numbers it; the text
 * does not contain it, and it is never changed.
 */
export type Place = 'own-line' | 'run-in' | 'inline' | 'embedded' | 'auto';

/** One ordinal of the draft. Offsets are UTF-16 units of the draft. */
export interface OutlineItem {
  readonly kind: OrdinalKind;
  readonly value: number;
  readonly place: Place;
  /** False if only a comma stands before it. */
  readonly sure: boolean;
  /** With its brackets, 第 or 是: （三）, 第三, 三是. */
  readonly ordinal: Span;
  /** The number alone. */
  readonly numeral: Span;
  /** The mark behind it; an empty span if there is none. */
  readonly mark: Span;
  readonly markText: string;
  /**
   * The number as the editor shows it (二、), if the editor computes it in a form that drafts have: it is judged with
   * those in the text, but not changed. `ordinal`, `numeral` and `mark` are empty.
   */
  readonly label?: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** The beginning of the heading, ordinal included. */
  readonly title: string;
}

/** A run of ordinals of one kind in one scope. */
export interface OutlineSeries {
  readonly kind: OrdinalKind;
  readonly items: readonly OutlineItem[];
  /** The item under which it stands; null at the top. */
  readonly parent: OutlineItem | null;
  /** The right number of its first item: 1, or the present one if the beginning of the series is not in the text. */
  readonly base: number;
  /** What is wrong with the numbers of its items. */
  readonly faults: ReadonlyMap<OutlineItem, SequenceFault>;
  /** True if its level is higher than that of the series above it: 一、 under （一）. */
  readonly inverted: boolean;
}
