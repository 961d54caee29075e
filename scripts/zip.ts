/**
 * `npm run zip`: builds for Chromium and Firefox and writes into .output/packages a package of each for the stores
 * (manifest at the root), one to hand out (a folder and 安装说明.txt), the sources, and SHA256SUMS. The same commit gives
 * the same bytes: `npm run verify-zip`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builds, checksums, packagesOf } from './packages/packages.ts';
import { git } from './packages/read-folder.ts';
import { tool } from './tools.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.output/packages');
const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

for (const build of Object.keys(builds)) {
  // What another mode of the build would read from the environment must not change the package.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(...tool('wxt', 'build', '-b', build), { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const packages = packagesOf(root, version);
for (const [name, content] of packages) writeFileSync(join(folder, name), content);
const sums = checksums(packages);
writeFileSync(join(folder, 'SHA256SUMS'), sums);
console.log(`\n${folder}\n${sums}`);
const status = git(root, 'status', '--porcelain');
if (status === null) console.warn('这里没有 git，没有打包源码。');
else if (status !== '') console.warn('工作目录有未提交的改动：这些包不等于任何一次提交，不要分发。');
