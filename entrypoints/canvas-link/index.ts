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
  let isAsked = false;
  const ask = () => {
    const { runtime } = extension();
    if (isAsked || runtime?.id === undefined || !isEditorPage()) return;
    isAsked = true;
    runtime.sendMessage({ type: 'canvas-seen' } satisfies Request).catch((error: unknown) => {
      isAsked = false;
      console.info('稿准：画布没有接入。', error);
    });
  };
  const onSeen = () => {
    ask();
    // A page may come to its editor without loading: then the author enters it later.
    document.addEventListener('focusin', ask, { capture: true, passive: true });
  };
  document.addEventListener(name + kinds.seen, onSeen, { once: true });
  const handOver = () => document.dispatchEvent(new CustomEvent(nameEvent, { detail: name }));
  document.addEventListener(readyEvent, handOver, { once: true });
  handOver();
});
