import { richAdapter } from './adapter.ts';

/** Medium Editor lets the browser edit; what is pasted loses the format around it. */
export const mediumEditor = richAdapter({
  kind: 'medium-editor',
  is: '[data-medium-editor-element]',
  path: 'exec',
});
