/**
 * `npm run soak`: an office's eight hours in minutes. Drives the built extension in one browser by a plan that SEED
 * decides, with EDITS edits, and fails with a line for each thing that is not as it must be. See scripts/soak/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import buildAll from '../tests/browser/build.ts';
import { growth, measures } from './soak/memory.ts';
import { type SoakReport, soak } from './soak/run.ts';

const { SEED, EDITS, LEAK, VERBOSE } = process.env;
const seed = Number(SEED ?? Date.now() % 2 ** 31);
const edits = Number(EDITS ?? 2_000);

/** Where all samples of a run are written. */
const output = join(import.meta.dirname, '../tests/output');

function tell({ failures, samples, done, edits: made, seconds }: SoakReport): void {
  console.log(`seed ${seed}: ${made} edits in ${Math.round(seconds)} s`);
  console.log([...done].map(([what, times]) => `${what} ${times}`).join(', '));
  for (const [name, own] of samples) {
    const [first, last] = [own[0], own.at(-1)];
    const grows = measures.map((measure) => {
      const slope = growth(own, measure).toFixed(2);
      return `${measure} ${first?.[measure]} → ${last?.[measure]} (${slope} an edit)`;
    });
    console.log(`${name}, ${last?.edits} edits: ${grows.join(', ')}`);
  }
  for (const failure of failures) console.error(failure);
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, `soak-${seed}.json`), JSON.stringify(Object.fromEntries(samples)));
}

await buildAll();
const say = VERBOSE === undefined ? {} : { say: (line: string) => console.log(line) };
const report = await soak({ seed, edits, leak: LEAK !== undefined, ...say });
tell(report);
process.exit(report.failures.length > 0 ? 1 : 0);
