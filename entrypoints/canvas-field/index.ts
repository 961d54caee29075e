import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { nameKey } from '../../lib/fields/canvas/wire.ts';
import { takeCanvasHost } from '../writing/canvas-host.ts';
import { followCanvases } from './follow-canvases.ts';

/** Comes into a frame whose canvases draw a text, and has the content script check it. */
export default defineUnlistedScript(() => {
  const world: typeof globalThis & { [key: symbol]: string | undefined } = globalThis;
  const name = world[Symbol.for(nameKey)];
  if (name !== undefined) takeCanvasHost((host) => followCanvases(document, name, host));
});
