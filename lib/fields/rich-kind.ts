import type { Timing } from './apply-rich.ts';
import type { InputPath } from './input-paths.ts';
import type { FieldKind } from './types.ts';

/** What was measured of a rich editor. */
export interface RichKind {
  readonly kind: FieldKind;
  /** What the editor says of itself. */
  readonly is: string | ((element: HTMLElement) => boolean);
  /** The way that changes its model exactly and is undone by its own history. */
  readonly path: InputPath;
  readonly timing?: Timing;
  /** False where its attributes are the page's own. */
  readonly marksItself?: boolean;
  /** Where it may hold only the visible part of a long document: what then stands in its DOM, true where that is not known. */
  readonly partly?: string | true;
  /** What stands for lines that are not in the DOM; only the longest run of lines without one is read. */
  readonly gap?: string;
}
