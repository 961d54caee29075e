/**
 * `npm run verify-zip`: builds the packages of this commit from a clean clone in another folder, and compares them byte for
 * byte with those in .output/packages, or with a file of checksums that is given. `-- --twice` compares two clean clones. The clone
 * lies in a folder of an unusual name, in another time zone and language.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from './packages/packages.ts';
import { git } from './packages/read-folder.ts';
import { type CommandLine, npm } from './tools.ts';

const root = join(import.meta.dirname, '..');
const sumsIn = (folder: string) => join(folder, '.output/packages/SHA256SUMS');

/** Where and how a clone is built: nothing of it may have a say in the packages. */
interface Place {
  readonly folder: string;
  /** Added to the environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly umask: number;
  readonly gitOptions: readonly string[];
}

const usual: Place = { folder: 'clone', env: {}, umask: 0o022, gitOptions: [] };
/** Another folder, day, language and mask of new files, and git as it is set up on Windows. */
const unusual: Place = {
  folder: '另一个 folder',
  env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  umask: 0o077,
  gitOptions: ['-c', 'core.autocrlf=true'],
};

/** Builds the packages of a commit in a clean clone below a temporary folder. Returns their checksums. */
function fromClone(commit: string, { folder, env, umask, gitOptions }: Place): string {
  const home = mkdtempSync(join(tmpdir(), 'gaozhun-verify-'));
  const clone = join(home, folder);
  const before = process.umask(umask);
  const run = ([command, args]: CommandLine, cwd: string) =>
    execFileSync(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  try {
    run(['git', ['clone', '--quiet', '--no-checkout', ...gitOptions, root, clone]], home);
    run(['git', ['checkout', '--quiet', '--detach', commit]], clone);
    run(npm(['ci', '--no-audit', '--no-fund']), clone);
    run(npm(['run', 'zip']), clone);
    return readFileSync(sumsIn(clone), 'utf8');
  } finally {
    process.umask(before);
    rmSync(home, { recursive: true, force: true });
  }
}

function main([given]: readonly string[]): number {
  if (git(root, 'status', '--porcelain') !== '') {
    console.error('工作目录有未提交的改动，或这里没有 git：请先提交，再核对。');
    return 2;
  }
  const here = given === undefined ? sumsIn(root) : given;
  if (given !== '--twice' && !existsSync(here)) {
    console.error(`没有 ${here}：请先运行 npm run zip。`);
    return 2;
  }
  // Somebody may commit while this runs.
  const commit = (git(root, 'rev-parse', 'HEAD') ?? '').trim();
  const expected = given === '--twice' ? fromClone(commit, usual) : readFileSync(here, 'utf8');
  const found = differences(expected, fromClone(commit, unusual));
  for (const line of found) console.error(line);
  if (found.length === 0) console.log(`提交 ${commit}，逐字节相同：\n${expected}`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
