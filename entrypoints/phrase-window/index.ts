import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ownLife } from '../surface/own-life.ts';
import { hostOfFrame } from '../writing/canvas-host.ts';
import { followSlashes } from './follow-slashes.ts';

/**
 * Comes into the frames that hold an editor, only where the author has switched on the search by two slashes. It ends when
 * it is started again, when that is switched off, and with the extension.
 */
export default defineUnlistedScript(() => {
  const life = ownLife('gaozhun-phrase-window');
  followSlashes({
    window,
    signal: life.signal,
    host: () => (browser.runtime?.id === undefined ? null : hostOfFrame()),
    onOff: () => life.abort(),
  });
});
