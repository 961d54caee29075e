import { isCanvasInput } from '../unreadable.ts';

/**
 * The element that receives the keys of an editor drawn on a canvas: the one with the focus, else the only one. It may
 * stand in a frame out of sight. Null where there is none, or where several could be meant.
 */
export function canvasInputOf(document: Document): HTMLElement | null {
  const found = inputsIn(document);
  const focused = found.find((element) => element.ownerDocument.hasFocus() && element.matches(':focus'));
  return (
    focused ?? (found.length === 1 ? (found[0] ?? null) : (found.find((e) => e.matches(':focus')) ?? null))
  );
}

function inputsIn(document: Document): HTMLElement[] {
  const own = [...document.querySelectorAll<HTMLElement>('textarea, [contenteditable]')];
  const framed = [...document.querySelectorAll('iframe')].flatMap(({ contentDocument: inner }) =>
    inner === null ? [] : [...inner.querySelectorAll<HTMLElement>('textarea, [contenteditable]')],
  );
  return [...own, ...framed].filter((element) => {
    const isOpen = element.tagName === 'TEXTAREA' || element.isContentEditable;
    return isOpen && isCanvasInput(element);
  });
}
