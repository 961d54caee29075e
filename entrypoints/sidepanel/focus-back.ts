import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For an element whose switch goes once it was turned: when it goes with the focus in it, the focus goes to the tab. */
export function useFocusBack(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => () => {
      if (place.current?.contains(document.activeElement)) document.getElementById('page-tab')?.focus();
    },
    [],
  );
  return place;
}
