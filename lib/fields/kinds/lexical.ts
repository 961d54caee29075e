import { richAdapter } from './adapter.ts';

/** Lexical takes a paste as one step of its history. */
export const lexical = richAdapter({ kind: 'lexical', is: '[data-lexical-editor]', path: 'paste' });
