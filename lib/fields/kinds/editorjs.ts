import { blockEditors } from '../candidates.ts';
import { richAdapter } from './adapter.ts';

/** Editor.js: every block is an editable part of its own, in a box that is not; the browser edits and undoes. */
export const editorjs = richAdapter({ kind: 'editorjs', is: blockEditors, path: 'exec' });
