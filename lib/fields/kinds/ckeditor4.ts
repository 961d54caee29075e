import { richAdapter } from './adapter.ts';

/** CKEditor 4, in an iframe or inline. */
export const ckeditor4 = richAdapter({ kind: 'ckeditor4', is: '.cke_editable', path: 'paste' });
