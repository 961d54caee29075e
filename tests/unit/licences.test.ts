import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageOf } from '../../scripts/licences/bundle.ts';
import {
  cratesIn,
  installedPackage,
  noticesOf,
  noticeText,
  readNoticeTable,
} from '../../scripts/licences/notices.ts';
import { segmenterProgram } from '../../scripts/load-segmenter.ts';

const table = readNoticeTable();
const program = 'jieba_rs_wasm_bg.wasm';
const folder = mkdtempSync(join(tmpdir(), 'gaozhun-licence-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bare = { name: 'bare', version: '1.0.0', licence: 'MIT', folder };

describe('the notices of a build', () => {
  it('are those of its packages, of its data, and of what is compiled into it', () => {
    const packages = ['preact', 'wxt', 'jieba-wasm'].map(installedPackage);
    const list = noticesOf(packages, [program, 'icon/128.png', 'manifest.json'], ['cedarwood'], table);
    const by = new Map(list.map((notice) => [notice.name, notice]));
    expect(by.get('preact')).toMatchObject({ licence: 'MIT', text: expect.stringContaining('Jason Miller') });
    expect(by.get('wxt')).toMatchObject({ licence: 'MIT', text: expect.stringContaining('Aaron') });
    expect(by.get('jieba 词典')?.text).toContain('Sun Junyi');
    expect(by.get('cedarwood')?.text).toContain('Redistributions in binary form');
    expect(list.filter(({ name }) => name === 'jieba-wasm')).toHaveLength(1);
    for (const { name, text, source } of list) {
      expect(text.length, name).toBeGreaterThan(200);
      expect(source, name).not.toBe('');
    }
    expect(noticeText(list)).toContain(readFileSync('LICENSE', 'utf8').trim());
  });

  it('are refused where a package has no licence, a file nobody answers for, or a crate no row', () => {
    expect(() => noticesOf([bare], [], [], table)).toThrow('软件包 bare');
    expect(() => noticesOf([], ['fonts/song.woff2'], [], table)).toThrow('文件 fonts/song.woff2');
    expect(() => noticesOf([], [], ['left-pad'], table)).toThrow('Rust 库 left-pad');
    const halved = {
      ...table,
      notices: table.notices.map((row) => (row.package === 'wxt' ? { ...row, copyright: [] } : row)),
    };
    expect(() => noticesOf([installedPackage('wxt')], [], [], halved)).toThrow('软件包 wxt');
  });

  it('have a row for every crate that jieba’s program names', () => {
    const crates = cratesIn(readFileSync(segmenterProgram()));
    expect(crates).toContain('cedarwood');
    expect(crates.length).toBeGreaterThan(10);
    expect(noticesOf([installedPackage('jieba-wasm')], [program], crates, table).length).toBeGreaterThan(10);
  });

  it('take a row only where what it tells of is shipped', () => {
    expect(noticesOf([], [], [], table)).toEqual([]);
  });
});

describe('a module of the bundle', () => {
  it('is laid to the innermost package that it lies in, or to the tool that made it', () => {
    mkdirSync(join(folder, 'node_modules/a/node_modules/@b/c'), { recursive: true });
    const about = JSON.stringify({ name: '@b/c', version: '2.0.0', license: 'ISC' });
    writeFileSync(join(folder, 'node_modules/a/node_modules/@b/c/package.json'), about);
    const id = `\0${folder}/node_modules/a/node_modules/@b/c/lib/x.js?commonjs-module`;
    expect(packageOf(id)).toMatchObject({ name: '@b/c', version: '2.0.0', licence: 'ISC' });
    expect(packageOf('\0vite/preload-helper.js')?.name).toBe('vite');
    expect(packageOf(import.meta.filename)).toBeNull();
    expect(() => packageOf('\0some-plugin:helper')).toThrow('some-plugin:helper');
  });
});
