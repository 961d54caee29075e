/** So many fields are begun at once; a page with more has them begun as they come near the view. */
const few = 20;
/** How long fields are begun in one task, in ms: a longer one would hold up the page. */
const slice = 8;

/**
 * Begins fields without holding up the page: a few at once; of many, those in view or near it, in short tasks, and the
 * others when they come there. Each call takes the fields that are not begun yet. A field that the author enters is begun
 * by that. Ends with the signal.
 */
export function beginInView(
  begin: (element: HTMLElement) => void,
  signal: AbortSignal,
): (fields: readonly HTMLElement[]) => void {
  let observer: IntersectionObserver | null = null;
  const near = new Set<HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const work = () => {
    timer = undefined;
    const end = performance.now() + slice;
    for (const element of near) {
      near.delete(element);
      begin(element);
      if (performance.now() >= end) break;
    }
    if (near.size > 0) timer = setTimeout(work);
  };
  const onSeen = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer?.unobserve(target);
      near.add(target as HTMLElement);
    }
    if (near.size > 0) timer ??= setTimeout(work);
  };
  signal.addEventListener('abort', () => {
    observer?.disconnect();
    clearTimeout(timer);
    near.clear();
  });

  return (fields) => {
    if (fields.length <= few) {
      for (const element of fields) begin(element);
      return;
    }
    observer ??= new IntersectionObserver(onSeen, { rootMargin: '50% 0px' });
    for (const element of fields) if (!near.has(element)) observer.observe(element);
  };
}
