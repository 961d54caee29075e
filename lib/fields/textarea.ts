import { applyEdits } from '../draft/edits.ts';
import type { Edit, Span } from '../draft/types.ts';
import { watchChanges } from './change-watcher.ts';
import { covering, movedBy, narrowed } from './edits.ts';
import { mirrorOf } from './mirror.ts';
import { once } from './selection.ts';
import { type ApplyOutcome, type Field, midWord } from './types.ts';

/** A textarea or single-line input as a field. Everything it starts hangs on the signal. */
export function createTextField(element: HTMLTextAreaElement | HTMLInputElement, signal: AbortSignal): Field {
  const document = element.ownerDocument;
  const watcher = watchChanges(element, signal);
  let lastCaret: number | null = null;
  let lastRead = element.value;
  element.addEventListener('input', () => watcher.changed(), { signal });
  // A value that the page sets by script raises no event of its own. It moves the caret, though, in most browsers, and
  // is seen at the latest when somebody comes to the field.
  const look = () => {
    if (element.value !== lastRead) watcher.changed();
  };
  for (const type of ['focus', 'pointerenter', 'selectionchange', 'scroll']) {
    element.addEventListener(type, look, { signal, passive: true });
  }
  const remember = () => {
    lastCaret = element.selectionDirection === 'backward' ? element.selectionStart : element.selectionEnd;
  };
  for (const type of ['blur', 'select', 'keyup', 'pointerup', 'input']) {
    element.addEventListener(type, remember, { signal, passive: true });
  }

  async function apply(edits: readonly Edit[], expected: string): Promise<ApplyOutcome> {
    if (watcher.composing) return midWord;
    const before = element.value;
    if (before !== expected) return { ok: false, reason: 'stale', undone: true };
    const wanted = applyEdits(before, edits);
    if (wanted === before) return { ok: true };
    const caret = caretAfter(edits, lastCaret);
    const { scrollTop, scrollLeft } = element;
    const edit = narrowed(before, covering(before, edits));
    element.focus({ preventScroll: true });
    element.setSelectionRange(edit.start, edit.end);
    if (edit.text === '') document.execCommand('delete');
    else document.execCommand('insertText', false, edit.text);
    // A page that keeps the value itself (React and its kin) may set it once more, in its own time.
    if (element.value !== wanted) await once(element, 'input', 50);
    element.scrollTop = scrollTop;
    element.scrollLeft = scrollLeft;
    if (element.value === wanted) {
      element.setSelectionRange(caret, caret);
      lastCaret = caret;
      return { ok: true };
    }
    if (element.value === before) return { ok: false, reason: 'refused', undone: true };
    document.execCommand('undo');
    return { ok: false, reason: 'differs', undone: sameText(element, before) };
  }

  return {
    element,
    kind: 'textarea',
    complete: true,
    read() {
      lastRead = element.value;
      return lastRead;
    },
    listItems: () => [],
    toRange: () => null,
    reading: 0,
    rects(span) {
      const mirror = mirrorOf(element, signal);
      mirror.sync();
      return [...mirror.range(span.start, span.end).getClientRects()];
    },
    offsetAt(x, y) {
      const place = document.caretPositionFromPoint?.(x, y);
      return place?.offsetNode === element ? place.offset : null;
    },
    caret() {
      const root = element.getRootNode();
      if ('activeElement' in root && root.activeElement === element) remember();
      return lastCaret;
    },
    apply,
    insert(text) {
      const at = lastCaret ?? element.selectionEnd ?? element.value.length;
      return apply([{ start: at, end: at, text }], element.value);
    },
    reveal(span: Span) {
      element.focus();
      element.setSelectionRange(span.start, span.start);
      lastCaret = span.start;
      const mirror = mirrorOf(element, signal);
      mirror.sync();
      const rect = mirror.range(span.start, span.end).getBoundingClientRect();
      const box = element.getBoundingClientRect();
      if (rect.top < box.top || rect.bottom > box.bottom) {
        element.scrollTop += rect.top - box.top - element.clientHeight / 3;
      }
      element.scrollIntoView({ block: 'nearest' });
    },
    watch: (onChange, until) => watcher.add(onChange, until),
    get composing() {
      return watcher.composing;
    },
  };
}

/** After one edit the caret stands behind its words; after several it stays where the author left it. */
function caretAfter(edits: readonly Edit[], last: number | null): number {
  const only = edits.length === 1 ? edits[0] : undefined;
  if (only !== undefined) return only.start + only.text.length;
  const end = edits[edits.length - 1]?.end ?? 0;
  return movedBy(edits, last ?? end);
}

/** Reads the value anew: a call between two looks may have changed it. */
function sameText(element: HTMLTextAreaElement | HTMLInputElement, text: string): boolean {
  return element.value === text;
}
