import { richAdapter } from './adapter.ts';

/** UEditor, the whole body of a frame. It copies its text for undoing before and after words are typed over others. */
export const ueditor = richAdapter({
  kind: 'ueditor',
  is: 'html.view > body.view',
  path: 'exec',
  timing: { copiesAtSigns: true },
});
