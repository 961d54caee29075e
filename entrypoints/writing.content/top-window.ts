/** The outermost window this one may reach, and where this one's view stands in it (CSS pixels). */
export interface TopView {
  readonly view: Window;
  readonly left: number;
  readonly top: number;
}

/** An editor in a frame of its own (about:blank, srcdoc) belongs to the page around it: there is room for a card. */
export function topView(view: Window): TopView {
  let at = view;
  let left = 0;
  let top = 0;
  for (;;) {
    const frame = frameOf(at);
    if (frame === null) return { view: at, left, top };
    const rect = frame.getBoundingClientRect();
    left += rect.left + frame.clientLeft;
    top += rect.top + frame.clientTop;
    const outer = frame.ownerDocument.defaultView;
    if (outer === null || frame.ownerDocument.body?.tagName === 'FRAMESET')
      return { view: at, left: 0, top: 0 };
    at = outer;
  }
}

/** The address a draft is known by: a frame without one of its own goes by the page around it. */
export function addressOf(view: Window): string {
  let at = view;
  for (;;) {
    const { origin, pathname, protocol } = at.location;
    if (protocol !== 'about:' && protocol !== 'blob:' && protocol !== 'data:') return origin + pathname;
    const outer = frameOf(at)?.ownerDocument.defaultView ?? null;
    if (outer === null) return 'about:blank';
    at = outer;
  }
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
