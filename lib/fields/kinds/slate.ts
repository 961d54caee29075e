import { richAdapter } from './adapter.ts';

/** Slate keeps a model of its own and draws it by React: what a command does to the DOM never reaches it. */
export const slate = richAdapter({
  kind: 'slate',
  is: '[data-slate-editor]',
  path: 'beforeinput',
  timing: { drawsLater: true, inTurns: true },
});
