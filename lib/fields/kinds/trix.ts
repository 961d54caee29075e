import { richAdapter } from './adapter.ts';

/** Trix takes input events; what a command does is no step of its history. It draws each before it takes the next. */
export const trix = richAdapter({
  kind: 'trix',
  is: 'trix-editor',
  path: 'beforeinput',
  timing: { inTurns: true },
});
