import { hasCandidate, isCandidate } from '../../lib/fields/editable-elements.ts';
import { innermost } from '../../lib/fields/innermost.ts';

interface Options {
  /** Sends for what reads and marks. When it fails, it is tried again at the next sign of an editor. */
  readonly sendFor: () => Promise<void>;
  /** Reaches into a closed shadow tree where the browser lets an extension. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
}

/** Rest between two looks at a page that changes, in ms. */
const rest = 400;

/**
 * Looks out for an editor in this document: at once, when the page changes, and when the author goes into one. Returns
 * what ends it. It runs on every page of an allowed site, where each object of the browser's that is touched for the
 * first time costs more than all the rest: so no signal, no root element, and no active element where nothing has the
 * focus.
 */
export function startScout({ sendFor, shadowRootOf }: Options): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = false;

  const found = () => {
    if (sent) return;
    sent = true;
    sendFor().catch(() => {
      sent = false;
    });
  };
  const isEditor = (target: EventTarget | null | undefined) => {
    const at = innermost(target, shadowRootOf);
    return at !== null && isCandidate(at);
  };
  /** An editor of a shadow tree that has the focus already, a line that has its first words by now. */
  const hasFocusedCandidate = () => {
    return document.querySelector(':focus-within') !== null && isEditor(document.activeElement);
  };
  const onFocus = (event: FocusEvent) => {
    // A line that was left may have its first words.
    const [at] = event.composedPath();
    if (document.designMode === 'on' || isEditor(at) || isEditor(event.relatedTarget)) found();
  };
  const look = () => {
    timer = undefined;
    // A page that writes its document anew drops all listeners; a second time is none where it is there already.
    document.addEventListener('focusin', onFocus, true);
    if (hasCandidate(document) || hasFocusedCandidate()) found();
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, rest);
  });

  look();
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['contenteditable', 'readonly', 'disabled'],
  });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener('focusin', onFocus, true);
  };
}
