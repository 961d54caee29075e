import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { kinds, nameEvent, nameKey, readyEvent } from '../../lib/fields/canvas/wire.ts';
import type { Request } from '../background/requests/table.ts';
import { isEditorPage } from '../surface/editor-page.ts';
import { extension } from '../surface/extension.ts';

/**
 * Runs in every frame of an allowed site before the page's scripts: hands the name of their events to the script in the
 * page's world, whichever of the two begins first, and sends for the reader of canvases once one of them draws a text.
 */
export default defineUnlistedScript(() => {
  const name = crypto.randomUUID();
  const world: typeof globalThis & { [key: symbol]: string } = globalThis;
  world[Symbol.for(nameKey)] = name;
  document.addEventListener(
    name + kinds.seen,
    () => {
      const { runtime } = extension();
      if (runtime?.id === undefined || !isEditorPage()) return;
      runtime.sendMessage({ type: 'canvas-seen' } satisfies Request).catch((error: unknown) => {
        console.info('稿准：画布没有接入。', error);
      });
    },
    { once: true },
  );
  const handOver = () => document.dispatchEvent(new CustomEvent(nameEvent, { detail: name }));
  document.addEventListener(readyEvent, handOver, { once: true });
  handOver();
});
