/**
 * An editor whose text is not in the page: drawn on a canvas, or with only the visible lines of code in the
 * DOM.
 */
export type Unreadable = 'canvas' | 'monaco' | 'codemirror5';

/** The smallest canvas, in CSS pixels, that may be a sheet of paper. */
const sheet = { width: 300, height: 200 };

/** The first such editor of a document, or null. */
export function unreadableIn(document: Document): Unreadable | null {
  if (document.querySelector('.monaco-editor') !== null) return 'monaco';
  if (document.querySelector('.CodeMirror') !== null) return 'codemirror5';
  const hidden = document.querySelectorAll<HTMLElement>('textarea, [contenteditable]');
  return [...hidden].some(isCanvasInput) ? 'canvas' : null;
}

/** The editor of this sort that an element belongs to, or null. */
export function unreadableAround(element: Element): Unreadable | null {
  if (element.closest('.monaco-editor') !== null) return 'monaco';
  if (element.closest('.CodeMirror') !== null) return 'codemirror5';
  return isCanvasInput(element as HTMLElement) ? 'canvas' : null;
}

/** True for an invisible element that only receives keys for an editor drawn on a canvas. */
export function isCanvasInput(element: HTMLElement): boolean {
  if (element.tagName === 'INPUT' || element.classList.contains('xterm-helper-textarea')) return false;
  return hasSheet(element.ownerDocument) && isUnseen(element);
}

/** True if a document, or the one around its frame, shows a canvas as large as a sheet. */
function hasSheet(document: Document): boolean {
  // Unlike a list from a query, the browser keeps this one: it is asked for once for each field.
  const canvases = [...document.getElementsByTagName('canvas')];
  if (canvases.some(({ clientWidth: w, clientHeight: h }) => w >= sheet.width && h >= sheet.height))
    return true;
  const frame = frameOf(document);
  return frame !== null && isUnseen(frame) && hasSheet(frame.ownerDocument);
}

/** True for an element that can receive keys (it is rendered) but shows nothing. */
function isUnseen(element: HTMLElement): boolean {
  const frame = frameOf(element.ownerDocument);
  if (frame !== null && isUnseen(frame)) return true;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const { scrollX = 0, scrollY = 0 } = element.ownerDocument.defaultView ?? {};
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style === undefined || style.display === 'none') return false;
  if (width <= 2 || height <= 2 || right + scrollX < 0 || bottom + scrollY < 0) return true;
  return style.opacity === '0' || (isClear(style.color) && isClear(style.caretColor));
}

function isClear(color: string): boolean {
  return color === 'transparent' || /^rgba\(.*,\s*0\)$/.test(color);
}

function frameOf(document: Document): HTMLElement | null {
  try {
    return (document.defaultView?.frameElement ?? null) as HTMLElement | null;
  } catch {
    // The parent page is cross-origin.
    return null;
  }
}
