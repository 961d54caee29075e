import { richAdapter } from './adapter.ts';

/** Jodit lets the browser edit, observes, and makes one undo step a moment later of what arrives together. */
export const jodit = richAdapter({
  kind: 'jodit',
  is: '.jodit-wysiwyg',
  path: 'exec',
  timing: { historyDelay: 150 },
});
