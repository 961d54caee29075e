import { blockEditors } from '../editable-elements.ts';
import { richAdapter } from './adapter.ts';

/**
 * Editor.js: each block is a separate editable element in a non-editable box; the browser edits and undoes.
 */
export const editorjs = richAdapter({ kind: 'editorjs', is: blockEditors, path: 'exec' });
