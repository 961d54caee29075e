import type { TextControl } from './text-control.ts';

/** The caret of a textarea or input, remembered while the focus is elsewhere. Offsets are UTF-16 units. */
export interface TextCaret {
  /** The last known offset; null until the caret has been in the field. */
  readonly last: number | null;
  /** The current offset while the field has the focus, else the last one. */
  now(): number | null;
  put(offset: number): void;
}

/** Follows the caret until the signal aborts. */
export function watchTextCaret(element: TextControl, signal: AbortSignal): TextCaret {
  let last: number | null = null;
  const remember = () => {
    last = element.selectionDirection === 'backward' ? element.selectionStart : element.selectionEnd;
  };
  for (const type of ['blur', 'select', 'keyup', 'pointerup', 'input']) {
    element.addEventListener(type, remember, { signal, passive: true });
  }
  return {
    get last() {
      return last;
    },
    now() {
      const root = element.getRootNode();
      if ('activeElement' in root && root.activeElement === element) remember();
      return last;
    },
    put(offset) {
      element.setSelectionRange(offset, offset);
      last = offset;
    },
  };
}
