/** What a key event of ours says. `keyCode` is what older editors read. */
type Key = Pick<KeyboardEventInit, 'key' | 'code' | 'ctrlKey' | 'metaKey'> & { readonly keyCode: number };

/** Dispatches a key event on a field, as a keyboard would. Returns false if the editor cancels it. */
export function dispatchKey(element: HTMLElement, type: 'keydown' | 'keyup', key: Key): boolean {
  const { KeyboardEvent } = element.ownerDocument.defaultView ?? window;
  // Firefox derives no `which` from `keyCode`.
  const init = { ...key, which: key.keyCode, bubbles: true, cancelable: true, composed: true };
  return element.dispatchEvent(new KeyboardEvent(type, init));
}

/** Has an editor undo one step by its own shortcut, or the browser where the editor has none. */
export function undoByKey(element: HTMLElement): void {
  const { navigator } = element.ownerDocument.defaultView ?? window;
  const mac = /mac/i.test(navigator.platform);
  const key = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: !mac, metaKey: mac };
  if (dispatchKey(element, 'keydown', key)) element.ownerDocument.execCommand('undo');
}

/**
 * Has an editor that keeps copies of its text for undoing make one. Each makes them at another sign: when a key that moves
 * the caret is let go, at an input, or, with `writing`, when a key is pressed that is about to replace what is selected,
 * and then again when it is let go.
 */
export function dispatchCopySigns(element: HTMLElement, writing: boolean): void {
  const { Event } = element.ownerDocument.defaultView ?? window;
  dispatchKey(element, 'keyup', { key: 'End', code: 'End', keyCode: 35 });
  if (!writing) return;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  // A key that writes nothing itself and moves nothing.
  dispatchKey(element, 'keydown', { key: 'Insert', code: 'Insert', keyCode: 45 });
}
