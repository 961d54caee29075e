import { richAdapter } from './adapter.ts';

/** ProseMirror and what is built on it: tiptap, Milkdown, BlockNote. It reads what the browser did to its DOM. */
export const prosemirror = richAdapter({ kind: 'prosemirror', is: '.ProseMirror', path: 'exec' });
