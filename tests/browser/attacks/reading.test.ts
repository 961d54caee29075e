import { useSurfaces } from '../fixture.ts';
import { reading } from './rows/reading.ts';
import { attackAll } from './run.ts';

attackAll(useSurfaces(), {
  'beside a rich field, nothing of the card is read by': reading.rich,
  'beside a textarea, nothing of the card is read by': reading.plain,
  'the mirror of a textarea is closed to': reading.mirrors,
  'a page learns': reading.inherent,
});
