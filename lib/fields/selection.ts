const editable = '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
/**
 * Longest wait for an editor to notice a selection, in ms. Every editor that notices one does so within 50.
 */
const longestWait = 50;

/** The selection of the tree that an element is in: a shadow root has a separate one. */
export function selectionOf(element: Element): Selection | null {
  const root = element.getRootNode();
  if ('getSelection' in root && typeof root.getSelection === 'function') {
    const own: unknown = root.getSelection();
    if (own !== null && typeof own === 'object' && 'rangeCount' in own) return own as Selection;
  }
  return element.ownerDocument.getSelection();
}

/** Focuses a field; in a block editor, the block that holds `place` (default: the selection). */
export function focusField(element: HTMLElement, place: Node | null = null): void {
  const node = place ?? selectionOf(element)?.focusNode ?? null;
  const around = node === null ? null : node.nodeType === 1 ? (node as Element) : node.parentElement;
  const inside = around !== null && element.contains(around) ? around : element.querySelector(editable);
  const host = element.isContentEditable ? element : inside?.closest<HTMLElement>(editable);
  if (host === null || host === undefined) element.focus({ preventScroll: true });
  else if (!host.matches(':focus')) host.focus({ preventScroll: true });
  // In Firefox the body of a designMode frame takes no focus; its window does.
  const { designMode, defaultView } = element.ownerDocument;
  if (designMode === 'on' && !element.ownerDocument.hasFocus()) defaultView?.focus();
}

/** Selects a range as a user would; resolves when the editor has noticed it, after 50 ms at most. */
export async function select(element: Element, range: Range): Promise<void> {
  const selection = selectionOf(element);
  if (selection === null) return;
  if (isSelected(selection, range)) return;
  const heard = once(element.ownerDocument, 'selectionchange', longestWait);
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  await heard;
}

/** Selects a range without waiting. */
export function selectNow(element: Element, range: Range): void {
  selectionOf(element)?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  );
}

/** Dispatches selectionchange at once; the browser does so a moment later. */
export function dispatchSelectionChange(element: Element): void {
  const { Event } = element.ownerDocument.defaultView ?? window;
  element.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** Resolves at the next event of a type, or after `most` ms. */
export function once(target: EventTarget, type: string, most: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      target.removeEventListener(type, done);
      resolve();
    };
    const timer = setTimeout(done, most);
    target.addEventListener(type, done);
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** True if a selection is from the start of a range to its end. */
export function isSelected(selection: Selection, range: Range): boolean {
  return (
    selection.anchorNode === range.startContainer &&
    selection.anchorOffset === range.startOffset &&
    selection.focusNode === range.endContainer &&
    selection.focusOffset === range.endOffset
  );
}
