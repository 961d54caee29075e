import { fieldAround, findFields, isReadable, leftAlone } from '../../lib/fields/find.ts';
import { innermost } from '../../lib/fields/innermost.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';
import { type Unreadable, unreadableAround, unreadableIn } from '../../lib/fields/unreadable.ts';

interface Options {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Reaches into a closed shadow tree where the browser lets an extension. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** To be asked: what is read here although it is left alone by default. */
  readonly alsoRead: () => AlsoRead;
  /** A field has come (or the author has gone into it: `used`). */
  readonly onField: (element: HTMLElement, used: boolean) => void;
  /** To be asked: which elements are watched already. */
  readonly known: () => Iterable<HTMLElement>;
  readonly onGone: (element: HTMLElement) => void;
  /** An editor whose text is not in the page is there, or no longer; `used`: the author has gone into it. */
  readonly onUnreadable: (what: Unreadable | null, used: boolean) => void;
  /** The author has gone into a field that is left alone until they say otherwise. */
  readonly onLeftAlone: (element: Element) => void;
}

/** Rest between two looks at a page that changes, in ms. */
const rest = 400;

/**
 * Finds the editor fields of a page, now and as they come and go. A page that does not change costs nothing more.
 * `look` looks anew.
 */
export function watchFields(options: Options): { look(): void } {
  const { document, signal, shadowRootOf, alsoRead, onField, known, onGone, onUnreadable, onLeftAlone } =
    options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let root: Element | null = null;
  let listening = new AbortController();

  const look = () => {
    timer = undefined;
    if (signal.aborted) return;
    if (document.documentElement !== root) listen();
    for (const element of known()) {
      const isHere = element.isConnected && element.ownerDocument === document;
      if (!isHere || !isReadable(element, alsoRead())) onGone(element);
    }
    for (const element of findFields(document, alsoRead())) onField(element, false);
    onUnreadable(unreadableIn(document), false);
  };
  const enter = (target: EventTarget | null | undefined, used: boolean) => {
    const element = innermost(target, shadowRootOf);
    if (element === null) return;
    const field = fieldAround(element, alsoRead());
    if (field !== null) return onField(field, used);
    if (!used) return;
    const what = unreadableAround(element);
    if (what !== null) onUnreadable(what, true);
    else if (leftAlone(element) !== null) onLeftAlone(element);
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
        enter(event.relatedTarget, false);
        enter(at, true);
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
  enter(document.activeElement, true);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['contenteditable', 'readonly', 'disabled'],
  });
  return {
    look() {
      look();
      enter(document.activeElement, true);
    },
  };
}

/** What somebody writes changes its field only; no new field comes of it. */
function isOutside(target: Node, fields: Iterable<HTMLElement>): boolean {
  for (const field of fields) if (field !== target && field.contains(target)) return false;
  return true;
}
