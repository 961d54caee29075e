import { expect, it } from 'vitest';
import { readKey, readUpdate } from '../../lib/phrases/own/update.ts';
import { newCrxKey } from '../../scripts/packages/crx-file.ts';
import { lastRelease, releasePacks, versionOn } from '../../scripts/packages/pack-release.ts';
import { builtInPackFiles, readPackFiles } from '../../scripts/read-packs.ts';
import { newPrivateKey, publicKeyOf } from '../../scripts/sign-pack.ts';

const key = newPrivateKey();
const { packs } = await readPackFiles(
  (await builtInPackFiles()).filter((file) => /(?:series|institution)\.yaml$/u.test(file)),
);

it('built-in packs are released by themselves as the extension takes them, each entry of them', async () => {
  const { name, update, version } = await releasePacks(packs, key, '2026-12-01', null);
  expect(version).toBe(2026120101);
  const read = await readUpdate(update, readKey(publicKeyOf(key)), 0, '2026-12-01');
  expect(read).toMatchObject({ name, version, problems: [] });
  expect(name).toBe(`稿准词库（更新至${packs.map(({ trueUntil }) => trueUntil).sort()[0]}）`);
  expect(read?.entries).toBe(packs.reduce((sum, { items }) => sum + items.length, 0));
});

it('a later release is above the earlier one, on the same day, and where a clock was ahead', () => {
  expect(versionOn('2026-12-01', 0)).toBe(2026120101);
  expect(versionOn('2026-12-01', 2026120101)).toBe(2026120102);
  expect(versionOn('2026-12-02', 2026120102)).toBe(2026120201);
  expect(versionOn('2026-12-02', 2027010101)).toBe(2027010102);
});

it('nothing is not released', async () => {
  await expect(releasePacks([], key, '2026-12-01', null)).rejects.toThrow('没有词库');
});

it('the last release is read, and the next one is above it', async () => {
  const first = await releasePacks(packs, key, '2026-12-01', null);
  const last = await lastRelease(first.update, key);
  expect(last).toEqual({ version: 2026120101, until: packs.map(({ trueUntil }) => trueUntil).sort()[0] });
  // Of an earlier day: a clock that was put back.
  const second = await releasePacks(packs, key, '2026-11-30', last);
  expect(second.version).toBe(2026120102);
  const read = await readUpdate(second.update, readKey(publicKeyOf(key)), first.version, '2026-12-01');
  expect(read?.version).toBe(second.version);
});

it('words that are older than those of the last release are not released', async () => {
  const last = { version: 2026120101, until: '2099-01-01' };
  await expect(releasePacks(packs, key, '2026-12-02', last)).rejects.toThrow('更新至 2099-01-01');
});

it('a release of another key, or a file that is none, is not written over', async () => {
  const { update } = await releasePacks(packs, newPrivateKey(), '2026-12-01', null);
  await expect(lastRelease(update, key)).rejects.toThrow('不是这个私钥签的');
  for (const other of ['', '{', 'null', '7', '{"version":3}', '{"pack":"{}","version":3,"signature":""}'])
    await expect(lastRelease(other, key), other).rejects.toThrow('没有覆盖');
});

it('a key of another kind is refused, and told so', async () => {
  await expect(releasePacks(packs, newCrxKey(), '2026-12-01', null)).rejects.toThrow(
    '要的是 Ed25519 私钥，这是 rsa',
  );
  expect(() => publicKeyOf('x')).toThrow('私钥文件读不懂');
});
