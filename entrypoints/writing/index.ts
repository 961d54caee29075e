import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ownLife } from '../surface/own-life.ts';
import { listenToSurfaces } from './listen.ts';
import { shadowRootBy } from './shadow-root.ts';
import { startWriting } from './start.ts';

const started = 'gaozhun-writing-started';

/** Checks what is written in a frame. The background injects it once the frame's scout has seen an editor. */
export default defineUnlistedScript(() => {
  const life = ownLife('gaozhun-writing');
  const isGone = () => browser.runtime?.id === undefined;
  // The script of an older version has another global object, but the same document. A page can send this event, too: it
  // only triggers a check.
  document.dispatchEvent(new CustomEvent(started));
  document.addEventListener(started, () => isGone() && life.abort(), { signal: life.signal });
  const writing = startWriting({
    signal: life.signal,
    send: (request) => browser.runtime.sendMessage(request),
    isGone,
    shadowRootOf: shadowRootBy(() => browser),
  });
  listenToSurfaces(writing, life.signal, isGone);
});
