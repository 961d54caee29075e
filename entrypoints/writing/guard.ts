/** Holds what of ours can be pressed in a page to be seen while it is pressed. */
export interface Guard {
  /** Call after each drawing and moving of our own: it is expected there from now on. */
  placed(): void;
  /** Call when keys may be taken: the focus comes into the tree by our own doing, or a shortcut has opened it. */
  entered(): void;
  end(): void;
}

interface Options {
  /** The page has moved it: puts it back. */
  readonly replace?: () => void;
  /** A press was refused, and nothing done. */
  readonly onRefused: () => void;
}

/** How long it must have been seen at its place before a press, in ms. */
const settled = 400;
/** Pause between two looks, in ms. */
const pause = 100;
/** How often the host is put right; a page that goes on against it has its way, and no press is taken. */
const most = 50;
/** What a page can do to the host itself; the top layer keeps out what it does to all around it. */
const plain = [
  ['opacity', '1'],
  ['visibility', 'visible'],
  ['filter', 'none'],
  ['clip-path', 'none'],
  ['mask-image', 'none'],
  ['mix-blend-mode', 'normal'],
] as const;

/**
 * Raises a host into the top layer, above everything of the page, and takes a press in its closed tree only while it is
 * seen, where we have put it, and a key only if the focus came there by our own doing.
 */
export function guardPresses(host: HTMLElement, root: ShadowRoot, { replace, onRefused }: Options): Guard {
  const sight = keepInSight(host, root, replace);
  let hasEntered = false;
  const onPress = (event: Event) => {
    const isKey = 'key' in event;
    if (!event.isTrusted || (isKey && !isPressing(event as KeyboardEvent))) return;
    // A click without a key before it is the pointer's, or that of an assistive technology, which moves the focus itself.
    if (sight.isSettled() && (!isKey || hasEntered)) {
      hasEntered ||= root.activeElement !== null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    onRefused();
  };
  for (const type of ['click', 'keydown', 'keyup']) root.addEventListener(type, onPress, true);
  root.addEventListener('focusout', (event) => {
    // A window that loses the focus gives it back to where it was.
    if (!('relatedTarget' in event) || !host.ownerDocument.hasFocus()) return;
    if (event.relatedTarget === null || !root.contains(event.relatedTarget as Node)) hasEntered = false;
  });
  return {
    placed: sight.placed,
    entered() {
      hasEntered = true;
    },
    end: sight.end,
  };
}

/** True for a key that presses a button or sends a form. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return key === 'Enter' || (key === ' ' && (target as Element).tagName === 'BUTTON');
}

/** Raises a host, puts it right where the page changes it, and tells whether it has been seen for a while at its place. */
function keepInSight(host: HTMLElement, root: ShadowRoot, replace: Options['replace']) {
  const view = (host.ownerDocument.defaultView ?? window) as Window & typeof globalThis;
  const style = host.style.cssText;
  const life = new AbortController();
  const isOccluded = watchOcclusion(view, life.signal);
  let place: DOMRect | null = null;
  let unseen = Number.NEGATIVE_INFINITY;
  let tries = 0;

  // A notice has no words at first.
  const box = () => root.querySelector('.card, .notice:not(.coming)');
  const isRaised = () => host.matches(':popover-open');
  const isPlain = () => {
    const computed = view.getComputedStyle(host);
    return plain.every(([name, value]) => computed.getPropertyValue(name) === value);
  };
  const raise = () => {
    if (tries++ > most) return;
    host.popover = 'manual';
    if (isRaised()) host.hidePopover();
    host.showPopover();
  };
  const putRight = () => {
    host.removeAttribute('tabindex');
    if (isPlain() || tries++ > most) return;
    unseen = performance.now();
    host.style.cssText = style;
  };
  const placed = () => {
    place = box()?.getBoundingClientRect() ?? null;
  };
  const look = () => {
    const shown = box();
    if (shown === null || place === null || !host.isConnected) return;
    putRight();
    const rect = shown.getBoundingClientRect();
    const isMoved = Math.hypot(rect.left - place.left, rect.top - place.top) > 2;
    const isBelow = !isRaised() || isOccluded(shown) || !isHit(host, rect);
    if (isMoved || isBelow || !isPlain()) unseen = performance.now();
    if (isBelow) raise();
    if (!isMoved) return;
    host.style.cssText = style;
    replace?.();
    placed();
  };
  const attributes = new view.MutationObserver(putRight);
  attributes.observe(host, { attributes: true });
  const timer = setInterval(look, pause);
  raise();

  return {
    placed,
    isSettled() {
      look();
      return performance.now() - unseen > settled;
    },
    end() {
      clearInterval(timer);
      attributes.disconnect();
      life.abort();
    },
  };
}

/** True if a pointer in the middle of a rectangle meets the host, or if that is out of view. */
function isHit(host: HTMLElement, { left, top, right, bottom }: DOMRect): boolean {
  const tree = host.getRootNode() as Document;
  const found = tree.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return found === null || found === host;
}

/** An entry of an observer that tracks visibility (Intersection Observer v2), which Firefox does not. */
interface Tracked extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** Returns whether something is painted over a part of a box, as the browser last told. Ends with the signal. */
function watchOcclusion(view: Window & typeof globalThis, signal: AbortSignal): (box: Element) => boolean {
  const covered = new Set<Element>();
  const note = (entries: readonly Tracked[]) => {
    for (const { target, intersectionRatio, isVisible } of entries) {
      // What is scrolled out of a long card is not told of.
      if (isVisible === false && intersectionRatio > 0.99) covered.add(target);
      else covered.delete(target);
    }
  };
  const observer = new view.IntersectionObserver(note, { trackVisibility: true, delay: 100 } as object);
  signal.addEventListener('abort', () => observer.disconnect());
  return ({ children }) => {
    for (const part of children) observer.observe(part);
    note(observer.takeRecords());
    return [...children].some((part) => covered.has(part));
  };
}
