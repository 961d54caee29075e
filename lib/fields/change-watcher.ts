/** Reports changes of a field: at most once per frame, never while an input method composes. */
export interface ChangeWatcher {
  readonly composing: boolean;
  /** Call at every change; the listeners run in the next frame. */
  changed(): void;
  /** Adds a listener until the signal aborts. */
  add(onChange: () => void, signal: AbortSignal): void;
}

/** Watches composition on an element until the signal aborts. */
export function watchChanges(element: HTMLElement, signal: AbortSignal): ChangeWatcher {
  const listeners = new Set<() => void>();
  const view = element.ownerDocument.defaultView ?? window;
  let composing = false;
  let frame = 0;

  const notify = () => {
    frame = 0;
    if (composing) return;
    for (const listener of listeners) listener();
  };
  const changed = () => {
    if (!composing && frame === 0) frame = view.requestAnimationFrame(notify);
  };
  element.addEventListener(
    'compositionstart',
    () => {
      composing = true;
    },
    { signal, capture: true },
  );
  const compositionEnded = () => {
    if (!composing) return;
    composing = false;
    changed();
  };
  element.addEventListener('compositionend', compositionEnded, { signal, capture: true });
  // An editor that loses the focus during a composition gets no compositionend.
  element.addEventListener('blur', compositionEnded, { signal, capture: true });
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
