import { richAdapter } from './adapter.ts';

/**
 * CodeMirror 6 reads what the browser did to its lines. It holds those near the view, with a blank in place of the
 * others, and the line of the caret wherever that is.
 */
export const codemirror6 = richAdapter({
  kind: 'codemirror6',
  is: '.cm-editor .cm-content',
  path: 'exec',
  partly: '.cm-gap, .cm-line > div:empty',
  gap: '.cm-gap',
});
