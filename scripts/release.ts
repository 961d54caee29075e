/**
 * `npm run release -- X.Y.Z`: checks everything, dates the changelog, sets the version, commits, tags, builds the packages and
 * compares them with those of a clean clone. Nothing leaves the machine: what is left to do is printed. `--dry` writes, commits
 * and tags nothing, and leaves the long checks out.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '../lib/common/today.ts';
import { git } from './packages/read-folder.ts';
import { datedChangelog, unfitVersion, withVersion } from './packages/release-notes.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(root, name), text);

/** Runs a command. Ends the release where it fails. */
function run(command: string, ...args: readonly string[]): void {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`没有通过：${[command, ...args].join(' ')}。发布到此为止。`);
}

function main(args: readonly string[]): void {
  const isDry = args.includes('--dry');
  const version = args.find((one) => !one.startsWith('-')) ?? '';
  const { version: before }: { version: string } = JSON.parse(read('package.json'));
  const unfit = unfitVersion(version, before);
  if (unfit !== null) throw new Error(unfit);
  if (git(root, 'status', '--porcelain') !== '') throw new Error('工作目录有未提交的改动，或这里没有 git。');
  if ((git(root, 'tag', '--list', `v${version}`) ?? '') !== '')
    throw new Error(`标签 v${version} 已经有了。`);
  const changelog = datedChangelog(read('CHANGELOG.md'), version, today());
  const files = ['package.json', 'package-lock.json'].map(
    (name) => [name, withVersion(read(name), version)] as const,
  );
  if (isDry) {
    console.log(
      `${before} → ${version}，更新日志、package.json、package-lock.json 都改得成。没有写入任何文件。`,
    );
    return;
  }
  run('npm', 'test');
  run('npm', 'run', 'nightly');
  write('CHANGELOG.md', changelog);
  for (const [name, text] of files) write(name, text);
  run('git', 'commit', '--quiet', '--all', '--message', `Release ${version}`);
  run('npm', 'run', 'zip');
  run('npm', 'run', 'verify-zip');
  // Only what was verified is tagged.
  run('git', 'tag', '--annotate', `v${version}`, '--message', version);
  console.log(`
${version} 已提交并打上标签 v${version}，包在 .output/packages，与干净克隆构建的逐字节相同。还要由人做的：
  1. git push origin HEAD v${version}
  2. 在代码仓库的发布页建一个发布，附上 .output/packages 里的全部文件
  3. 各商店：store/README.md
  4. 自己打包的单位：deploy/README.zh-CN.md 的“更新”
要撤回（推送之前）：git tag -d v${version} && git reset --hard HEAD~1`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
