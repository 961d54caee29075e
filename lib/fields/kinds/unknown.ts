import { richAdapter } from './adapter.ts';

/** An editor that was not measured: the least intrusive path first, reading its text after each. */
export const unknown = richAdapter({
  kind: 'unknown',
  is: () => true,
  path: 'careful',
  marksItself: false,
  partly: true,
});
