import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cachedOnDisk } from '../../scripts/disk-cache.ts';

let folder = '';
let file = '';
let source = '';
let made = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaozhun-kept-'));
  file = join(folder, 'cache/kept');
  source = join(folder, 'source.yaml');
  writeFileSync(source, 'a');
  made = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const get = (sources = [source]) =>
  cachedOnDisk(file, sources, async () => {
    made++;
    return { index: new Uint8Array([1, 2, made]).buffer, problems: ['一处'] };
  });

it('makes once what is asked for twice, and gives the same', async () => {
  const first = await get();
  const second = await get();
  expect(made).toBe(1);
  expect(second).toEqual(first);
  expect([...new Uint8Array(second.index)]).toEqual([1, 2, 1]);
  expect(readdirSync(join(folder, 'cache'))).toEqual(['kept']);
});

it('makes it again when a source changes, and when one is added to a folder', async () => {
  await get();
  writeFileSync(source, 'b');
  await get();
  expect(made).toBe(2);
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  await get([source, sources]);
  const before = made;
  writeFileSync(join(sources, 'new.ts'), '');
  await get([source, sources]);
  expect(made).toBe(before + 1);
  await get([source, sources]);
  expect(made).toBe(before + 1);
});

it('makes it again where the file is damaged', async () => {
  await get();
  writeFileSync(file, readFileSync(file).subarray(0, 20));
  expect((await get()).problems).toEqual(['一处']);
  expect(made).toBe(2);
});

it('keeps nothing of what could not be made', async () => {
  const broken = cachedOnDisk(file, [source], () => Promise.reject(new Error('broken')));
  await expect(broken).rejects.toThrow('broken');
  await get();
  expect(made).toBe(1);
});
