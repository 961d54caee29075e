import { richAdapter } from './adapter.ts';

/** CKEditor 5 takes input events only: what a command does to its DOM is put back. */
export const ckeditor5 = richAdapter({ kind: 'ckeditor5', is: '.ck-editor__editable', path: 'beforeinput' });
