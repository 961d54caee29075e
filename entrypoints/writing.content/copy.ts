/** Puts words on the clipboard at a click. False when the browser would not (a page that forbids it). */
export async function copyText(document: Document, words: string): Promise<boolean> {
  const clipboard = document.defaultView?.navigator.clipboard;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(words);
      return true;
    } catch (error) {
      // Forbidden by the page's policy; the older way may still be open.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  // Pages without a secure connection, as many are on internal networks, have no `navigator.clipboard`.
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return taken;
}
