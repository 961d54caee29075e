import { richAdapter } from './adapter.ts';

/** TinyMCE, in an iframe or inline. A command also changes its text, but cannot be undone. */
export const tinymce = richAdapter({ kind: 'tinymce', is: '.mce-content-body', path: 'paste' });
