import { type Fault, isFault, isReplyTo } from '../../lib/messaging/reply.ts';
import type { Replies, Request } from '../background/requests/table.ts';

/** Sends a request to wherever the checker runs. */
export type Send = (request: Request) => Promise<unknown>;

/** Asks the background; null when there is no answer, at a second try either. */
export type Ask = <T extends Request['type']>(
  request: Extract<Request, { type: T }>,
) => Promise<Replies[T] | Fault | null>;

/** Time in which a stopped worker starts, in ms. */
const secondTry = 200;

/**
 * Wraps a way of sending. The first message to a stopped worker can fail; it is running at the second try. `isGone`:
 * the extension was updated under the page, so that no worker can be reached any more; then `onGone` is called.
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
