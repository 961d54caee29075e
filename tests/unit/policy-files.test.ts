import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrganisation } from '../../lib/phrases/own/organisation.ts';
import { typedAddresses } from '../../lib/sites/typed-address.ts';
import { managedFrom } from '../../lib/storage/managed.ts';
import { exampleValues, firefoxId, policyFiles } from '../../scripts/packages/policy-files.ts';
import { root } from './house-files.ts';

const files = policyFiles(exampleValues);
const textOf = (path: string) => {
  const bytes = Buffer.from(files.get(path) ?? []);
  return path.endsWith('.reg') ? bytes.toString('utf16le') : bytes.toString('utf8');
};

describe('the ready files of an administrator', () => {
  it.each([...files.keys()])('deploy/%s is what the script writes', (path) => {
    const file = join(root, 'deploy', path);
    expect(existsSync(file), 'npx tsx scripts/policy-files.ts').toBe(true);
    expect(readFileSync(file).equals(files.get(path) ?? Buffer.alloc(0))).toBe(true);
  });

  it('say what the extension reads, every key of it', () => {
    const schema: { properties: Record<string, unknown> } = JSON.parse(
      readFileSync(join(root, 'assets/public/managed_schema.json'), 'utf8'),
    );
    expect(Object.keys(exampleValues.managed).sort()).toEqual(Object.keys(schema.properties).sort());
    const { packs, sites, settings } = managedFrom(exampleValues.managed);
    expect(settings).toEqual({ place: '云溪县', strictness: 'normal' });
    expect(sites.flatMap(typedAddresses)).toEqual([
      'https://oa.example.gov.cn',
      'https://oa:8080',
      'http://oa:8080',
    ]);
    const [pack] = packs.map((one) => readOrganisation(one, { id: 'x', fileName: 'x', today: '2026-12-01' }));
    expect(pack).toMatchObject({ name: '云溪县委办词库', entries: 1, problems: [] });
  });

  it('are told in deploy/README.zh-CN.md, file by file and key by key', () => {
    const paper = readFileSync(join(root, 'deploy/README.zh-CN.md'), 'utf8');
    for (const path of files.keys()) expect(paper).toContain(path);
    for (const key of Object.keys(exampleValues.managed)) expect(paper).toContain(`\`${key}\``);
    expect(paper).toContain(firefoxId);
  });

  it('give the registry its values in the form of the registry', () => {
    for (const path of ['windows/gaozhun-chrome.reg', 'windows/gaozhun-edge.reg']) {
      const text = textOf(path);
      expect(text.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n')).toBe(true);
      const packs = /^"packs"="(.*)"\r$/mu.exec(text)?.[1] ?? '';
      expect(JSON.parse(packs.replaceAll('\\"', '"').replaceAll('\\\\', '\\'))).toEqual(
        exampleValues.managed.packs,
      );
      expect(text).toContain(`"1"="${exampleValues.id};https://oa.example.gov.cn/gaozhun/update.xml"\r\n`);
    }
  });

  it('name the id that the build for Firefox has', () => {
    expect(readFileSync(join(root, 'wxt.config.ts'), 'utf8')).toContain(`id: '${firefoxId}'`);
  });
});
