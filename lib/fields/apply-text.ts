import { applyEdits, narrowed } from '../draft/text-edits.ts';
import type { Edit } from '../draft/types.ts';
import { enterByCommand } from './command.ts';
import { caretAfter, covering } from './editor-edits.ts';
import { once } from './selection.ts';
import type { TextCaret } from './text-caret.ts';
import type { TextControl } from './text-control.ts';
import type { ApplyOutcome } from './types.ts';

/**
 * Applies edits to a textarea or input as one undo step, then reads the value back and undoes an unexpected
 * result. `expected` is the text the edits were computed on.
 */
export async function applyToText(
  element: TextControl,
  caret: TextCaret,
  edits: readonly Edit[],
  expected: string,
): Promise<ApplyOutcome> {
  const before = element.value;
  if (before !== expected) return { ok: false, reason: 'stale', undone: true };
  const wanted = applyEdits(before, edits);
  if (wanted === before) return { ok: true };
  if (isTooLong(element, before, wanted)) return { ok: false, reason: 'refused', undone: true };
  // Read before entering, which moves the caret.
  const offset = caretAfter(edits, caret.last);
  const { scrollTop, scrollLeft, selectionStart, selectionEnd, selectionDirection } = element;
  enter(element, narrowed(before, covering(before, edits)));
  // A page that controls the value (React, for example) may set it again a moment later.
  if (element.value !== wanted) await once(element, 'input', 50);
  element.scrollTop = scrollTop;
  element.scrollLeft = scrollLeft;
  if (element.value === wanted) {
    caret.put(offset);
    return { ok: true };
  }
  // The words of the fix must not stay selected: the next key would replace them.
  const giveBack = () =>
    element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
  if (element.value === before) {
    giveBack();
    return { ok: false, reason: 'refused', undone: true };
  }
  element.ownerDocument.execCommand('undo');
  const undone = element.value === before;
  if (undone) giveBack();
  return { ok: false, reason: 'differs', undone };
}

/** The browser would cut what is entered beyond `maxlength` (UTF-16 units), and lose words. */
function isTooLong({ maxLength }: TextControl, before: string, wanted: string): boolean {
  return maxLength >= 0 && wanted.length > maxLength && wanted.length > before.length;
}

/** Uses the browser's editing command: nothing else keeps the field's undo history. */
function enter(element: TextControl, { start, end, text }: Edit): void {
  element.focus({ preventScroll: true });
  element.setSelectionRange(start, end);
  enterByCommand(element, text);
}
