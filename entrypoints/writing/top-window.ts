/** The outermost accessible window, and the position of this window's view in it (CSS pixels). */
export interface TopView {
  readonly view: Window;
  readonly left: number;
  readonly top: number;
  /** Pixels of that window per pixel of this one: the page around may zoom or scale the frame. */
  readonly scale: number;
  /** The frame in that window that contains this one; null if it is that window. */
  readonly frame: Element | null;
}

/** An editor in its own frame (about:blank, srcdoc) belongs to the page around it, which has room for a card. */
export function topView(view: Window): TopView {
  let at = view;
  let left = 0;
  let top = 0;
  let scale = 1;
  let within: Element | null = null;
  for (;;) {
    const frame = frameOf(at);
    // A fullscreen frame leaves no room beside it.
    if (frame === null || frame.matches(':fullscreen')) return { view: at, left, top, scale, frame: within };
    const rect = frame.getBoundingClientRect();
    const outer = frame.ownerDocument.defaultView;
    if (outer === null || frame.ownerDocument.body?.tagName === 'FRAMESET')
      return { view: at, left, top, scale, frame: within };
    const { clientLeft, clientTop } = frame;
    const by = 'offsetWidth' in frame && rect.width > 0 ? rect.width / Number(frame.offsetWidth) : 1;
    left = rect.left + (clientLeft + left) * by;
    top = rect.top + (clientTop + top) * by;
    scale *= by;
    within = frame;
    at = outer;
  }
}

/** The address that decides whether a site is allowed: a frame without one uses that of the page around it. */
export function addressOf(view: Window): string {
  const location = locationOf(view);
  return location === null ? 'about:blank' : location.origin + location.pathname;
}

/**
 * The address that identifies a draft: with the query and the route, by which many sites distinguish drafts, and with
 * the path to the frame (0.1: the second frame in the first) if it is inside a page.
 */
export function draftAddress(view: Window): string {
  const location = locationOf(view);
  const path = framePath(view);
  const frame = path === '' ? '' : `@${path}`;
  if (location === null) return `about:blank${frame}`;
  const { origin, pathname, search, hash } = location;
  return origin + pathname + search + (hash.includes('/') ? hash : '') + frame;
}

function locationOf(view: Window): Location | null {
  let at = view;
  for (;;) {
    const { protocol } = at.location;
    if (protocol !== 'about:' && protocol !== 'blob:' && protocol !== 'data:') return at.location;
    const outer = frameOf(at)?.ownerDocument.defaultView ?? null;
    if (outer === null) return null;
    at = outer;
  }
}

function framePath(view: Window): string {
  const steps: number[] = [];
  for (let at: Window | null = view; at !== null; ) {
    const frame: Element | null = frameOf(at);
    if (frame === null) break;
    const root = frame.getRootNode() as Document | ShadowRoot;
    steps.unshift([...root.querySelectorAll('iframe, frame')].indexOf(frame));
    at = frame.ownerDocument.defaultView;
  }
  return steps.join('.');
}

function frameOf(view: Window): Element | null {
  try {
    return view.frameElement;
  } catch (error) {
    // The page around has another origin (some engines throw, some return null).
    if (error instanceof DOMException) return null;
    throw error;
  }
}
