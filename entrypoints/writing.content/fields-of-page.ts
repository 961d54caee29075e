import { fieldAround, findFields, isReadable } from '../../lib/fields/find.ts';
import { innermost } from '../../lib/fields/innermost.ts';

interface Options {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Reaches into a closed shadow tree where the browser lets an extension. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** A field has come (or the author has gone into it: `used`). */
  readonly onField: (element: HTMLElement, used: boolean) => void;
  /** To be asked: which elements are watched already. */
  readonly known: () => Iterable<HTMLElement>;
  readonly onGone: (element: HTMLElement) => void;
}

/** Rest between two looks at a page that changes, in ms. */
const rest = 400;

/** Finds the editor fields of a page, now and as they come and go. A page that does not change costs nothing more. */
export function watchFields({ document, signal, shadowRootOf, onField, known, onGone }: Options): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let root: Element | null = null;
  let listening = new AbortController();

  const look = () => {
    timer = undefined;
    if (signal.aborted) return;
    if (document.documentElement !== root) listen();
    for (const element of known()) {
      if (!element.isConnected || element.ownerDocument !== document || !isReadable(element)) onGone(element);
    }
    for (const element of findFields(document)) onField(element, false);
  };
  /** Again whenever the page writes its document anew, which drops all listeners. */
  const listen = () => {
    root = document.documentElement;
    listening.abort();
    listening = new AbortController();
    document.addEventListener(
      'focusin',
      (event) => {
        const [at] = event.composedPath();
        // A line that was left may have its first words.
        for (const target of [event.relatedTarget, at]) {
          const element = innermost(target, shadowRootOf);
          const field = element === null ? null : fieldAround(element);
          if (field !== null) onField(field, target === at);
        }
      },
      { signal: AbortSignal.any([signal, listening.signal]), capture: true, passive: true },
    );
  };
  const observer = new MutationObserver((records) => {
    if (timer !== undefined || !records.some((record) => isOutside(record.target, known()))) return;
    timer = setTimeout(look, rest);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  look();
  const focused = innermost(document.activeElement, shadowRootOf);
  const field = focused === null ? null : fieldAround(focused);
  if (field !== null) onField(field, true);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['contenteditable', 'readonly', 'disabled'],
  });
}

/** What somebody writes changes its field only; no new field comes of it. */
function isOutside(target: Node, fields: Iterable<HTMLElement>): boolean {
  for (const field of fields) if (field !== target && field.contains(target)) return false;
  return true;
}
