import { richAdapter } from './adapter.ts';

/** KindEditor, the whole body of a frame. */
export const kindeditor = richAdapter({
  kind: 'kindeditor',
  is: 'body.ke-content',
  path: 'exec',
  timing: { copiesAtSigns: true },
});
