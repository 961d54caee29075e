import { expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { memoryInUse } from '../memory-in-use.ts';
import { runsOf } from './runs.ts';

const { runs: keys } = runsOf('SOAK_KEYS', 100);

/** A draft of some 50,000 characters with a few words put into its middle, as an editor sends it: in a string of its own. */
function edited(paragraphs: readonly string[], words: string): string {
  return Buffer.from(paragraphs.with(250, `${words}，${paragraphs[250]}`).join('\n')).toString();
}

it(`remembers paragraphs, and not the draft that each was written in, through ${keys} keys`, async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  const checker = createChecker(knowledge);
  const body = '要把责任扛在肩上，把任务落到实处，确保件件有着落、事事有回音。';
  const paragraphs = Array.from({ length: 500 }, (_, i) => `第${i}段：${body.repeat(3)}`);
  const options = { today: '2026-11-20' };
  for (let key = 0; key < 20; key++) checker.check(edited(paragraphs, `先${key}`), options);
  const before = memoryInUse();
  for (let key = 0; key < keys; key++) checker.check(edited(paragraphs, `改${key}`), options);
  // A hundred drafts are 10 MB; a hundred paragraphs are a fiftieth of one.
  expect((memoryInUse() - before) / 1e6).toBeLessThan(3);
  const last = edited(paragraphs, '学习贯彻党的十九大精神');
  expect(checker.check(last, options).findings).toEqual(
    createChecker(knowledge).check(last, options).findings,
  );
});
