import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Fault, PageReplies, Replies, Request } from '../../lib/messages.ts';
import { shadowRootOf } from '../writing.content/shadow-root.ts';
import { endsHere } from '../writing.content/still-allowed.ts';
import { startScout } from './scout.ts';

type Reply = Replies['page-wanted'];

/** What runs in every frame of an allowed site: it sends for the content script once there is something to check. */
export default defineUnlistedScript(() => {
  const world: typeof globalThis & { [scouting]?: Life } = globalThis;
  // It ends when it is started in the same frame once more.
  world[scouting]?.abort();
  const isGone = () => browser.runtime?.id === undefined;
  const life: Life = {
    abort() {
      end();
      if (!isGone()) browser.runtime.onMessage.removeListener(listener);
    },
  };
  world[scouting] = life;
  const listener = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return;
    if (endsHere(window, message)) life.abort();
    else if ('type' in message && message.type === 'page-state')
      respond({
        field: null,
        hidden: false,
        address: location.origin,
        choices: {},
      } satisfies PageReplies['page-state']);
  };
  browser.runtime.onMessage.addListener(listener);
  const end = startScout({
    shadowRootOf,
    async sendFor() {
      if (isGone()) return life.abort();
      const answer: Reply | Fault = await browser.runtime.sendMessage({
        type: 'page-wanted',
      } satisfies Request);
      if ('fault' in answer) throw new Error(answer.fault);
      life.abort();
    },
  });
});

const scouting = Symbol.for('gaozhun-scout');

/** The life of this script in a frame. */
interface Life {
  abort(): void;
}
