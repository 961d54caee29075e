import { richAdapter } from './adapter.ts';

/** Froala, in the page or a frame. A paste that it reads from a box of its own puts its old selection back. */
export const froala = richAdapter({
  kind: 'froala',
  is: '.fr-element',
  path: 'exec',
  timing: { copiesAtSigns: true },
});
