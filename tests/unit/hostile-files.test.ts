import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileDocx, hostileXlsx } from '../docx/hostile/packages.ts';
import type { Outcome } from '../docx/hostile/reader.ts';
import { hostileCsv, hostileText } from '../docx/hostile/texts.ts';
import { type Dice, diceOf } from './draft-styles.ts';
import { type ReaderProcess, startReader } from './reader-process.ts';
import { runsOf } from './runs.ts';

const { runs, seed } = runsOf('HOSTILE_RUNS', 500);

/** Of ten files so many are of each kind. */
const kinds: readonly (readonly [
  ending: string,
  make: (dice: Dice) => { what: string; bytes: Uint8Array },
])[] = [
  ['docx', hostileDocx],
  ['docx', hostileDocx],
  ['docx', hostileDocx],
  ['docx', hostileDocx],
  ['docx', hostileDocx],
  ['xlsx', hostileXlsx],
  ['xlsx', hostileXlsx],
  ['xlsx', hostileXlsx],
  ['txt', hostileText],
  ['csv', hostileCsv],
];

let reader: ReaderProcess;
beforeAll(async () => {
  // A machine may be busy: an answer that comes late is no fault, one that never comes is.
  reader = await startReader(400, 60_000);
});
afterAll(() => reader?.close());

/** Names of programs and formats, the only foreign words in a Chinese sentence. */
const names = /(?:Word|Excel|PowerPoint|OpenDocument|RTF|PDF|XML|MB|UTF-8|YAML|\.(?:docx|xlsx|xls|csv))/gu;

/**
 * The most seconds of the processor for a file. On an idle machine none takes 5; on a busy one, whose cores share their
 * parts with other programs, the same work counts up to twice as much.
 */
const longest = 12;

/** What is wrong with an outcome; '' if nothing is. */
function faultOf(outcome: Outcome | null): string {
  if (outcome === null) return 'no answer';
  const { what, zh, en, seconds, memory } = outcome;
  if (what === 'crashed') return zh;
  if (seconds > longest) return `${seconds} seconds`;
  if (memory > 500_000_000) return `${memory} bytes`;
  if (what === 'read') return '';
  const rest = zh.replace(names, '');
  const isOneSentence = /^[^。\n]*[^。\n]。(?:请[^。\n]*。)?$/u.test(zh) && !/[A-Za-z]/u.test(rest);
  return isOneSentence && /^[A-Z][^\n]*\.$/u.test(en) && !zh.startsWith('这个文档没有处理成')
    ? ''
    : `${zh} ${en}`;
}

describe(`${runs} damaged and hostile files (SEED=${seed})`, () => {
  it('are read, or refused in one sentence, in little time and memory', async () => {
    const faults: string[] = [];
    const seen = { read: 0, refused: 0 };
    for (let number = 0; number < runs; number++) {
      const [ending, make] = kinds[number % kinds.length] ?? ['txt', hostileText];
      const { what, bytes } = make(diceOf(seed * 100_003 + number));
      const outcome = await reader.read({ name: `a.${ending}`, bytes });
      const fault = faultOf(outcome);
      if (fault !== '') faults.push(`file ${number} (${ending}, ${what}): ${fault}`);
      else if (outcome !== null && outcome.what !== 'crashed') seen[outcome.what]++;
      // What one file made the process hold is not counted for the next.
      if ((outcome?.memory ?? 0) > 180_000_000) reader.renew();
    }
    expect(faults).toEqual([]);
    // The damage is neither too little nor too much to tell anything.
    expect(seen.read).toBeGreaterThan(runs / 10);
    expect(seen.refused).toBeGreaterThan(runs / 10);
  });
});
