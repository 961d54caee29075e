import type { Finding } from '../../lib/rules/types.ts';
import type { Anchor } from './card-layout.ts';
import type { Session } from './session.ts';
import { topView } from './top-window.ts';

/** Calls `close` at Escape and at a press outside the card, and `follow` when the page scrolls or is resized. */
export function followPlace(
  view: Window,
  signal: AbortSignal,
  { host, close, follow }: { host: Element; close(): void; follow(): void },
): void {
  const outer = topView(view).view;
  let frame = 0;
  const soon = () => {
    if (frame !== 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) follow();
    });
  };
  for (const at of new Set([view, outer])) {
    at.addEventListener('scroll', soon, { signal, capture: true, passive: true });
    at.addEventListener('resize', soon, { signal, passive: true });
    // The dialog around the card was closed, or a fullscreen element covers it.
    at.addEventListener('close', close, { signal, capture: true });
    at.addEventListener('fullscreenchange', close, { signal, capture: true });
    at.addEventListener(
      'keydown',
      (event) => {
        // During a composition the input method takes it.
        if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
        keepFromPage(event);
        const released = new AbortController();
        at.addEventListener(
          'keyup',
          (up) => {
            if (up.key !== 'Escape') return;
            keepFromPage(up);
            released.abort();
          },
          { signal: released.signal, capture: true },
        );
        close();
      },
      { signal, capture: true },
    );
    at.addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && event.composedPath()[0] !== host) close();
      },
      { signal, capture: true, passive: true },
    );
  }
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame));
}

/** A dialog would close, and an editor lose its caret, by the Escape that was meant for the card. */
function keepFromPage(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * The box of a finding in the outermost window: of its line under the pointer, else of its first. Null if none is
 * drawn.
 */
export function anchorOf(
  session: Session,
  finding: Finding,
  point: { x: number; y: number } | undefined,
  view: Window,
): Anchor | null {
  const rects = session.field.rects(finding);
  const under = rects.find(
    (rect) => point !== undefined && point.y >= rect.top - 3 && point.y <= rect.bottom + 3,
  );
  const rect = under ?? rects[0];
  if (rect === undefined) return null;
  const { left, top, scale } = topView(view);
  return {
    left: rect.left * scale + left,
    right: rect.right * scale + left,
    top: rect.top * scale + top,
    bottom: rect.bottom * scale + top,
  };
}
