import { createRichField } from '../rich.ts';
import type { RichKind } from '../rich-kind.ts';
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
