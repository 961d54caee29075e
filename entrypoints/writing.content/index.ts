import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenToSurfaces } from './listen.ts';
import { shadowRootBy } from './shadow-root.ts';
import { startWriting } from './start.ts';

export default defineContentScript({
  // Not registered: the background injects it into a frame whose scout asked for it.
  registration: 'runtime',
  matches: [],
  main(context) {
    const life = ownLife();
    const isGone = () => browser.runtime?.id === undefined;
    // The event that ends a context is dispatched on the document, so a page can send it too: it only triggers a
    // check.
    context.signal.addEventListener('abort', () => {
      if (isGone()) life.abort();
    });
    const writing = startWriting({
      signal: life.signal,
      send: (request) => browser.runtime.sendMessage(request),
      isGone,
      shadowRootOf: shadowRootBy(() => browser),
    });
    listenToSurfaces(writing, life.signal, isGone);
  },
});

const running = Symbol.for('gaozhun-writing');

/**
 * The lifetime of this script: it ends when the script is started again in the same frame, and the page cannot end
 * it.
 */
function ownLife(): AbortController {
  // The global object of this extension's scripts; the page has another.
  const world: typeof globalThis & { [running]?: AbortController } = globalThis;
  world[running]?.abort();
  const life = new AbortController();
  world[running] = life;
  return life;
}
