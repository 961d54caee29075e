/**
 * `npm run pictures:install`: installs the packages of .output/packages in a real window, as README.zh-CN.md and
 * deploy/README.zh-CN.md say, and keeps a picture of each step in assets/screenshots/install. Takes root, and the Debian packages
 * that it names.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { administrator, hasOwnMounts } from './install/administrator.ts';
import { newcomer } from './install/newcomer.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'assets/screenshots/install');
const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packageOf = (name: string) => join(root, '.output/packages', `gaozhun-${version}-${name}.zip`);

async function main(): Promise<number> {
  if (!hasOwnMounts()) {
    const env = { ...process.env, GAOZHUN_OWN_MOUNTS: 'yes' };
    const args = ['--mount', process.execPath, ...process.execArgv, ...process.argv.slice(1)];
    return spawnSync('unshare', args, { stdio: 'inherit', env }).status ?? 1;
  }
  const only = process.argv[2];
  if (only !== 'policy')
    console.log(
      `压缩包：${await newcomer(packageOf('chrome'), folder)} 秒，从打开浏览器到第一篇稿子核对完。`,
    );
  if (only === 'zip') return 0;
  const seconds = await administrator(packageOf('chrome-store'), folder);
  console.log(`策略：打开浏览器后 ${seconds} 秒，浏览器来取 .crx。`);
  console.log(folder);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
