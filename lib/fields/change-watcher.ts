import { watchComposition } from './composition.ts';

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
  let frame = 0;

  const notify = () => {
    frame = 0;
    if (composition.now) return;
    for (const listener of listeners) listener();
  };
  const changed = () => {
    if (!composition.now && frame === 0) frame = view.requestAnimationFrame(notify);
  };
  const composition = watchComposition(element, changed, signal);
  signal.addEventListener('abort', () => {
    listeners.clear();
    view.cancelAnimationFrame(frame);
  });

  return {
    get composing() {
      return composition.now;
    },
    changed,
    add(onChange, until) {
      if (until.aborted || signal.aborted) return;
      listeners.add(onChange);
      until.addEventListener('abort', () => listeners.delete(onChange));
    },
  };
}
