/** Copies words to the clipboard at a click. Returns false if the browser refuses (a page may forbid it). */
export async function copyText(document: Document, words: string): Promise<boolean> {
  const clipboard = document.defaultView?.navigator.clipboard;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(words);
      return true;
    } catch (error) {
      // Forbidden by the page's policy; the older API may still work.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  // Insecure origins, common on internal networks, have no `navigator.clipboard`.
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
