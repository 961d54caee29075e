import { richAdapter } from './adapter.ts';

/**
 * ProseMirror and editors built on it: tiptap, Milkdown, BlockNote. It observes what the browser does to its
 * DOM.
 */
export const prosemirror = richAdapter({ kind: 'prosemirror', is: '.ProseMirror', path: 'exec' });
