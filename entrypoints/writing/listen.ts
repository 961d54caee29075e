import { browser } from 'wxt/browser';
import { say } from '../../components/say.ts';
import { isPageRequest } from '../../lib/messaging/page-requests.ts';
import { type Fault, isFault, sentReply } from '../../lib/messaging/reply.ts';
import type { WritingController } from './start.ts';

/** Answers requests of other surfaces until the signal. `isGone`: the extension was updated. */
export function listenToSurfaces(
  writing: WritingController,
  signal: AbortSignal,
  isGone = () => false,
): void {
  const listener = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || !isPageRequest(message)) return;
    writing.answer(message).then(
      (reply) => respond(reply === null || isFault(reply) ? reply : sentReply(message.type, reply)),
      (error: unknown) => {
        console.error('稿准：请求没有完成。', error);
        const fault = say('这一步没有完成，请再试一次。', 'This was not done. Please try again.');
        respond({ fault } satisfies Fault);
      },
    );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    // After an update the extension's listeners are gone, and the API throws.
    if (!isGone()) browser.runtime.onMessage.removeListener(listener);
  });
}
