import { useSurfaces } from '../fixture.ts';
import { wars } from './rows/wars.ts';
import { attackAll } from './run.ts';

attackAll(useSurfaces(), {
  'while the page is at war with our element, the author writes and no fix goes astray:': wars.hosts,
  'while the page is at war with the marks,': wars.marks,
  'while the page turns its document over,': wars.documents,
});
