/** Tells of changes in a field: once per frame at most, never while an input method composes. */
export interface ChangeWatcher {
  readonly composing: boolean;
  /** To be called at every change; listeners hear of it in the next frame. */
  changed(): void;
  /** Calls back until the signal aborts. */
  add(onChange: () => void, signal: AbortSignal): void;
}

/** Watches composition on an element; everything hangs on the signal. */
export function watchChanges(element: HTMLElement, signal: AbortSignal): ChangeWatcher {
  const listeners = new Set<() => void>();
  const view = element.ownerDocument.defaultView ?? window;
  let composing = false;
  let frame = 0;

  const tell = () => {
    frame = 0;
    if (composing) return;
    for (const listener of listeners) listener();
  };
  const changed = () => {
    if (!composing && frame === 0) frame = view.requestAnimationFrame(tell);
  };
  element.addEventListener(
    'compositionstart',
    () => {
      composing = true;
    },
    { signal, capture: true },
  );
  const composed = () => {
    if (!composing) return;
    composing = false;
    changed();
  };
  element.addEventListener('compositionend', composed, { signal, capture: true });
  // An editor that is left in the middle of a composition never sees its end.
  element.addEventListener('blur', composed, { signal, capture: true });
  signal.addEventListener('abort', () => {
    listeners.clear();
    view.cancelAnimationFrame(frame);
  });

  return {
    get composing() {
      return composing;
    },
    changed,
    add(onChange, until) {
      if (until.aborted || signal.aborted) return;
      listeners.add(onChange);
      until.addEventListener('abort', () => listeners.delete(onChange));
    },
  };
}
