import { hasCandidate, isCandidate } from '../../lib/fields/editable-elements.ts';
import { innermost } from '../../lib/fields/innermost.ts';

interface Options {
  /** Requests the content script. If it rejects, the next sign of an editor calls it again. */
  readonly requestScript: () => Promise<void>;
  /** False while the page is none where the author writes; a page may change its address without loading. */
  readonly mayHoldEditor: () => boolean;
  /** Opens a closed shadow root if the browser allows it. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
}

/** After these, the words of an input are entered; a composition ends after its last `input`. */
const ends = ['input', 'compositionend'] as const;
/** Pause between two looks at a changing page, in ms. */
const rest = 400;

/**
 * Watches this document for an editor: at once, on mutations and on focus. Returns a function that stops it.
 * Runs on every page of an allowed site, where the first access to each browser object is the main cost: so
 * it uses no AbortSignal and no root element, and reads the active element only if something has the focus.
 */
export function startScout({ requestScript, mayHoldEditor, shadowRootOf }: Options): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = false;

  const report = () => {
    if (sent || !mayHoldEditor()) return;
    sent = true;
    requestScript().catch(() => {
      sent = false;
    });
  };
  const isEditor = (target: EventTarget | null | undefined) => {
    const at = innermost(target, shadowRootOf);
    return at !== null && isCandidate(at);
  };
  /** Finds an editor in a shadow tree that has the focus already, or an input that has been filled since. */
  const hasFocusedCandidate = () => {
    return document.querySelector(':focus-within') !== null && isEditor(document.activeElement);
  };
  const onFocus = (event: FocusEvent) => {
    // An input may have been filled before it lost the focus.
    const [at] = event.composedPath();
    if (document.designMode === 'on' || isEditor(at) || isEditor(event.relatedTarget)) report();
  };
  /** An input becomes a field with its first Chinese words. */
  const onWords = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    if (isEditor(event.composedPath()[0])) report();
  };
  const look = () => {
    timer = undefined;
    // document.open() drops all listeners; addEventListener is idempotent for the same listener.
    document.addEventListener('focusin', onFocus, true);
    for (const type of ends) document.addEventListener(type, onWords, true);
    if (hasCandidate(document) || hasFocusedCandidate()) report();
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
    for (const type of ends) document.removeEventListener(type, onWords, true);
  };
}
