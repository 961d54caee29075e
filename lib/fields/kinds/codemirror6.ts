import { richAdapter } from './adapter.ts';

/**
 * CodeMirror 6 observes what the browser does to its lines. It renders those near the viewport and the line
 * of the caret, with a blank in place of the others.
 */
export const codemirror6 = richAdapter({
  kind: 'codemirror6',
  is: '.cm-editor .cm-content',
  path: 'exec',
  partly: '.cm-gap, .cm-line > div:empty',
  gap: '.cm-gap',
});
