import { enterByCommand } from './command.ts';

/** The ways in which an editor accepts input from a script. */
export type InputPath = 'exec' | 'beforeinput' | 'paste' | 'careful';

/** Replaces the selection; returns whether the editor accepted it. */
type Enter = (element: HTMLElement, range: Range, text: string) => boolean;

/** The browser's editing command, for editors that let the browser edit and observe the DOM. */
const byCommand: Enter = (element, _range, text) => enterByCommand(element, text);

/** The event of a spelling replacement. An editor that handles it cancels it. */
const byBeforeInput: Enter = (element, range, text) => {
  const page = pageOf(element);
  const dataTransfer = new page.DataTransfer();
  dataTransfer.setData('text/plain', text);
  const init = Object.assign(new page.Object(), {
    bubbles: true,
    cancelable: true,
    composed: true,
    inputType: 'insertReplacementText',
    data: text,
    dataTransfer,
    targetRanges: page.Array.of(new page.StaticRange(range)),
  });
  return !target(element, range).dispatchEvent(new page.InputEvent('beforeinput', init));
};

/** The event of a paste. An editor that handles it cancels it. */
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
      // Firefox ignores clipboardData and reads these two instead.
      dataType: 'text/plain',
      data: text,
    }),
  );
  if (html !== null && event.clipboardData !== clipboardData) event.clipboardData?.setData('text/html', html);
  return !target(element, range).dispatchEvent(event);
};

/** One path for a known editor; for an unknown one all of them, the least intrusive first. */
export function pathsOf(path: InputPath): readonly Enter[] {
  if (path === 'exec') return [byCommand];
  if (path === 'beforeinput') return [byBeforeInput];
  if (path === 'paste') return [byPaste];
  return [byBeforeInput, byPaste, byCommand];
}

/**
 * True if the path accepts an insertion or deletion as it is; otherwise it is widened by a neighbouring
 * character.
 */
export function takesBare(path: InputPath, text: string): boolean {
  return path === 'exec' || (path === 'paste' && text !== '');
}

/**
 * The words as HTML in the format of those they replace, or null. Needed only at the start of a formatted
 * run: elsewhere pasted words take the format around them.
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
 * The window in which the editor's own scripts run. Firefox hides objects of the content script from the page
 * (Xray vision), so that an event must be made in the page's realm for its data to be readable.
 */
function pageOf(element: HTMLElement): Window & typeof globalThis {
  const view: Window & typeof globalThis & { wrappedJSObject?: Window & typeof globalThis } =
    element.ownerDocument.defaultView ?? window;
  // A page could define an element with this name elsewhere, but an element is no function.
  const hasXray = typeof Reflect.get(globalThis, 'cloneInto') === 'function';
  return hasXray ? (view.wrappedJSObject ?? view) : view;
}
