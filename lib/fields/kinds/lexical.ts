import { richAdapter } from './adapter.ts';

/** Lexical records a paste as one undo step. It notices no other selection before it has rendered. */
export const lexical = richAdapter({
  kind: 'lexical',
  is: '[data-lexical-editor]',
  path: 'paste',
  timing: { drawsLater: true },
});
