import type { Timing } from '../apply-rich.ts';
import type { InputPath } from '../input-paths.ts';
import { createRichField } from '../rich.ts';
import type { Field, FieldKind } from '../types.ts';

/** One kind of field: how it is told from the others, and what makes a field of it. */
export interface Adapter {
  readonly kind: FieldKind;
  /** Asks an element whether it is of this kind. */
  is(element: HTMLElement): boolean;
  /** True when the editor sets `spellcheck=false` and its like by itself: they say nothing of what the page wants. */
  readonly marksItself: boolean;
  /** Makes a field of an element of this kind. Everything it starts hangs on the signal. */
  create(element: HTMLElement, signal: AbortSignal): Field;
}

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

/** The adapter of an editor that edits in the DOM. */
export function richAdapter(rich: RichKind): Adapter {
  const { kind, is, marksItself = true } = rich;
  return {
    kind,
    is: typeof is === 'string' ? (element) => element.matches(is) : is,
    marksItself,
    create: (element, signal) => createRichField(element, rich, signal),
  };
}
