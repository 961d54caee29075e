import { richAdapter } from './adapter.ts';

/** Draft.js breaks when a command goes across a bold boundary; a paste it takes, and draws by React. */
export const draftjs = richAdapter({
  kind: 'draftjs',
  is: '.public-DraftEditor-content',
  path: 'paste',
  timing: { drawsLater: true },
});
