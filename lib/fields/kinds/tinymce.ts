import { richAdapter } from './adapter.ts';

/** TinyMCE, in a frame of its own or in the page. A command changes its text too, but nothing takes that back. */
export const tinymce = richAdapter({ kind: 'tinymce', is: '.mce-content-body', path: 'paste' });
