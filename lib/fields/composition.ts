/** Whether an input method composes. */
export interface Composition {
  readonly now: boolean;
}

/**
 * Follows the compositions on a target or within it until the signal aborts. Only the browser's own events count: a page
 * that begins one by a script, and never ends it, would hold up every check.
 */
export function watchComposition(target: EventTarget, onEnd: () => void, signal: AbortSignal): Composition {
  let now = false;
  const options = { signal, capture: true };
  const began = ({ isTrusted }: Event) => {
    now ||= isTrusted;
  };
  const ended = ({ isTrusted }: Event) => {
    if (!now || !isTrusted) return;
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
