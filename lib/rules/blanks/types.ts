import type { Span } from '../../draft/types.ts';

/** Marks of one family are judged together: a text with many of them hides its names on purpose. */
export type BlankFamily = 'cross' | 'letter' | 'star' | 'line' | 'shape' | 'name' | 'note';

/** A place to be filled in. Offsets of the draft. */
export interface Blank extends Span {
  readonly family: BlankFamily;
  /** A blank only if the draft has certain ones of the same family. */
  readonly weak?: boolean;
}
