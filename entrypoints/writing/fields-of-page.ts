import { fieldAround, findFields, isReadable, leftAlone } from '../../lib/fields/find.ts';
import { given } from '../../lib/fields/given.ts';
import { innermost } from '../../lib/fields/innermost.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';
import { type Unreadable, unreadableAround, unreadableIn } from '../../lib/fields/unreadable.ts';
import { beginInView } from './begin-in-view.ts';
import { followEntries } from './follow-entries.ts';

interface Options {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Opens a closed shadow tree if the browser lets extensions do so. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** What is read here although it is skipped by default; called each time. */
  readonly alsoRead: () => AlsoRead;
  /** A field appeared, or the author entered it (`used`). */
  readonly onField: (element: HTMLElement, used: boolean) => void;
  /** The elements watched already, as they are at each time. */
  readonly watched: Pick<ReadonlyMap<HTMLElement, unknown>, 'keys' | 'has'>;
  /** A field was hidden, or is shown again. */
  readonly onShown: () => void;
  /** Called before a search: fields may have come or gone. */
  readonly onLook: () => void;
  readonly onGone: (element: HTMLElement) => void;
  /** An editor whose text is not in the page appeared or went; `used`: the author entered it. */
  readonly onUnreadable: (what: Unreadable | null, used: boolean) => void;
  /** The author entered a field that is skipped until they choose otherwise. */
  readonly onLeftAlone: (element: Element) => void;
}

/** Pause between two searches of a changing page, in ms. */
const rest = 400;

/**
 * Finds the editor fields of a page, and follows as they come and go. An unchanging page costs nothing more. `look`
 * searches again.
 */
export function watchFields(options: Options): { look(): void } {
  const { document, signal, shadowRootOf, alsoRead, onField, onShown, onLook, watched, onGone } = options;
  const { onUnreadable, onLeftAlone } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let root: Element | null = null;
  let listening = new AbortController();
  /** The element that the author entered last. */
  let entered: Element | null = null;
  /** The skipped element that was told of last. */
  let skipped: Element | null = null;

  const isShown = watchShown(() => {
    look();
    onShown();
  }, signal);
  const begin = beginInView((element) => {
    if (element.isConnected && isReadable(element, alsoRead())) onField(element, false);
  }, signal);

  const look = () => {
    timer = undefined;
    if (signal.aborted) return;
    if (document.documentElement !== root) listen();
    onLook();
    for (const element of [...watched.keys()]) {
      const isHere = element.isConnected && element.ownerDocument === document;
      if (!isHere || !isReadable(element, alsoRead())) onGone(element);
    }
    const found = findFields(document, alsoRead()).filter(isShown);
    begin(found.filter((element) => !watched.has(element)));
    onUnreadable(unreadableIn(document), false);
  };
  const enter = (target: EventTarget | null | undefined, used: boolean) => {
    const element = innermost(target, shadowRootOf);
    if (element === null) return;
    if (used) entered = element;
    const field = fieldAround(element, alsoRead());
    skipped = null;
    if (field !== null) return onField(field, used);
    if (!used) return;
    const what = unreadableAround(element);
    if (what === null && leftAlone(element) === null) return;
    skipped = element;
    if (what === null) onLeftAlone(element);
    else onUnreadable(what, true);
  };
  /** Called again when the page rewrites its document, which drops all listeners. */
  const listen = () => {
    root = document.documentElement;
    listening.abort();
    listening = new AbortController();
    followEntries({
      document,
      watched,
      shadowRootOf,
      enter,
      entered: () => entered,
      isSkipped: (element) => element !== skipped && fieldAround(element, alsoRead()) === null,
      signal: AbortSignal.any([signal, listening.signal]),
    });
  };
  const observer = new MutationObserver((records) => {
    if (timer !== undefined || !records.some((record) => isOutside(record.target, watched))) return;
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

/**
 * Returns whether a field is shown, and calls `onChange` once one of those asked about is shown or hidden: a style alone
 * shows an editor's original, in its source mode. Ends with the signal.
 */
function watchShown(onChange: () => void, signal: AbortSignal): (element: HTMLElement) => boolean {
  const shown = new WeakMap<Element, boolean>();
  const sizes = new ResizeObserver((entries) => {
    if (entries.some(({ target }) => shown.get(target) !== target.checkVisibility())) onChange();
  });
  signal.addEventListener('abort', () => sizes.disconnect());
  return (element) => {
    if (!shown.has(element)) sizes.observe(element);
    const is = element.checkVisibility();
    shown.set(element, is);
    return is;
  };
}

/** Typing changes only its own field and adds none. */
function isOutside(target: Node, fields: Options['watched']): boolean {
  for (let at = target.parentNode; at !== null; at = given(at, 'parentNode'))
    if (fields.has(at as HTMLElement)) return false;
  return true;
}
