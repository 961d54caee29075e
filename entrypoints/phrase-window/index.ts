import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hostOfFrame } from '../writing/canvas-host.ts';
import { followSlashes } from './follow-slashes.ts';

const running = Symbol.for('gaozhun-phrase-window');

/**
 * Comes into the frames that hold an editor, only where the author has switched on the search by two slashes. It ends when
 * it is started again, when that is switched off, and with the extension.
 */
export default defineUnlistedScript(() => {
  const world: typeof globalThis & { [running]?: AbortController } = globalThis;
  world[running]?.abort();
  const life = new AbortController();
  world[running] = life;
  followSlashes({
    window,
    signal: life.signal,
    host: () => (browser.runtime?.id === undefined ? null : hostOfFrame()),
    onOff: () => life.abort(),
  });
});
