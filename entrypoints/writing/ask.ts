import { type Fault, isFault, isReplyTo } from '../../lib/messaging/reply.ts';
import type { Replies, Request } from '../background/requests/table.ts';

/** Sends a request to the background. */
export type Send = (request: Request) => Promise<unknown>;

/** Asks the background; null if it does not answer, even at a second try. */
export type Ask = <T extends Request['type']>(
  request: Extract<Request, { type: T }>,
) => Promise<Replies[T] | Fault | null>;

/** Time for a stopped worker to start, in ms. */
const secondTry = 200;

/**
 * Wraps `send`. The first message to a stopped worker may fail; the second try finds it running. `isGone`: the
 * extension was updated under the page, so that no worker can be reached; then `onGone` is called.
 */
export function createAsk(send: Send, isGone: () => boolean, onGone: () => void, signal: AbortSignal): Ask {
  return async <T extends Request['type']>(request: Extract<Request, { type: T }>) => {
    for (const wait of [secondTry, 0]) {
      if (signal.aborted) return null;
      if (isGone()) {
        onGone();
        return null;
      }
      const answer = await send(request).catch(() => undefined);
      if (isFault(answer) || isReplyTo<Replies[T]>(answer, request.type)) return answer;
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    }
    if (isGone()) onGone();
    return null;
  };
}
