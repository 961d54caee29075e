import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isFault } from '../../lib/messaging/reply.ts';
import type { Request } from '../background/requests/table.ts';
import { scoutKey } from '../surface/scout-key.ts';
import { shadowRootBy } from '../writing.content/shadow-root.ts';
import { extension } from './extension.ts';
import { startScout } from './scout.ts';

/**
 * What runs in every frame of an allowed site: it sends for the content script once there is something to check. It
 * listens to nobody: whether the site may still be read is asked when it sends.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as typeof globalThis & { [key: symbol]: (() => void) | undefined };
  const key = Symbol.for(scoutKey);
  // It ends when it is started in the same frame once more.
  world[key]?.();
  const stop = startScout({
    shadowRootOf: shadowRootBy(extension),
    async sendFor() {
      const { runtime } = extension();
      // The extension was updated under the page: this script's background is gone.
      if (runtime?.id === undefined) return end();
      const answer: unknown = await runtime.sendMessage({ type: 'editor-seen' } satisfies Request);
      if (isFault(answer)) throw new Error(answer.fault);
      end();
    },
  });
  const end = () => {
    stop();
    if (world[key] === end) delete world[key];
  };
  world[key] = end;
});
