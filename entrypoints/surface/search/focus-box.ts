/**
 * Puts the focus in the search box, at once and when the popup is shown: Firefox renders a popup that a shortcut opened
 * before it gives it the keyboard. What the author has focused meanwhile keeps the focus. Returns a function that ends
 * it.
 */
export function focusWhenShown(box: HTMLInputElement, view: Window): () => void {
  const focus = () => {
    const { activeElement, body } = box.ownerDocument;
    if (activeElement !== null && activeElement !== body && activeElement !== box) return;
    if (!box.ownerDocument.hasFocus()) {
      // An element that has the focus already takes it again only after a blur.
      box.blur();
      view.focus();
    }
    box.focus();
  };
  box.focus();
  const frame = view.requestAnimationFrame(focus);
  view.addEventListener('focus', focus);
  return () => {
    view.cancelAnimationFrame(frame);
    view.removeEventListener('focus', focus);
  };
}
