/**
 * `npm run nightly`: what takes too long for `npm test`, which has each in a short form: the generated drafts of the
 * numbering, twenty thousand of them instead of a thousand, and the mutants of lib.
 */
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [string, ...string[]])[] = [
  ['vitest', 'run', '--project', 'unit', 'tests/unit/numbering-damaged.test.ts'],
  ['tsx', 'scripts/mutate.ts'],
];

for (const step of steps) {
  const { status } = spawnSync('npx', ['--no-install', ...step], {
    stdio: 'inherit',
    env: { NUMBERING_RUNS: '20000', ...process.env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
