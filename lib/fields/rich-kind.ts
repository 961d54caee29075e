import type { Timing } from './apply-rich.ts';
import type { InputPath } from './input-paths.ts';
import type { FieldKind } from './types.ts';

/** The properties of a rich editor, found by measuring it. */
export interface RichKind {
  readonly kind: FieldKind;
  /** A selector or test that recognises the editor. */
  readonly is: string | ((element: HTMLElement) => boolean);
  /** The input path that changes its model exactly and that its own history undoes. */
  readonly path: InputPath;
  readonly timing?: Timing;
  /** True if it hides characters between its nodes: an edit over two nodes is then made in each alone. */
  readonly apart?: boolean;
  /** False if the page sets `spellcheck` and the like, not the editor. */
  readonly marksItself?: boolean;
  /**
   * Set if its DOM may hold only the visible part of a long document: a selector for what replaces the rest,
   * true if unknown.
   */
  readonly partly?: string | true;
  /**
   * A selector for what replaces lines that are not in the DOM; only the longest run of lines without one is
   * read.
   */
  readonly gap?: string;
}
