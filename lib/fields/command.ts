import { parentOf } from './own-host.ts';

/**
 * Has the browser enter text into a field whose selection is set, or delete what is selected (''). Returns false if it did
 * not, or if the page has moved the focus meanwhile: what came into another field is taken out again.
 */
export function enterByCommand(field: HTMLElement, text: string): boolean {
  const { ownerDocument: document } = field;
  let isStray = false;
  const note = (event: Event) => {
    const [at] = event.composedPath();
    let around: Element | null = field;
    while (around !== null && around !== at) around = parentOf(around);
    isStray ||= around === null && !field.contains(at as Node);
  };
  document.addEventListener('input', note, true);
  const isDone =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  document.removeEventListener('input', note, true);
  if (!isStray) return isDone;
  document.execCommand('undo');
  field.focus({ preventScroll: true });
  return false;
}
