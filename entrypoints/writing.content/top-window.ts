/** The outermost window this one may reach, and where this one's view stands in it (CSS pixels). */
export interface TopView {
  readonly view: Window;
  readonly left: number;
  readonly top: number;
  /** The frame in that window which this one is in; null where it is that window itself. */
  readonly frame: Element | null;
}

/** An editor in a frame of its own (about:blank, srcdoc) belongs to the page around it: there is room for a card. */
export function topView(view: Window): TopView {
  let at = view;
  let left = 0;
  let top = 0;
  let within: Element | null = null;
  for (;;) {
    const frame = frameOf(at);
    // A frame that fills the screen leaves no room beside it.
    if (frame === null || frame.matches(':fullscreen')) return { view: at, left, top, frame: within };
    const rect = frame.getBoundingClientRect();
    const outer = frame.ownerDocument.defaultView;
    if (outer === null || frame.ownerDocument.body?.tagName === 'FRAMESET')
      return { view: at, left, top, frame: within };
    left += rect.left + frame.clientLeft;
    top += rect.top + frame.clientTop;
    within = frame;
    at = outer;
  }
}

/** The address by which a site is allowed or not: a frame without one of its own goes by the page around it. */
export function addressOf(view: Window): string {
  const location = locationOf(view);
  return location === null ? 'about:blank' : location.origin + location.pathname;
}

/**
 * The address a draft is known by: with the query and the route, which on many sites are all that tells two drafts
 * apart, and with the way to the frame (0.1: the second frame in the first) where it is one within its page.
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
    // The page around is another origin's (some engines throw, some answer null).
    if (error instanceof DOMException) return null;
    throw error;
  }
}
