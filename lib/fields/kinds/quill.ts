import { richAdapter } from './adapter.ts';

/** Quill 2 handles the event of a spelling replacement, and keeps the formats around it. */
export const quill = richAdapter({ kind: 'quill', is: '.ql-editor', path: 'beforeinput' });
