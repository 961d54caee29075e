import { createRichField } from '../rich.ts';
import type { RichKind } from '../rich-kind.ts';
import type { Field, FieldKind } from '../types.ts';

/** One kind of field: how to recognise it, and how to make a field of it. */
export interface Adapter {
  readonly kind: FieldKind;
  /** True if an element is of this kind. */
  is(element: HTMLElement): boolean;
  /**
   * True if the editor always sets `spellcheck=false` and the like, which then say nothing about the page's
   * intent.
   */
  readonly marksItself: boolean;
  /** Makes a field of an element of this kind. Listeners and observers end with the signal. */
  create(element: HTMLElement, signal: AbortSignal): Field;
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
