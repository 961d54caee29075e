import { richAdapter } from './adapter.ts';

/** CKEditor 5 accepts input events only: it reverts what a command does to its DOM. */
export const ckeditor5 = richAdapter({ kind: 'ckeditor5', is: '.ck-editor__editable', path: 'beforeinput' });
