import { richAdapter } from './adapter.ts';

/** Trix takes input events; what a command does is no step of its history. */
export const trix = richAdapter({ kind: 'trix', is: 'trix-editor', path: 'beforeinput' });
