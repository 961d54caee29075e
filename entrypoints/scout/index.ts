import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isFault } from '../../lib/messaging/reply.ts';
import type { Request } from '../background/requests/table.ts';
import { isEditorPage } from '../surface/editor-page.ts';
import { extension } from '../surface/extension.ts';
import { scoutKey } from '../surface/scout-key.ts';
import { shadowRootBy } from '../writing/shadow-root.ts';
import { startScout } from './scout.ts';

/**
 * Runs in every frame of an allowed site and requests the content script once there is something to check. It
 * receives no messages: the background checks the permission when the request arrives.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as typeof globalThis & { [key: symbol]: (() => void) | undefined };
  const key = Symbol.for(scoutKey);
  // Ends a scout that was started in this frame before.
  world[key]?.();
  const stop = startScout({
    shadowRootOf: shadowRootBy(extension),
    mayHoldEditor: isEditorPage,
    async requestScript() {
      const { runtime } = extension();
      // The extension was updated, which disconnected this script.
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
