import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** True if nothing has the focus, or only the button that opened the panel. */
function mayMoveFocus(opener: string): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return activeElement instanceof HTMLElement && activeElement.dataset.opens === opener;
}

/**
 * Focuses a button that may still be disabled, retrying for a second; stops if the user focuses something
 * else.
 */
function focusSoon(opener: string, find: () => HTMLElement | null | undefined, tries = 20): void {
  if (!mayMoveFocus(opener)) return;
  const found = find();
  found?.focus();
  if (document.activeElement !== found && tries > 0) setTimeout(() => focusSoon(opener, find, tries - 1), 50);
}

/**
 * Keeps the keyboard focus when a panel opens beside or in place of its button: focuses the panel's first
 * button, and on unmount the (re-rendered) opener, which has `data-opens` set to `name`. Returns the ref of
 * the panel.
 */
export function useFocusHere<E extends HTMLElement>(name: string): RefObject<E | null> {
  const panel = useRef<E>(null);
  useLayoutEffect(() => {
    const first = (): HTMLElement | null | undefined =>
      panel.current?.querySelector<HTMLElement>('.button') ?? panel.current?.querySelector('button');
    focusSoon(name, first);
    return () => {
      // After the commit that renders the opener again.
      queueMicrotask(() =>
        focusSoon(name, () => document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(name)}"]`)),
      );
    };
  }, [name]);
  return panel;
}
