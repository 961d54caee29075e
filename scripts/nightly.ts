/**
 * `npm run nightly`: the long form of what `npm test` runs in short: generated drafts of the numbering, random texts,
 * a long editing session, and the mutants of lib. Every step runs, even after one that fails.
 */
import { spawnSync } from 'node:child_process';

const long: readonly (readonly [file: string, variable: string, runs: number])[] = [
  ['numbering-damaged', 'NUMBERING_RUNS', 20_000],
  ['fuzz', 'FUZZ_RUNS', 20_000],
  ['kept-memory', 'SOAK_KEYS', 2_000],
  ['hostile-files', 'HOSTILE_RUNS', 10_000],
];

/** Runs a command of the project's packages. Returns whether it succeeded. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const options = { stdio: 'inherit', env: { ...env, ...process.env } } as const;
  return spawnSync('npx', ['--no-install', ...args], options).status === 0;
}

const failed = long
  // No time limit, since there are many runs.
  .filter(([file, variable, runs]) => {
    const test = ['vitest', 'run', '--project', 'unit', `tests/unit/${file}.test.ts`, '--testTimeout=0'];
    return !run(test, { [variable]: String(runs) });
  })
  .map(([file]) => file);
if (!run(['tsx', 'scripts/mutate.ts'])) failed.push('mutate');
for (const name of failed) console.error(`没有通过：${name}`);
process.exit(failed.length > 0 ? 1 : 0);
