import { useSurfaces } from '../fixture.ts';
import { editors } from './rows/editors.ts';
import { attackAll } from './run.ts';

attackAll(useSurfaces(), {
  'no fix goes astray in an editor that would': editors.answers,
  'no words go where the author is not, when': editors.focus,
  'the browser’s own is seen behind': editors.clobbered,
  'the extension works beside': editors.trees,
});
