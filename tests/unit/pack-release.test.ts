import { expect, it } from 'vitest';
import { readKey, readUpdate } from '../../lib/phrases/own/update.ts';
import { releasePacks, versionOn } from '../../scripts/packages/pack-release.ts';
import { builtInPackFiles, readPackFiles } from '../../scripts/read-packs.ts';
import { newPrivateKey, publicKeyOf } from '../../scripts/sign-pack.ts';

const key = newPrivateKey();
const { packs } = await readPackFiles(
  (await builtInPackFiles()).filter((file) => /(?:series|institution)\.yaml$/u.test(file)),
);

it('built-in packs are released by themselves as the extension takes them, each entry of them', async () => {
  const { name, update, version } = await releasePacks(packs, key, '2026-12-01', 0);
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
  await expect(releasePacks([], key, '2026-12-01', 0)).rejects.toThrow('没有词库');
});
