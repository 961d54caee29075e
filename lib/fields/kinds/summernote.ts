import { richAdapter } from './adapter.ts';

/** Summernote lets the browser edit; its paste would go by without a word. */
export const summernote = richAdapter({ kind: 'summernote', is: '.note-editable', path: 'exec' });
