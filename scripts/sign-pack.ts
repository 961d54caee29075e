/**
 * For publishers of an organisation's pack:
 *
 *     npx tsx scripts/sign-pack.ts keys KEYFILE             # makes a key pair; prints the public key to hand out
 *     npx tsx scripts/sign-pack.ts sign KEYFILE PACK OUT    # signs a pack (JSON with name, version, entries or packs)
 *
 * KEYFILE contains the private key and must stay secret. OUT is served at the update address.
 */
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { bilingual, type Words } from '../lib/language/language.ts';
import { readOrganisation } from '../lib/phrases/own/organisation.ts';
import { PackRefusedError } from '../lib/phrases/own/refused.ts';
import { privateKeyIn } from './packages/private-key.ts';

/**
 * The public key of a private one (PEM), as base64 of its 32 bytes: the form that the options page takes.
 * @throws Error if it is no private Ed25519 key
 */
export function publicKeyOf(privateKey: string): string {
  const spki = createPublicKey(privateKeyIn(privateKey, 'ed25519', '签名词库')).export({
    format: 'der',
    type: 'spki',
  });
  return spki.subarray(-32).toString('base64');
}

/** A new private key, as PEM. */
export function newPrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/**
 * Signs the text of a pack. Returns the text of the update file, and what in the pack readers would leave out.
 * Throws PackRefusedError when nothing of the pack can be used or it carries no version, SyntaxError when it is not JSON.
 */
export function signPack(pack: string, privateKey: string): { update: string; problems: readonly Words[] } {
  const { version, problems } = readOrganisation(JSON.parse(pack), {
    id: 'signed',
    fileName: '单位词库',
    today: '2000-01-01',
  });
  if (version < 1)
    throw new PackRefusedError(
      bilingual(
        '词库须写明 version（从 1 起，每次发布加大）。',
        'The pack needs a version: from 1 on, larger each time.',
      ),
    );
  const signature = sign(
    null,
    Buffer.from(pack, 'utf8'),
    privateKeyIn(privateKey, 'ed25519', '签名词库'),
  ).toString('base64');
  return { update: JSON.stringify({ pack, version, signature }), problems };
}

function main([command, keyFile, packFile, outFile]: readonly string[]): number {
  if (command === 'keys' && keyFile !== undefined) {
    const key = newPrivateKey();
    writeFileSync(keyFile, key, { mode: 0o600, flag: 'wx' });
    console.log(`私钥已存入 ${keyFile}，请妥善保管。公钥：\n${publicKeyOf(key)}`);
    return 0;
  }
  if (command === 'sign' && keyFile !== undefined && packFile !== undefined && outFile !== undefined) {
    const { update, problems } = signPack(readFileSync(packFile, 'utf8'), readFileSync(keyFile, 'utf8'));
    for (const problem of problems) console.warn(problem.zh);
    writeFileSync(outFile, update);
    console.log(`已签名，写入 ${outFile}。`);
    return problems.length === 0 ? 0 : 1;
  }
  console.error('用法：sign-pack keys 私钥文件；sign-pack sign 私钥文件 词库文件 输出文件');
  return 2;
}

if (process.argv[1]?.endsWith('sign-pack.ts') === true) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
