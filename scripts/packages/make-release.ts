import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './read-folder.ts';
import { datedChangelog, unfitVersion, withVersion } from './release-notes.ts';

/** The branch that releases are made from. */
const branch = 'main';

/** Runs a command in the folder of the project; throws where it fails. `npm` and `git` are asked for. */
export type Run = (command: 'npm' | 'git', ...args: readonly string[]) => void;

/** What is to be released: a version that is allowed, and the files that say so. */
interface Release {
  readonly before: string;
  /** Texts by file names. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * What a release changes, before anything is run. `day` is an ISO date.
 * @throws Error with the reason why it cannot be made
 */
export function plannedRelease(root: string, version: string, day: string): Release {
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  const { version: before }: { version: string } = JSON.parse(read('package.json'));
  const unfit = unfitVersion(version, before);
  if (unfit !== null) throw new Error(unfit);
  mustBeClean(root);
  const current = git(root, 'rev-parse', '--abbrev-ref', 'HEAD')?.trim();
  if (current !== branch) throw new Error(`只从分支 ${branch} 发布，现在是 ${current}。`);
  if ((git(root, 'tag', '--list', `v${version}`) ?? '') !== '')
    throw new Error(`标签 v${version} 已经有了。`);
  const files = new Map([['CHANGELOG.md', datedChangelog(read('CHANGELOG.md'), version, day)]]);
  for (const name of ['package.json', 'package-lock.json']) files.set(name, withVersion(read(name), version));
  return { before, files };
}

/**
 * Makes a release: checks, commit, packages, comparison with a clean clone, tag.
 * @throws Error where a step fails; where something was committed by then, with how to take it back
 */
export function makeRelease(root: string, version: string, day: string, run: Run): void {
  const { files } = plannedRelease(root, version, day);
  run('npm', 'test');
  run('npm', 'run', 'nightly');
  // A test that writes into the tree must not have it released.
  mustBeClean(root);
  try {
    for (const [name, text] of files) writeFileSync(join(root, name), text);
    run('git', 'commit', '--quiet', '--message', `Release ${version}`, '--', ...files.keys());
    run('npm', 'run', 'zip');
    run('npm', 'run', 'verify-zip');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${why}\n没有打标签。${undone(root, version)}`, { cause: error });
  }
  // Only what was verified is tagged.
  run('git', 'tag', '--annotate', `v${version}`, '--message', version);
}

/** How to take back what a release that failed has left. */
function undone(root: string, version: string): string {
  const last = git(root, 'log', '-1', '--format=%s')?.trim();
  return last === `Release ${version}`
    ? '要撤回已提交的版本号：git reset --hard HEAD~1'
    : '要撤回已写入的版本号：git checkout -- CHANGELOG.md package.json package-lock.json';
}

function mustBeClean(root: string): void {
  if (git(root, 'status', '--porcelain') !== '') throw new Error('工作目录有未提交的改动，或这里没有 git。');
}
