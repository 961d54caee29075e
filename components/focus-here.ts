import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const nowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Gives the focus to a button that may be off for a moment, while work goes on; not when it has found another place. */
function focusSoon(find: () => HTMLElement | null | undefined, tries = 20): void {
  if (!nowhere()) return;
  find()?.focus();
  if (nowhere() && tries > 0) setTimeout(() => focusSoon(find, tries - 1), 50);
}

/**
 * Keeps the keyboard's place where a piece comes in the place of the button that opened it: the focus goes to its first
 * button, and with its end back to the one that opened it, drawn anew, which has `data-opens` with this name.
 */
export function useFocusHere<E extends HTMLElement>(name: string): RefObject<E | null> {
  const piece = useRef<E>(null);
  useLayoutEffect(() => {
    const first = (): HTMLElement | null | undefined =>
      piece.current?.querySelector<HTMLElement>('.button') ?? piece.current?.querySelector('button');
    focusSoon(first);
    return () => {
      // Once all that is drawn with it stands there.
      queueMicrotask(() =>
        focusSoon(() => document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(name)}"]`)),
      );
    };
  }, [name]);
  return piece;
}
