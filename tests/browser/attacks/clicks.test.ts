import { useSurfaces } from '../fixture.ts';
import { clicks } from './rows/clicks.ts';
import { attackAll } from './run.ts';

attackAll(useSurfaces(), {
  'an honest press does what it says:': clicks.honest,
  'no rule is switched off by a press on': clicks.unseen,
  'no words are ignored by a press on': clicks.ignoring,
  'nothing is changed by a press on': clicks.fixing,
  'nothing is done at the last moment by': clicks.sudden,
  'nothing is done by keys after': clicks.keys,
});
