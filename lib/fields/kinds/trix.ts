import { richAdapter } from './adapter.ts';

/**
 * Trix accepts input events; a command gets no step in its undo history. It renders each edit before it
 * accepts the next.
 */
export const trix = richAdapter({
  kind: 'trix',
  is: 'trix-editor',
  path: 'beforeinput',
  timing: { oneByOne: true },
});
