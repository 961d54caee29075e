import type { InputPath } from './detect.ts';

/** Replaces the selection through one of an editor's own ways of taking input. */
type Enter = (element: HTMLElement, range: Range, text: string) => boolean;

/** The browser's own editing command, for editors that let the browser edit and watch. */
const byCommand: Enter = (element, _range, text) => {
  const document = element.ownerDocument;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
};

/** The event of a spelling replacement. An editor that takes it cancels it. */
const byBeforeInput: Enter = (element, range, text) => {
  const { InputEvent, StaticRange, DataTransfer } = windowOf(element);
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', text);
  const event = new InputEvent('beforeinput', {
    bubbles: true,
    cancelable: true,
    composed: true,
    inputType: 'insertReplacementText',
    data: text,
    dataTransfer,
    targetRanges: [new StaticRange(range)],
  });
  return !target(element, range).dispatchEvent(event);
};

/** The event of a paste of plain text. An editor that takes it cancels it. */
const byPaste: Enter = (element, range, text) => {
  const { ClipboardEvent, DataTransfer } = windowOf(element);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
  });
  return !target(element, range).dispatchEvent(event);
};

/** One path for an editor that is known; for another, the gentlest first, each only when the last was not taken. */
export function pathsOf(path: InputPath): readonly Enter[] {
  if (path === 'exec') return [byCommand];
  if (path === 'beforeinput') return [byBeforeInput];
  if (path === 'paste') return [byPaste];
  return [byBeforeInput, byPaste, byCommand];
}

/** True when the path takes a deletion as it is; the event paths are given words in its place. */
export function takesDeletion(path: InputPath): boolean {
  return path === 'exec';
}

function target(element: HTMLElement, range: Range): EventTarget {
  const { startContainer } = range;
  const inside = startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement;
  return inside !== null && element.contains(inside) ? inside : element;
}

function windowOf(element: HTMLElement): Window & typeof globalThis {
  return element.ownerDocument.defaultView ?? window;
}
