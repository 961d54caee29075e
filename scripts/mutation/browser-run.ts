import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { tool } from '../tools.ts';
import { type Mutant, mutated } from './points.ts';
import type { Fate } from './test-runner.ts';

/** Folders that are made anew in the copy, or that it shares. */
const left = new Set(['node_modules', '.git', '.output', 'tests/output']);

/** Builds the extension with a mutant in it, in a copy of the tree, and runs one browser test against it. */
export function runInBrowser(root: string, mutant: Mutant, test: string): Fate {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !left.has(relative(root, path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, mutant.file), mutated(readFileSync(join(root, mutant.file), 'utf8'), mutant));
    const { status } = spawnSync(...tool('vitest', 'run', '--project', 'browser', test), {
      cwd: copy,
      stdio: 'inherit',
    });
    return status === 0 ? { state: 'survived' } : { state: 'killed', by: test };
  } finally {
    rmSync(copy, { recursive: true });
  }
}
