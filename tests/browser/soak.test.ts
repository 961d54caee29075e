import { expect, it } from 'vitest';
import { soak } from '../../scripts/soak/run.ts';

// The whole day is `npm run soak`.

it('an office’s day in short loses no finding, no text and no choice, logs no error and asks for nothing', async () => {
  const { failures, done } = await soak({ seed: 1, edits: 150 });
  expect(failures).toEqual([]);
  expect(done.get('fixed by the card')).toBeGreaterThan(0);
  expect(done.get('back as it was left')).toBeGreaterThan(0);
  expect(done.get('worker begun')).toBeGreaterThan(1);
});

it('a card that stays in memory with each edit is found, and nothing else', async () => {
  const { failures } = await soak({ seed: 2, edits: 125, edited: ['plain'], leak: true });
  expect(failures).toEqual([expect.stringMatching(/^memory: plain gains \d+\.\d\d nodes an edit/u)]);
});
