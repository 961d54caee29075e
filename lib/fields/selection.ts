/** Longest wait for an editor to hear of a selection, in ms (50 was enough for all editors that hear of it at all). */
const longestWait = 50;

/** The selection of the tree an element is in: a shadow root has its own. */
export function selectionOf(element: Element): Selection | null {
  const root = element.getRootNode();
  if ('getSelection' in root && typeof root.getSelection === 'function') {
    const own: unknown = root.getSelection();
    if (own !== null && typeof own === 'object' && 'rangeCount' in own) return own as Selection;
  }
  return element.ownerDocument.getSelection();
}

/** Selects a range as a hand would; resolves when the editor has heard of it, after 50 ms at most. */
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

/** Resolves at the next event of a kind, or after so many ms. */
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

/** Resolves after so many ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function isSelected(selection: Selection, range: Range): boolean {
  return (
    selection.anchorNode === range.startContainer &&
    selection.anchorOffset === range.startOffset &&
    selection.focusNode === range.endContainer &&
    selection.focusOffset === range.endOffset
  );
}
