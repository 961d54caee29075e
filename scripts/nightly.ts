/** `npm run nightly`: the generated drafts of the numbering, twenty thousand of them instead of the thousand of `npm test`. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--project', 'unit', 'tests/unit/numbering-damaged.test.ts'],
  { stdio: 'inherit', env: { NUMBERING_RUNS: '20000', ...process.env } },
);
process.exit(status ?? 1);
