import { useSurfaces } from '../fixture.ts';
import { prototypes } from './rows/prototypes.ts';
import { attackAll } from './run.ts';

attackAll(useSurfaces(), {
  'a page that has changed its world first reads and stops nothing: it has patched': prototypes,
});
