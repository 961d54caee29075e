/** Runs the contract in both browsers and writes the README's table of editors from the results. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, waysOf } from '../tests/browser/contract/kinds.ts';
import { hasResult, readResult } from '../tests/browser/contract/result.ts';
import { cellsOf, firefoxOf, tongues, writeTable } from '../tests/browser/contract/table.ts';
import { tool } from './tools.ts';

const root = join(import.meta.dirname, '..');
// Results of an earlier run must not count.
rmSync(join(root, 'tests/output/contract'), { recursive: true, force: true });
const { status } = spawnSync(...tool('vitest', 'run', '--project', 'browser', 'tests/browser/contract-'), {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, GAOZHUN_TABLE: 'write' },
});
if (status !== 0) throw new Error('The contract is broken; the table stays as it is.');

for (const tongue of tongues) {
  const rows = kinds.map((kind) => {
    const works = waysOf(kind, 'firefox') !== null && hasResult('firefox', kind);
    const inFirefox = works ? readResult('firefox', kind) : null;
    const cells = cellsOf(kind, readResult('chromium', kind), tongue);
    return [...cells, firefoxOf(inFirefox, cells.at(-1), tongue)];
  });
  writeTable(tongue, rows);
}
process.stdout.write(`${kinds.length} editors written into README.md and README.zh-CN.md.\n`);
