import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wellKnownEditors } from '../../lib/sites/sites.ts';
import { root } from './house-files.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

it('every permission and site of the manifest is explained to the stores', () => {
  const paper = read('store/permissions.md');
  const named = /permissions: \[([\s\S]*?)\n {4}\]/u.exec(read('wxt.config.ts'))?.[1] ?? '';
  const permissions = [...named.matchAll(/'([a-zA-Z]+)'/gu)].map(([, name = '']) => name);
  expect(permissions).toContain('storage');
  const wanted = permissions.filter((name) => name !== 'firefox');
  for (const one of [...wanted, ...wellKnownEditors, '*://*/*']) expect(paper).toContain(`\`${one}\``);
});

it('the summaries are as long as a store takes', () => {
  for (const [file, head] of [
    ['store/listing.zh-CN.md', '一句话'],
    ['store/listing.en.md', 'Summary'],
  ] as const) {
    const summary = new RegExp(`\\*\\*${head}\\*\\*[^：:]*[：:] ?(.+)`, 'u').exec(read(file))?.[1] ?? '';
    expect(summary.length).toBeGreaterThan(20);
    expect(summary.length).toBeLessThanOrEqual(132);
  }
});

it('the stores’ pictures are 1280 × 800', () => {
  const names = readdirSync(join(root, 'store/pictures'));
  expect(names.length).toBe(10);
  for (const name of names) {
    const bytes = readFileSync(join(root, 'store/pictures', name));
    // Width and height stand in the first chunk of a PNG.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], name).toEqual([1280, 800]);
  }
});
