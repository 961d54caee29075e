/**
 * `npm run crx -- KEYFILE URL [SITE…]`: packs the extension of .output/packages as .crx with an office's own key and writes its
 * update.xml. KEYFILE is made if it is not there; URL is the folder of the office's server that both files are put in; SITEs are
 * the addresses on which the office's people write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { newCrxKey } from './packages/crx-file.ts';
import { officePackage } from './packages/office-package.ts';
import { policyFiles } from './packages/policy-files.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.output/packages');

/** True for an address that a browser fetches an update from: `C:\\share` is a path, though URL takes it. */
function isFetched(address: string): boolean {
  return URL.canParse(address) && /^(?:https?|file):$/u.test(new URL(address).protocol);
}

function main([keyFile, address, ...sites]: readonly string[]): number {
  if (keyFile === undefined || address === undefined || !isFetched(address)) {
    console.error('用法：npm run crx -- 私钥文件.pem https://单位服务器/存放目录/ [写稿的网址…]');
    return 2;
  }
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const store = join(folder, `gaozhun-${version}-chrome-store.zip`);
  if (!existsSync(store)) {
    console.error(`没有 ${store}：请先运行 npm run zip。`);
    return 2;
  }
  if (!existsSync(keyFile)) {
    writeFileSync(keyFile, newCrxKey(), { mode: 0o600, flag: 'wx' });
    console.log(`新的私钥已存入 ${keyFile}。请妥善保管：丢了就不能再发布更新，泄露了别人就能冒名发布。`);
  }
  const base = address.endsWith('/') ? address : `${address}/`;
  const extension = new Map(Object.entries(unzipSync(readFileSync(store))));
  const { id, name, crx, updateXml, updateUrl } = officePackage(
    extension,
    readFileSync(keyFile, 'utf8'),
    base,
    sites,
  );
  writeFileSync(join(folder, name), crx);
  writeFileSync(join(folder, 'update.xml'), updateXml);
  const managed = sites.length === 0 ? {} : { sites };
  for (const [path, content] of policyFiles({ id, base, managed })) {
    const file = join(folder, 'deploy', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  console.log(`已写入 ${folder}：${name}、update.xml。两个都放到 ${base}。`);
  console.log(`扩展程序 ID：${id}`);
  console.log(`策略 ExtensionInstallForcelist 的一行：${id};${updateUrl}`);
  console.log(
    `填好编号和地址的策略文件在 ${join(folder, 'deploy')}；要设词库、地方等，照 deploy/ 里的示例添。`,
  );
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
