import { richAdapter } from './adapter.ts';

/** Slate renders its own model with React: what a command does to the DOM never reaches the model. */
export const slate = richAdapter({
  kind: 'slate',
  is: '[data-slate-editor]',
  path: 'beforeinput',
  timing: { drawsLater: true, oneByOne: true },
});
