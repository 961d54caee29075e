import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** True while the focus has no place, or is on a button that has done its work: the one that opened a piece. */
function isFree(opener: string): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return activeElement instanceof HTMLElement && activeElement.dataset.opens === opener;
}

/** Gives the focus to a button that may be off for a moment, while work goes on; not when it has found another place. */
function focusSoon(opener: string, find: () => HTMLElement | null | undefined, tries = 20): void {
  if (!isFree(opener)) return;
  const found = find();
  found?.focus();
  if (document.activeElement !== found && tries > 0) setTimeout(() => focusSoon(opener, find, tries - 1), 50);
}

/**
 * Keeps the keyboard's place where a piece comes beside the button that opened it or in its place: the focus goes to its first
 * button, and with its end back to the one that opened it, drawn anew, which has `data-opens` with this name.
 */
export function useFocusHere<E extends HTMLElement>(name: string): RefObject<E | null> {
  const piece = useRef<E>(null);
  useLayoutEffect(() => {
    const first = (): HTMLElement | null | undefined =>
      piece.current?.querySelector<HTMLElement>('.button') ?? piece.current?.querySelector('button');
    focusSoon(name, first);
    return () => {
      // Once all that is drawn with it stands there.
      queueMicrotask(() =>
        focusSoon(name, () => document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(name)}"]`)),
      );
    };
  }, [name]);
  return piece;
}
