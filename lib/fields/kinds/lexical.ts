import { richAdapter } from './adapter.ts';

/** Lexical takes a paste as a step of its history. Before it has drawn, it hears of no other selection. */
export const lexical = richAdapter({
  kind: 'lexical',
  is: '[data-lexical-editor]',
  path: 'paste',
  timing: { drawsLater: true },
});
