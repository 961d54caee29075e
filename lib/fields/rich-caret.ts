import type { Point } from './point.ts';
import { focusField, selectionOf, selectNow } from './selection.ts';
import { offsetOf, rangeOf, type TextMap } from './text-map.ts';

/** The caret of an editor, remembered while the focus is elsewhere. Offsets are UTF-16 units of the text. */
export interface RichCaret {
  /** The last known offset; null until the caret has been in the editor. */
  offset(): number | null;
  /** Focuses the editor and puts the caret at an offset. */
  put(offset: number): void;
}

/** Follows the document's selection until the signal aborts. `map` gives the current text. */
export function watchRichCaret(element: HTMLElement, map: () => TextMap, signal: AbortSignal): RichCaret {
  /** The caret as last seen in the DOM. Its offset is computed on demand. */
  let lastPoint: Point | null = null;
  let lastOffset: number | null = null;

  const remember = () => {
    const selection = selectionOf(element);
    const node = selection?.focusNode ?? null;
    if (node === null || selection === null || !element.contains(node)) return;
    lastPoint = { node, offset: selection.focusOffset };
  };
  element.ownerDocument.addEventListener('selectionchange', remember, { signal });

  return {
    offset() {
      remember();
      if (lastPoint !== null && element.contains(lastPoint.node)) {
        const { node, offset } = lastPoint;
        lastOffset = offsetOf(map(), node, Math.min(offset, lengthOf(node)));
      }
      return lastOffset;
    },
    put(offset) {
      const range = rangeOf(map(), offset, offset);
      if (range !== null) {
        focusField(element, range.startContainer);
        selectNow(element, range);
      }
      lastPoint = null;
      lastOffset = offset;
      remember();
    },
  };
}

/** The greatest offset in a node, which may have become shorter since the caret was seen in it. */
function lengthOf(node: Node): number {
  return node.nodeType === 3 ? (node as Text).length : node.childNodes.length;
}
