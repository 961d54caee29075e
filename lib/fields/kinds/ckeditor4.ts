import { richAdapter } from './adapter.ts';

/** CKEditor 4, in a frame of its own or in the page. */
export const ckeditor4 = richAdapter({ kind: 'ckeditor4', is: '.cke_editable', path: 'paste' });
