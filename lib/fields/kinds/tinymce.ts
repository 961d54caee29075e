import { richAdapter } from './adapter.ts';

/** TinyMCE, in an iframe or inline. Only a plugin of it takes pastes; what a command writes, its keys must tell it. */
export const tinymce = richAdapter({
  kind: 'tinymce',
  is: '.mce-content-body',
  path: 'exec',
  timing: { copiesAtSigns: true },
});
