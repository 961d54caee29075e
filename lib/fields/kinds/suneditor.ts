import { richAdapter } from './adapter.ts';

/** SunEditor, in an iframe or inline. */
export const suneditor = richAdapter({ kind: 'suneditor', is: '.sun-editor-editable', path: 'paste' });
