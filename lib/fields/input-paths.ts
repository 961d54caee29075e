/** The ways an editor takes input from outside. */
export type InputPath = 'exec' | 'beforeinput' | 'paste' | 'careful';

/** Replaces the selection through one of an editor's own ways of taking input. */
type Enter = (element: HTMLElement, range: Range, text: string) => boolean;

/** The browser's own editing command, for editors that let the browser edit and watch. */
const byCommand: Enter = (element, _range, text) => {
  const document = element.ownerDocument;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
};

/** The event of a spelling replacement. An editor that takes it cancels it. */
const byBeforeInput: Enter = (element, range, text) => {
  const page = pageOf(element);
  const dataTransfer = new page.DataTransfer();
  dataTransfer.setData('text/plain', text);
  const asked = Object.assign(new page.Object(), {
    bubbles: true,
    cancelable: true,
    composed: true,
    inputType: 'insertReplacementText',
    data: text,
    dataTransfer,
    targetRanges: page.Array.of(new page.StaticRange(range)),
  });
  return !target(element, range).dispatchEvent(new page.InputEvent('beforeinput', asked));
};

/** The event of a paste. An editor that takes it cancels it. */
const byPaste: Enter = (element, range, text) => {
  const page = pageOf(element);
  const clipboardData = new page.DataTransfer();
  clipboardData.setData('text/plain', text);
  const html = inFormatOf(element, range, text);
  if (html !== null) clipboardData.setData('text/html', html);
  const event = new page.ClipboardEvent(
    'paste',
    Object.assign(new page.Object(), {
      bubbles: true,
      cancelable: true,
      composed: true,
      clipboardData,
      // Firefox heeds these two in its stead.
      dataType: 'text/plain',
      data: text,
    }),
  );
  if (html !== null && event.clipboardData !== clipboardData) event.clipboardData?.setData('text/html', html);
  return !target(element, range).dispatchEvent(event);
};

/** One path for an editor that is known; for another, the gentlest first, each only when the last was not taken. */
export function pathsOf(path: InputPath): readonly Enter[] {
  if (path === 'exec') return [byCommand];
  if (path === 'beforeinput') return [byBeforeInput];
  if (path === 'paste') return [byPaste];
  return [byBeforeInput, byPaste, byCommand];
}

/** True when the path takes a change as it is; else one that only deletes or inserts is given words beside it. */
export function takesBare(path: InputPath, text: string): boolean {
  return path === 'exec' || (path === 'paste' && text !== '');
}

/**
 * The words in the format of those they replace. Needed at the very beginning of a formatted run only: anywhere else
 * pasted words take the format around them.
 */
function inFormatOf(element: HTMLElement, range: Range, text: string): string | null {
  const { startContainer, startOffset } = range;
  if (startContainer.nodeType !== 3 || startOffset !== 0 || text === '') return null;
  let wrapped: Node = element.ownerDocument.createTextNode(text);
  let formatted = false;
  for (let at = startContainer.parentElement; at !== null && isFormat(at); at = at.parentElement) {
    const copy = element.ownerDocument.createElement(at.tagName);
    const style = at.getAttribute('style');
    if (style !== null) copy.setAttribute('style', style);
    copy.append(wrapped);
    wrapped = copy;
    formatted = true;
  }
  return formatted ? (wrapped as Element).outerHTML : null;
}

function isFormat(element: Element): boolean {
  return /^(?:SPAN|B|STRONG|I|EM|U|S|FONT|MARK|SUB|SUP|CODE)$/.test(element.tagName);
}

function target(element: HTMLElement, range: Range): EventTarget {
  const { startContainer } = range;
  const inside = startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement;
  return inside !== null && element.contains(inside) ? inside : element;
}

/**
 * The window in which an editor's own scripts run. Firefox hides from a page what is made on this side of the wall
 * between its scripts and ours (Xray vision): an event must be made on the page's side, or it carries nothing.
 */
function pageOf(element: HTMLElement): Window & typeof globalThis {
  const view: Window & typeof globalThis & { wrappedJSObject?: Window & typeof globalThis } =
    element.ownerDocument.defaultView ?? window;
  // Elsewhere a page could have an element of that name; no element is a function.
  const behindWall = typeof Reflect.get(globalThis, 'cloneInto') === 'function';
  return behindWall ? (view.wrappedJSObject ?? view) : view;
}
