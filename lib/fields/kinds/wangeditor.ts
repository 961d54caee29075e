import { richAdapter } from './adapter.ts';

/**
 * wangEditor 5 is built on an old Slate with its own renderer. If it has not noticed a selection yet, it adds
 * the edit to the previous undo step; so the first edit waits, and the others join the first.
 */
export const wangeditor = richAdapter({
  kind: 'wangeditor',
  is: '.w-e-text-container [data-slate-editor]',
  path: 'beforeinput',
  timing: { drawsLater: true, selectionDelay: 120 },
});
