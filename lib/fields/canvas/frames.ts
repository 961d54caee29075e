import { ownHost } from '../own-host.ts';

/** Calls back when the page has drawn a frame, before it is shown. */
export interface Frames {
  /** Asks for the end of this frame, or of the next one: `onFrame` is called then, once. */
  ask(): void;
  /** Resolves at the end of the next frame, or after `most` ms where the page shows none. */
  next(most: number): Promise<void>;
}

/**
 * The browser calls the observer of a size after all that a page draws for a frame, and before it shows it: an element of
 * one or two pixels beside the page's body is resized for that. Ends with the signal.
 */
export function createFrames(document: Document, onFrame: () => void, signal: AbortSignal): Frames {
  const host = ownHost(document);
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText += 'position:fixed!important;visibility:hidden!important;pointer-events:none!important;';
  host.style.setProperty('display', 'block', 'important');
  host.style.setProperty('height', '1px', 'important');
  const waiting = new Set<() => void>();
  let width = 1;
  /** True until the frame that was asked for ends: a second change of the size would take the first one back. */
  let asked = false;
  const sizes = new ResizeObserver(() => {
    asked = false;
    onFrame();
    for (const resolve of waiting) resolve();
  });
  const ask = () => {
    if (signal.aborted || (asked && host.isConnected)) return;
    asked = true;
    if (!host.isConnected) document.documentElement.append(host);
    width = 3 - width;
    host.style.setProperty('width', `${width}px`, 'important');
  };
  ask();
  sizes.observe(host);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    host.remove();
  });
  return {
    ask,
    next: (most) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, most);
        waiting.add(done);
        // In a later frame, so that what was asked for just now is drawn.
        document.defaultView?.requestAnimationFrame(ask);
      }),
  };
}
