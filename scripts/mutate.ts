/**
 * `npm run mutate`: changes one small thing in lib at a time (see scripts/mutation/points.ts) and counts how many such
 * mutants a unit test notices. Prints what became of each, and a score for each folder; fails below 80 %.
 * Options: --folder lib/rules (may be repeated), --seed N, --count N mutants a folder, --near for the likeliest tests
 * alone, --only FILE:LINE for all mutants of a line, and with it --browser tests/browser/X.test.ts to run that test instead.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runInBrowser } from './mutation/browser-run.ts';
import { loader } from './mutation/compiled-anew.ts';
import { readEquivalents, withoutEquivalents } from './mutation/equivalents.ts';
import { readImports, sourcesIn } from './mutation/imports.ts';
import { createMutantRunner } from './mutation/mutant-runner.ts';
import { TestOrder } from './mutation/order.ts';
import { type Mutant, mutantsOf } from './mutation/points.ts';
import { reachOf } from './mutation/reach.ts';
import { inRandomOrder } from './mutation/sample.ts';
import type { Fate } from './mutation/test-runner.ts';

const root = join(import.meta.dirname, '..');
const allFolders = ['lib/draft', 'lib/rules', 'lib/phrases', 'lib/fields'];

/** Test files that start programs, or that measure time or memory for a minute. */
const apart = new Set(
  ['command-line', 'hostile-texts', 'kept-memory'].map((name) => `tests/unit/${name}.test.ts`),
);
/** Of a hundred mutants so many are to be noticed; with fewer the run fails. */
const enough = 80;

const { values } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '120' },
    near: { type: 'boolean', default: false },
    only: { type: 'string' },
    browser: { type: 'string' },
  },
});
const only = /^(.+):(\d+)$/u.exec(values.only ?? '');
if (values.only !== undefined && only === null) throw new Error('--only takes FILE:LINE.');

const folders = only === null ? (values.folder ?? allFolders) : allFolders;
const sources = folders.flatMap((folder) => sourcesIn(root, folder));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const all = sources.flatMap((file) => mutantsOf(file, textOf(file)));
const { left, unknown } = withoutEquivalents(
  all,
  readEquivalents(join(root, 'tests/mutation/equivalents.yaml')).filter(({ file }) =>
    folders.some((folder) => file.startsWith(`${folder}/`)),
  ),
);
for (const { file, line, change } of unknown) console.error(`No such mutant: ${file}: ${line}: ${change}`);
if (unknown.length > 0) process.exit(1);

if (only !== null && values.browser !== undefined) {
  for (const mutant of ofLine(left)) report(mutant, runInBrowser(root, mutant, values.browser));
} else await runUnitTests();

function ofLine(mutants: readonly Mutant[]): Mutant[] {
  return mutants.filter(({ file, line }) => file === only?.[1] && line === Number(only?.[2]));
}

async function runUnitTests(): Promise<void> {
  const tests = sourcesIn(root, 'tests/unit').filter(
    (file) => /\.test\.tsx?$/u.test(file) && !apart.has(file),
  );
  const imports = readImports(root, [...tests, ...sources, loader]);
  const order = new TestOrder(await reachOf(root, tests, imports), imports);
  const runner = await createMutantRunner(root, imports);
  const runAll = async (mutants: readonly Mutant[]) => {
    const fates: Fate[] = [];
    for (const mutant of mutants) {
      const fate = await runner.run(order.testsFor(mutant, values.near), mutant);
      report(mutant, fate);
      fates.push(fate);
    }
    return fates;
  };
  try {
    if (only !== null) {
      await runAll(ofLine(left));
      return;
    }
    const sound = await runner.run(values.near ? [] : order.tests);
    if (sound.state !== 'survived') throw new Error(`A test fails without any mutant: ${sound.by}`);
    for (const folder of folders) {
      const reached = left.filter((one) => one.file.startsWith(`${folder}/`) && order.isReached(one));
      const sample = inRandomOrder(reached, Number(values.seed)).slice(0, Number(values.count));
      score(folder, reached.length, await runAll(sample));
    }
  } finally {
    await runner.close();
  }
}

function report({ file, line, text, change }: Mutant, fate: Fate): void {
  const by = fate.state === 'survived' ? text : fate.by.replace(/\s+/gu, ' ').slice(0, 160);
  console.log(`${fate.state.padEnd(8)} ${file}:${line}  ${change}\n           ${by}`);
}

function score(folder: string, points: number, fates: readonly Fate[]): void {
  const count = (state: Fate['state']) => fates.filter((fate) => fate.state === state).length;
  const killed = count('killed') + count('timeout');
  const percent = fates.length === 0 ? 0 : Math.floor((killed / fates.length) * 100);
  if (percent < enough) process.exitCode = 1;
  console.log(
    `${folder}: ${killed} of ${fates.length} mutants killed (${percent} %), ${count('timeout')} of them by a loop ` +
      `without end; drawn from ${points} with seed ${values.seed}.\n`,
  );
}
