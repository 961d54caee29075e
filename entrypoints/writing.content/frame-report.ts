import type { Ask, Send } from './ask.ts';
import { type Frame, summaryOf } from './frame.ts';

interface Options {
  readonly ask: Ask;
  readonly send: Send;
  readonly isGone: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Reports to the background how many findings a frame has, and that the frame is gone when it ends. Call what is
 * returned after each change; `byAuthor`: the author has just come to this frame.
 */
export function createReport(
  frame: Frame,
  { ask, send, isGone, signal }: Options,
): (byAuthor?: boolean) => void {
  let reported = false;
  const report = (byAuthor = false) => {
    reported = true;
    void ask({ type: 'page-changed', ...summaryOf(frame, byAuthor) });
  };
  const reportGone = () => {
    if (!reported || isGone()) return;
    reported = false;
    // Not by `ask`: this script may end before an answer or a second try.
    send({ type: 'page-gone' }).catch(() => undefined);
  };
  signal.addEventListener('abort', reportGone);
  window.addEventListener('pagehide', reportGone, { signal });
  // The page came back from the browser's page cache.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted && frame.fields.size > 0) report(document.hasFocus());
    },
    { signal },
  );
  return report;
}
