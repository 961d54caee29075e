import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import { readJudgedSet } from '../../scripts/judged-set.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';
import { openedOn, readTimeDrafts } from '../../scripts/time-drafts.ts';
import { damagedSample } from './damaged-drafts.ts';
import { asLabelled } from './meetings-known.ts';

/**
 * Whether anything at all is judged otherwise than before in the judged texts: a line a text, or a file of sentences,
 * with how much is found and a hash of that, since some of them are held out and are not to be looked at. `npm run judge` tells whether a
 * change is for the better; `npx vitest run -u` records it.
 */

let checker: Checker;
let segmenter: Segmenter;
beforeAll(async () => {
  // The meetings of the day of labelling: a later one is no change of the verdicts.
  checker = createChecker(asLabelled((await loadBuiltInKnowledge()).knowledge));
  segmenter = await loadSegmenter();
  // The packs are compiled, on a machine that may be busy.
}, 60_000);

const folder = join(import.meta.dirname, '../drafts');
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** How many findings and time-bound mentions a text has, and a hash of them; null where it has none. */
function verdict(text: string, date: string): string | null {
  const options = { today: date, date, segmenter, place: '云溪县' };
  const { findings, asOf } = checker.check(text, options);
  const { mentions } = checker.timeline(text, options);
  if (findings.length + mentions.length === 0) return null;
  return `${findings.length} ${mentions.length} ${hash(JSON.stringify([findings, mentions, asOf]))}`;
}

async function isRecorded(lines: readonly (readonly [string, string | null])[], name: string) {
  const told = lines.flatMap(([text, found]) => (found === null ? [] : [`${text} ${found}\n`]));
  await expect(told.join('')).toMatchFileSnapshot(join(import.meta.dirname, 'said', `${name}.verdicts.txt`));
}

describe('the verdicts are those recorded', () => {
  it('of numbering that was damaged', async () => {
    const seeds = Array.from({ length: 300 }, (_, place) => place * 7919 + 5);
    await isRecorded(
      seeds.map((seed) => [String(seed), verdict(damagedSample(seed).damaged, '2026-11-20')]),
      'numbering',
    );
  });

  it('of judged sentences and drafts', async () => {
    const byFile = new Map<string, (string | null)[]>();
    for (const { file, text, date } of await readJudgedSet(folder))
      byFile.set(file, [...(byFile.get(file) ?? []), verdict(text, date)]);
    await isRecorded(
      [...byFile].map(([file, verdicts]) => [file, `${verdicts.length} ${hash(verdicts.join('\n'))}`]),
      'judged-set',
    );
  });

  it.each(['own', 'later'])('of whole drafts on their %s day', async (day) => {
    const drafts = await readTimeDrafts(join(folder, 'time'));
    await isRecorded(
      drafts.map(({ id, text, date }) => [id, verdict(text, day === 'own' ? date : openedOn)]),
      `time-${day}`,
    );
  });
});
