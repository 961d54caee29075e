import { richAdapter } from './adapter.ts';

/** Quill 2 takes the event of a spelling replacement itself, and keeps the formats around it. */
export const quill = richAdapter({ kind: 'quill', is: '.ql-editor', path: 'beforeinput' });
