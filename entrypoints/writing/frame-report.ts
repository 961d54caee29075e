import type { Ask, Send } from './ask.ts';
import { type Frame, summaryOf } from './frame.ts';

interface Options {
  readonly ask: Ask;
  readonly send: Send;
  readonly isGone: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Reports a frame's number of findings to the background, and its end. Call the returned function after each change;
 * `byAuthor`: the author has just entered this frame.
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
    // Without `ask`: this script may end before an answer or a second try.
    send({ type: 'page-gone' }).catch(() => undefined);
  };
  signal.addEventListener('abort', reportGone);
  window.addEventListener('pagehide', reportGone, { signal });
  // The page was restored from the back/forward cache.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted && frame.fields.size > 0) report(document.hasFocus());
    },
    { signal },
  );
  return report;
}
