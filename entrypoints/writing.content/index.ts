import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenToSurfaces } from './listen.ts';
import { shadowRootBy } from './shadow-root.ts';
import { startWriting } from './start.ts';

export default defineContentScript({
  // Nothing registers it: the background puts it into a frame whose scout has sent for it.
  registration: 'runtime',
  matches: [],
  main(context) {
    const life = ownLife();
    const isGone = () => browser.runtime?.id === undefined;
    // The event that ends a context is one of the document, and a page can send it too: it is a reason to look, no more.
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

/** The life of this script: it ends when the script is started in the same frame once more, and by nothing of the page. */
function ownLife(): AbortController {
  // The global object of the scripts of this extension alone: the page has another.
  const world: typeof globalThis & { [running]?: AbortController } = globalThis;
  world[running]?.abort();
  const life = new AbortController();
  world[running] = life;
  return life;
}
