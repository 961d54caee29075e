import { parentOf } from './own-host.ts';

/** Reports every hundredth of the element that enters or leaves its old place. */
const steps = Array.from({ length: 101 }, (_, step) => step / 100);

/**
 * Reports when an element may have moved or changed its size, whatever the cause. Nothing polls: an
 * IntersectionObserver compares the element with its place at the last call of `arm`.
 */
export function watchPlace(element: Element, onMove: () => void, signal: AbortSignal): { arm(): void } {
  const document = element.ownerDocument;
  const view = document.defaultView ?? window;
  let armed: DOMRectReadOnly | null = null;
  let place: IntersectionObserver | null = null;

  const sizes = new ResizeObserver(onMove);
  sizes.observe(element);
  sizes.observe(document.documentElement);
  if (document.body !== null) sizes.observe(document.body);
  // An element that shrinks stays within its old place; a style on an ancestor is the cause.
  const styles = new MutationObserver(onMove);
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    styles.observe(at, { attributes: true, attributeFilter: ['style', 'class', 'hidden', 'open', 'dir'] });
  }
  document.addEventListener('scroll', onMove, { signal, passive: true, capture: true });
  document.addEventListener('transitionend', onMove, { signal, passive: true, capture: true });
  document.addEventListener('fullscreenchange', onMove, { signal, passive: true });
  view.addEventListener('resize', onMove, { signal, passive: true });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    styles.disconnect();
    place?.disconnect();
  });

  return {
    arm() {
      const rect = element.getBoundingClientRect();
      if (signal.aborted || (armed !== null && isSame(armed, rect))) return;
      armed = rect;
      place?.disconnect();
      // The root is narrowed to the element's own place, so that any move changes the visible share.
      const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
      const insets = [rect.top, clientWidth - rect.right, clientHeight - rect.bottom, rect.left];
      place = new view.IntersectionObserver(
        (entries) => {
          const now = entries[entries.length - 1]?.boundingClientRect;
          if (now !== undefined && !isSame(now, rect)) onMove();
        },
        {
          root: document,
          rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '),
          threshold: steps,
        },
      );
      place.observe(element);
    },
  };
}

function isSame(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  const sides = [a.left - b.left, a.top - b.top, a.width - b.width, a.height - b.height];
  return sides.every((by) => Math.abs(by) < 0.5);
}
