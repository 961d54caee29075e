import { richAdapter } from './adapter.ts';

/** Only Firefox has this function, by which its extensions hand objects to a page. */
const isFirefox = 'cloneInto' in globalThis;

/** CKEditor 4, in an iframe or inline. In Firefox it waits for what the browser itself would paste. */
export const ckeditor4 = richAdapter({
  kind: 'ckeditor4',
  is: '.cke_editable',
  path: isFirefox ? 'exec' : 'paste',
});
