import { useSurfaces } from '../fixture.ts';
import { events } from './rows/events.ts';
import { attackAll } from './run.ts';

attackAll(useSurfaces(), {
  'events of a script press nothing': events.faked,
  'events that tell what is not so stop nothing': events.lied,
  'messages of a page in the shape of a request do nothing': events.spoken,
  'a page does not reach': events.reached,
});
