import { richAdapter } from './adapter.ts';

/** SunEditor, in a frame of its own or in the page. */
export const suneditor = richAdapter({ kind: 'suneditor', is: '.sun-editor-editable', path: 'paste' });
