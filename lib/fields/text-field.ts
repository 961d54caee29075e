import { applyToText } from './apply-text.ts';
import { watchChanges } from './change-watcher.ts';
import { mirrorOf } from './mirror.ts';
import { watchTextCaret } from './text-caret.ts';
import type { TextControl } from './text-control.ts';
import { composingOutcome, type Field } from './types.ts';

/** A field for a textarea or single-line input. Ends with the signal. */
export function createTextField(element: TextControl, signal: AbortSignal): Field {
  const watcher = watchChanges(element, signal);
  const read = watchValue(element, watcher.changed, signal);
  const caret = watchTextCaret(element, signal);
  /** A range of the mirror, which lays the text out as the field does. */
  const mirrored = (start: number, end: number) => {
    const mirror = mirrorOf(element, signal);
    mirror.sync();
    return mirror.range(start, end);
  };
  const apply: Field['apply'] = async (edits, expected) =>
    watcher.composing ? composingOutcome : await applyToText(element, caret, edits, expected);

  return {
    element,
    kind: 'textarea',
    complete: true,
    read,
    listItems: () => [],
    toRange: () => null,
    reading: 0,
    rects: ({ start, end }) => [...mirrored(start, end).getClientRects()],
    caret: caret.now,
    apply,
    insert(text) {
      const at = caret.last ?? element.selectionEnd ?? element.value.length;
      return apply([{ start: at, end: at, text }], element.value);
    },
    reveal({ start, end }) {
      element.focus();
      caret.put(start);
      const rect = mirrored(start, end).getBoundingClientRect();
      const box = element.getBoundingClientRect();
      if (rect.top < box.top || rect.bottom > box.bottom) {
        element.scrollTop += rect.top - box.top - element.clientHeight / 3;
      }
      element.scrollIntoView({ block: 'nearest' });
    },
    watch: watcher.add,
    get composing() {
      return watcher.composing;
    },
  };
}

/** Calls `onChange` when the value differs from the one last read; returns the reader. */
function watchValue(element: TextControl, onChange: () => void, signal: AbortSignal): () => string {
  let lastRead = element.value;
  element.addEventListener('input', onChange, { signal });
  // A value set by a script fires no event, but in most browsers it moves the caret; otherwise the next focus
  // or pointer event finds it.
  const look = () => {
    if (element.value !== lastRead) onChange();
  };
  for (const type of ['focus', 'pointerenter', 'selectionchange', 'scroll']) {
    element.addEventListener(type, look, { signal, passive: true });
  }
  return () => {
    lastRead = element.value;
    return lastRead;
  };
}
