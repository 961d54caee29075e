import { expect, it } from 'vitest';
import { unfinishedLines } from '../../scripts/unfinished.ts';
import { root } from './house-files.ts';

it('every rule and every editor is filled in that npm run new began', () => {
  expect(unfinishedLines(root)).toEqual([]);
});
