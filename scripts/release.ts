/**
 * `npm run release -- X.Y.Z`: checks everything, dates the changelog, sets the version, commits, builds the packages, compares
 * them with those of a clean clone, and tags. Nothing leaves the machine: what is left to do is printed. `--dry` writes, commits
 * and tags nothing, and leaves the long checks out.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { today } from '../lib/common/today.ts';
import { makeRelease, plannedRelease } from './packages/make-release.ts';
import { npm } from './tools.ts';

const root = join(import.meta.dirname, '..');

/** Runs a command. Ends the release where it fails. */
function run(name: 'npm' | 'git', ...args: readonly string[]): void {
  const words = [name, ...args].join(' ');
  console.log(`\n> ${words}`);
  const [command, all] = name === 'npm' ? npm(args) : [name, args];
  const { status } = spawnSync(command, all, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`没有通过：${words}。发布到此为止。`);
}

function main(args: readonly string[]): void {
  const version = args.find((one) => !one.startsWith('-')) ?? '';
  const unknown = args.find((one) => one.startsWith('-') && one !== '--dry');
  if (unknown !== undefined) throw new Error(`不认识 ${unknown}：只有 --dry。`);
  if (args.includes('--dry')) {
    const { before, files } = plannedRelease(root, version, today());
    console.log(`${before} → ${version}：${[...files.keys()].join('、')} 都改得成。没有写入任何文件。`);
    return;
  }
  makeRelease(root, version, today(), run);
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
