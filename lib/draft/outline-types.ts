import type { OrdinalKind } from './ordinals.ts';
import type { Span } from './types.ts';

/** What is wrong with the number of an item, as its explanation has it. */
export type SequenceFault =
  | 'gap' // items before it were left out: the numbers behind it go on from it
  | 'repeat' // it was put in: the same
  | 'step-back'
  | 'restart'
  | 'wrong' // its number alone is wrong
  | 'swapped'
  | 'missing-first'
  | 'wrong-first'
  | 'continued';

/**
 * Where an ordinal stands: a heading of its own line, one that runs on into text, inside a paragraph, or a heading
 * that lost its line break and stands inside the paragraph before. 'auto': the editor numbers it; it is no part of
 * the text and is never changed.
 */
export type Place = 'own-line' | 'run-in' | 'inline' | 'embedded' | 'auto';

/** One ordinal of the draft. Offsets are UTF-16 units of the draft. */
export interface OutlineItem {
  readonly kind: OrdinalKind;
  readonly value: number;
  readonly place: Place;
  /** False when it stands behind a mere comma. */
  readonly sure: boolean;
  /** With its brackets, 第 or 是: （三）, 第三, 三是. */
  readonly ordinal: Span;
  /** The number alone. */
  readonly numeral: Span;
  /** What stands behind it; empty where nothing does. */
  readonly mark: Span;
  readonly markText: string;
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
  /** The number its first item ought to carry: 1, or its own where the beginning is not seen. */
  readonly base: number;
  /** What is wrong with the numbers of its items. */
  readonly faults: ReadonlyMap<OutlineItem, SequenceFault>;
  /** True when it is of a higher level than what holds it: 一、 under （一）. */
  readonly inverted: boolean;
}
