import { richAdapter } from './adapter.ts';

/** Jodit lets the browser edit, watches, and makes one step of what follows at once, a moment later. */
export const jodit = richAdapter({
  kind: 'jodit',
  is: '.jodit-wysiwyg',
  path: 'exec',
  timing: { recordsAfter: 150 },
});
