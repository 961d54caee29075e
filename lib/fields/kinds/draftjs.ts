import { richAdapter } from './adapter.ts';

/** Draft.js breaks if a command crosses a bold boundary; it accepts a paste and renders it with React. */
export const draftjs = richAdapter({
  kind: 'draftjs',
  is: '.public-DraftEditor-content',
  path: 'paste',
  timing: { drawsLater: true },
});
