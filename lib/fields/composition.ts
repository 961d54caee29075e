/** Whether an input method composes. */
export interface Composition {
  readonly now: boolean;
}

/**
 * Follows the compositions on a target or within it until the signal aborts. Only the browser begins one: a page that does
 * by a script, and never ends it, would hold up every check. Any event ends it: Chrome does not mark its own
 * `compositionend` as trusted (seen in Chromium 140 and later).
 */
export function watchComposition(target: EventTarget, onEnd: () => void, signal: AbortSignal): Composition {
  let now = false;
  const options = { signal, capture: true };
  const began = ({ isTrusted }: Event) => {
    now ||= isTrusted;
  };
  const ended = () => {
    if (!now) return;
    now = false;
    onEnd();
  };
  target.addEventListener('compositionstart', began, options);
  // An editor that loses the focus during a composition gets no compositionend.
  for (const type of ['compositionend', 'blur'] as const) target.addEventListener(type, ended, options);
  return {
    get now() {
      return now;
    },
  };
}
