import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPageSide } from '../../lib/fields/canvas/page-side.ts';

/** Runs in the page's own world, in every frame of an allowed site, before the page's scripts. */
export default defineUnlistedScript(() => startPageSide(window));
