/**
 * `npm run release:pack -- KEYFILE OUT PACK…`: releases packs of assets/phrases (or other files in their form) by themselves,
 * signed, for organisations that cannot update the extension. OUT is the file for the update address; beside it, OUT with
 * `-pack` in its name is the pack for a file import or the policy `packs`. KEYFILE is made by `npx tsx scripts/sign-pack.ts keys`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { today } from '../lib/common/today.ts';
import { lastRelease, releasePacks } from './packages/pack-release.ts';
import { readPackFiles } from './read-packs.ts';
import { publicKeyOf } from './sign-pack.ts';

async function main([keyFile, out, ...files]: readonly string[]): Promise<number> {
  if (keyFile === undefined || out === undefined || files.length === 0) {
    console.error('用法：npm run release:pack -- 私钥文件 输出文件.json 词库文件…');
    return 2;
  }
  if (!existsSync(keyFile)) {
    console.error(`没有私钥文件 ${keyFile}。新建一个：npx tsx scripts/sign-pack.ts keys ${keyFile}`);
    return 2;
  }
  const key = readFileSync(keyFile, 'utf8');
  publicKeyOf(key);
  const { packs, problems } = await readPackFiles(files);
  if (problems.length > 0) {
    for (const { message } of problems) console.error(message.zh);
    return 1;
  }
  const last = existsSync(out) ? await lastRelease(readFileSync(out, 'utf8'), key) : null;
  const { name, version, update, pack } = await releasePacks(packs, key, today(), last);
  const alone = out.replace(/(?:\.json)?$/u, '-pack.json');
  writeFileSync(out, update);
  writeFileSync(alone, pack);
  console.log(`${name}，第 ${version} 版，已签名。`);
  console.log(`  ${out}：放到更新地址（https），每个扩展每天取一次。公钥：${publicKeyOf(key)}`);
  console.log(`  ${alone}：供设置页导入文件，或写进策略 packs 的 text。`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
