import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { besideBuiltIn, extraPacks } from '../../lib/phrases/own/beside.ts';
import { packsOf, readOrganisation } from '../../lib/phrases/own/organisation.ts';
import { readAddress, readKey, readUpdate } from '../../lib/phrases/own/update.ts';
import { samplePacks, source } from './phrase-packs.ts';

const at = { id: 'a1', fileName: '市委办词库.yaml', today: '2026-03-01' };
const setPhrase = { id: 'core', name: '“一核两翼”', source, attestation: 'A' };

describe('an organisation’s pack', () => {
  test('is read from simple lines, with or without rows of their own', () => {
    const read = readOrganisation(
      {
        name: '市委办词库',
        version: 3,
        entries: [
          { 规范表述: '市民服务中心', 误写: ['市民中心', '市民大厅'], 级别: '应改' },
          { name: '', wrong: '数码政府', row: 9 },
          { name: '数字政府', wrong: '电子政府' },
        ],
      },
      at,
    );
    expect(read).toMatchObject({ name: '市委办词库', version: 3, entries: 2 });
    expect(read.problems.map(({ zh }) => zh)).toEqual(['第 9 行“规范表述”一列：没有填写。']);
    const packs = packsOf({ id: 'a1', from: 'file', takenOn: '2026-03-01', ...read });
    const { scan, entries } = loadKnowledge(compilePacks(besideBuiltIn(extraPacks(packs), samplePacks())));
    expect(scan('到市民大厅办事').map(({ pattern }) => pattern.text)).toEqual(['市民大厅']);
    expect(entries[0]).toMatchObject({ topic: '市委办词库', source: { title: '市委办词库' } });
  });

  test('is read from a pack in the built-in form, named after its file; what is broken is said', () => {
    const read = readOrganisation(
      { kind: 'set-phrase', trueUntil: '2026-10-01', entries: [setPhrase, { id: 'X Y' }] },
      at,
    );
    expect(read).toMatchObject({ name: '市委办词库', version: 0, entries: 1 });
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]?.zh).toContain('X Y');
  });

  test('is refused in one sentence when nothing of it can be used', () => {
    for (const data of [null, 7, 'text', [], {}, { name: 'x', version: -1 }])
      expect(() => readOrganisation(data, at)).toThrow('这个文件不是词库');
    expect(() => readOrganisation({ name: '空' }, at)).toThrow('这个词库里没有条目。');
    expect(() => readOrganisation({ name: '空', entries: [{ name: '' }] }, at)).toThrow('第 1 行“规范表述”');
    expect(() => readOrganisation({ kind: 'no-such-kind', entries: [] }, at)).toThrow(/kind/);
  });
});

describe('the update address', () => {
  test('is https, and carries no password', () => {
    expect(readAddress(' https://oa.example.cn/pack.json#x ')).toBe('https://oa.example.cn/pack.json');
    expect(() => readAddress('http://oa.example.cn/pack.json')).toThrow('须以 https:// 开头');
    expect(() => readAddress('oa.example.cn')).toThrow('读不懂');
    expect(() => readAddress('https://a:b@oa.example.cn/')).toThrow('用户名和密码');
  });
});

describe('a signed update', () => {
  let keys: webcrypto.CryptoKeyPair;
  let key: Uint8Array<ArrayBuffer>;
  let others: webcrypto.CryptoKeyPair;
  const generate = async () =>
    (await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');

  beforeAll(async () => {
    [keys, others] = await Promise.all([generate(), generate()]);
    key = readKey(base64(await webcrypto.subtle.exportKey('raw', keys.publicKey)));
  });

  const packText = (version: number) =>
    JSON.stringify({ name: '市委办词库', version, entries: [{ name: '市民服务中心', wrong: '市民中心' }] });
  async function signed(pack: string, by = keys, version: unknown = JSON.parse(pack).version) {
    const signature = await webcrypto.subtle.sign('Ed25519', by.privateKey, Buffer.from(pack));
    return { pack, version, signature: base64(signature) };
  }
  const read = (update: unknown, current: number) =>
    readUpdate(JSON.stringify(update), key, current, '2026-03-01');

  test('is taken when it is newer, and left when it is the one in use', async () => {
    const update = await signed(packText(4));
    expect(await read(update, 3)).toMatchObject({ name: '市委办词库', version: 4, entries: 1, problems: [] });
    expect(await read(update, 0)).toMatchObject({ version: 4 });
    expect(await read(update, 4)).toBeNull();
  });

  test('is refused when it is older', async () => {
    await expect(read(await signed(packText(4)), 5)).rejects.toThrow('旧版（第 4 版），现用第 5 版');
  });

  test('is refused when anything of it was altered, or another signed it', async () => {
    const update = await signed(packText(4));
    const wrong = '签名与公钥不符';
    await expect(read({ ...update, pack: update.pack.replace('市民中心', '市民大厅') }, 1)).rejects.toThrow(
      wrong,
    );
    await expect(read({ ...update, pack: `${update.pack} ` }, 1)).rejects.toThrow(wrong);
    await expect(read(await signed(packText(4), others), 1)).rejects.toThrow(wrong);
    for (const signature of ['', 'x', 'AAAA', `${update.signature.slice(0, -8)}AAAAAA==`])
      await expect(read({ ...update, signature }, 1)).rejects.toThrow(wrong);
  });

  test('is refused when an old pack is passed off as a new one', async () => {
    const update = await signed(packText(4));
    await expect(read({ ...update, version: 9 }, 5)).rejects.toThrow('版本与签名内容不一致');
    await expect(read(await signed('{"name":"x"}', keys, 9), 5)).rejects.toThrow('版本与签名内容不一致');
  });

  test('is refused in words when it is something else', async () => {
    for (const text of ['', '<html>', '{}', '[]', '{"pack":{},"version":1,"signature":""}'])
      await expect(readUpdate(text, key, 0, '2026-03-01')).rejects.toThrow('不是词库更新文件');
    await expect(read(await signed('{"version":4}'), 1)).rejects.toThrow('不是词库');
  });

  test('is refused in words by a browser that cannot check it', async () => {
    const update = await signed(packText(4));
    // What Chromium before 137 says of the algorithm.
    const importing = vi
      .spyOn(globalThis.crypto.subtle, 'importKey')
      .mockRejectedValue(new DOMException('Algorithm: Unrecognized name', 'NotSupportedError'));
    await expect(read(update, 1)).rejects.toThrow('这个浏览器还不能核对 Ed25519 签名');
    importing.mockRestore();
    expect(await read(update, 1)).toMatchObject({ version: 4 });
  });

  test('takes its key as base64 and as PEM', async () => {
    const spki = base64(await webcrypto.subtle.exportKey('spki', keys.publicKey));
    expect(readKey(`-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`)).toEqual(key);
    for (const bad of ['', 'abc', '公钥', base64(new ArrayBuffer(33)), base64(new ArrayBuffer(44))])
      expect(() => readKey(bad)).toThrow('公钥读不懂');
  });
});
