/**
 * `npm run nightly`: the long form of what `npm test` runs in short: generated drafts of the numbering, random texts,
 * a long editing session, texts that might take more than their length, hostile files, random .docx in LibreOffice, fixes on
 * canvases amid other changes, an office's day in a browser, and the mutants of lib. Every step runs, even after one that
 * fails.
 */
import { spawnSync } from 'node:child_process';
import { tool } from './tools.ts';

const long: readonly (readonly [test: string, variable: string, runs: number])[] = [
  ['unit/numbering-damaged', 'NUMBERING_RUNS', 20_000],
  ['unit/fuzz', 'FUZZ_RUNS', 20_000],
  ['unit/growth', 'GROWTH_RUNS', 300],
  ['unit/kept-memory', 'SOAK_KEYS', 2_000],
  ['unit/hostile-files', 'HOSTILE_RUNS', 10_000],
  ['office/corpus', 'CORPUS_RUNS', 200],
];

/** Runs a command of the project's packages. Returns whether it succeeded. */
function run(command: readonly [string, ...string[]], env: NodeJS.ProcessEnv = {}): boolean {
  const options = { stdio: 'inherit', env: { ...env, ...process.env } } as const;
  return spawnSync(...tool(...command), options).status === 0;
}

const failed = long
  // No time limit, since there are many runs.
  .filter(([test, variable, runs]) => {
    const project = test.slice(0, test.indexOf('/'));
    const file = `tests/${test}.test.ts`;
    return !run(['vitest', 'run', '--project', project, file, '--testTimeout=0'], {
      [variable]: String(runs),
    });
  })
  .map(([test]) => test);
// Attacks, canvases, and a short day of an office.
if (!run(['vitest', 'run', '--project', 'long'], { CANVAS_RUNS: '1000' })) failed.push('long');
if (!run(['tsx', 'scripts/soak.ts'])) failed.push('soak');
if (!run(['tsx', 'scripts/mutate.ts'])) failed.push('mutate');
for (const name of failed) console.error(`没有通过：${name}`);
process.exit(failed.length > 0 ? 1 : 0);
