import { richAdapter } from './adapter.ts';

/** Jodit lets the browser edit, watches, and makes one step of what follows at once. */
export const jodit = richAdapter({ kind: 'jodit', is: '.jodit-wysiwyg', path: 'exec' });
