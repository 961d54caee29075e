import { richAdapter } from './adapter.ts';

/**
 * wangEditor 5, built on an old Slate, with a drawing of its own. A selection it has not heard of goes into the step of
 * its history before; so the first edit waits for it, and the others join the first.
 */
export const wangeditor = richAdapter({
  kind: 'wangeditor',
  is: '.w-e-text-container [data-slate-editor]',
  path: 'beforeinput',
  timing: { drawsLater: true, hearsAfter: 120 },
});
