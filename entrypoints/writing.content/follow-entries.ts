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

/** Follows the author from element to element, also into inputs and shadow trees, until the signal. */
export function followEntries(options: Options): void {
  const { document, shadowRootOf, watched, enter, entered, isSkipped, signal } = options;
  const passive = { signal, capture: true, passive: true };
  document.addEventListener(
    'focusin',
    (event) => {
      const [at] = event.composedPath();
      // The line that was left may have its first words.
      enter(event.relatedTarget, false);
      enter(at, true);
    },
    passive,
  );
  // An input becomes a field with its first Chinese words, and not when it gets the focus; what is left alone is told of.
  const onWords = (event: Event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    const element = innermost(event.target, shadowRootOf);
    if (element === null || watched.has(element as HTMLElement)) return;
    if (element.tagName === 'INPUT' || isSkipped(element)) enter(element, true);
  };
  // A composition ends after its last `input`.
  for (const type of ['input', 'compositionend'] as const) document.addEventListener(type, onWords, passive);
  // Focus that moves within one shadow root fires no event outside of it. Keys and the pointer, which move it, do.
  const onMove = () => {
    if (innermost(document.activeElement, shadowRootOf) !== entered()) enter(document.activeElement, true);
  };
  for (const type of ['keyup', 'pointerup'] as const) document.addEventListener(type, onMove, passive);
}
