import { richAdapter } from './adapter.ts';

/**
 * Quill 1 observes what the browser does to its DOM. Unlike Quill 2 it handles no event of a replacement, and has a
 * hidden box beside the text in which it catches pastes.
 */
export const quill1 = richAdapter({
  kind: 'quill1',
  is: ':has(> .ql-clipboard) > .ql-editor',
  path: 'exec',
});
