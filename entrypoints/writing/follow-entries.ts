import { editables } from '../../lib/fields/editable-elements.ts';
import { innermost } from '../../lib/fields/innermost.ts';

interface Options {
  readonly document: Document;
  /** Opens a closed shadow tree if the browser lets extensions do so. */
  readonly shadowRootOf: ((element: Element) => ShadowRoot | null) | undefined;
  /** The fields watched already. */
  readonly watched: Pick<ReadonlyMap<HTMLElement, unknown>, 'has'>;
  /** Called when the author enters an element (`used`), or leaves one that may be a field by now. */
  readonly enter: (target: EventTarget | null | undefined, used: boolean) => void;
  /** The element that the author entered last. */
  readonly entered: () => Element | null;
  /** True for an element that is not read, and was not told of yet. */
  readonly isSkipped: (element: Element) => boolean;
  readonly signal: AbortSignal;
}

/** How long after a press beside the fields, or Tab, a focus is taken for its consequence, in ms. */
const following = 500;

/**
 * Follows the author from element to element, also into inputs and shadow trees, until the signal. A focus alone does not
 * say where the author is: a script of the page may have moved it.
 */
export function followEntries(options: Options): void {
  const { document, shadowRootOf, watched, enter, entered, isSkipped, signal } = options;
  const passive = { signal, capture: true, passive: true };
  let moving = Number.NEGATIVE_INFINITY;
  let isFresh = true;
  document.addEventListener(
    'focusin',
    (event) => {
      const [at] = event.composedPath();
      // The line that was left may have its first words.
      enter(event.relatedTarget, false);
      isFresh = true;
      enter(at, entered() === null || performance.now() - moving < following);
    },
    passive,
  );
  // An input becomes a field with its first Chinese words, and not when it gets the focus; what is left alone is told of.
  const onWords = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    const element = innermost(event.target, shadowRootOf);
    if (element === null || watched.has(element as HTMLElement)) return;
    if (element.tagName === 'INPUT' || isSkipped(element)) enter(element, element === entered());
  };
  // A composition ends after its last `input`.
  for (const type of ['input', 'compositionend'] as const) document.addEventListener(type, onWords, passive);
  // Focus that moves within one shadow root fires no event outside of it. Keys and the pointer, which move it, do.
  const onAct = (event: Event) => {
    const { moves, isHere } = whatItTells(event);
    if (moves) moving = performance.now();
    const { activeElement } = document;
    if (!isHere || (!isFresh && innermost(activeElement, shadowRootOf) === entered())) return;
    isFresh = false;
    enter(activeElement, true);
  };
  for (const type of ['keydown', 'keyup', 'pointerdown', 'mousedown', 'pointerup', 'mouseup'])
    document.addEventListener(type, onAct, passive);
}

/** Whether a key or press may be about to move the focus (`moves`), and whether the author is where the focus is. */
function whatItTells(event: Event): { moves: boolean; isHere: boolean } {
  const { isTrusted, type } = event;
  const isTab = 'key' in event && event.key === 'Tab';
  const isPress = type === 'pointerdown' || type === 'mousedown';
  const [at] = event.composedPath();
  const isBeside = isPress && (at as Element).closest?.(editables) === null;
  // The focus follows a press; a key that is let go may have been pressed before the focus moved.
  return {
    moves: isTrusted && (isTab || isBeside),
    isHere: isTrusted && !isPress && (type !== 'keyup' || isTab),
  };
}
