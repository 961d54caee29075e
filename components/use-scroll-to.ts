import { useEffect, useRef } from 'preact/hooks';

/** Returns a ref; its element is scrolled into view when it becomes the one that the author is at. */
export function useScrollTo<E extends HTMLElement>(isCurrent: boolean) {
  const element = useRef<E>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return element;
}
