import type { Span } from '../../draft/types.ts';

/** Marks of one family are judged together: a text with very many of them has hidden its names on purpose. */
export type BlankFamily = 'cross' | 'letter' | 'star' | 'line' | 'shape' | 'name' | 'note';

/** A place in the draft that was left to be filled. Offsets of the draft. */
export interface Blank extends Span {
  readonly family: BlankFamily;
  /** Only a blank when the draft has sure ones of the same family. */
  readonly weak?: boolean;
}
