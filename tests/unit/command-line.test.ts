import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Each test starts Node afresh, some twice, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaozhun-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function check(args: readonly string[], input = '') {
  const run = spawnSync('npx', ['--no-install', 'tsx', 'scripts/check.ts', ...args], {
    encoding: 'utf8',
    input,
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

const faulty = '同志们：\n我讲三点意见。\n一、深入学习贯彻党的十九大精神\n二、抓好落实\n四、加强领导\n';
const right = '同志们：\n党的十八大以来，成绩有目共睹。\n';

describe('npm run check', () => {
  it('prints one line of JSON a file, with offsets of the text', () => {
    const path = file('faulty.txt', faulty);
    const { status, stdout } = check(['--json', '--date', '2026-11-20', path]);
    expect(status).toBe(1);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ file: path, asOf: { date: '2026-11-20', from: 'option' } });
    const old = result.findings.find((one: { rule: string }) => one.rule === 'outdated-reference');
    expect(faulty.slice(old.start, old.end)).toBe('党的十九大');
    expect(old.text).toBe('党的十九大');
    expect(old.source.title).not.toBe('');
    expect(result.findings.map((one: { rule: string }) => one.rule)).toContain('heading-numbering');
  });

  it('exits 0 where nothing is wrong, and reads standard input', () => {
    const { status, stdout } = check(['--json', '-'], right);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).findings).toEqual([]);
  });

  it('repairs the numbering alone, or all that is safe', () => {
    const path = file('faulty.txt', faulty);
    expect(check(['--fix', 'numbering', path]).stdout).toBe(faulty.replace('四、', '三、'));
    const safe = check(['--fix', 'safe', '--date', '2026-11-20', path]).stdout;
    expect(safe).toBe(faulty.replace('四、', '三、').replace('十九大', '二十大'));
  });

  it('repairs a .docx into another file', () => {
    const lines = faulty
      .trim()
      .split('\n')
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('');
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines}</w:body></w:document>`;
    const path = file('faulty.docx', zipSync({ 'word/document.xml': strToU8(xml) }));
    const out = join(folder, 'fixed.docx');
    expect(check(['--fix', 'numbering', '--out', out, path]).stderr).toBe('');
    const { stdout } = check(['--json', '--date', '2026-11-20', out]);
    expect(JSON.parse(stdout).findings.map((one: { rule: string }) => one.rule)).not.toContain(
      'heading-numbering',
    );
  });

  it('checks a batch line by line, each on its own date', () => {
    const lines = [
      { id: 'a', text: '今年是“十四五”规划收官之年。', date: '2025-06-01' },
      { id: 'b', text: '今年是“十四五”规划收官之年。', date: '2026-11-20' },
    ];
    const path = file('batch.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { stdout, status } = check(['--batch', path]);
    const [a, b] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([a.id, a.findings.length, b.id, b.findings.length]).toEqual(['a', 0, 'b', 1]);
    expect(status).toBe(1);
  });

  it('names a broken line of a batch and checks the others', () => {
    const path = file('broken.jsonl', `${JSON.stringify({ id: 1, text: right })}\n{oops\n`);
    const { stdout, stderr, status } = check(['--batch', path]);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/第 2 行：不是有效的 JSON。\n$/u);
    expect(status).toBe(2);
  });

  it.each([
    ['no such file', () => ['没有的文件.txt'], '没有这个文件'],
    ['a folder', () => [folder], '这是一个文件夹'],
    ['bytes that are no text', () => [file('x.txt', new Uint8Array([0, 1, 2, 255]))], '不是文本'],
    ['a .docx that is none', () => [file('x.docx', 'abc')], '不是 Word 文档'],
    ['a day that is none', () => ['--date', '2026-02-30', file('y.txt', right)], '日期应写作'],
    ['an unknown option', () => ['--nope', 'x'], '无法识别的参数'],
    ['nothing at all', () => [], '用法'],
  ])('says %s in one line on standard error, with status 2', (_name, args, words) => {
    const { status, stdout, stderr } = check(args());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('names file, line and entry of a broken pack, and goes on with the rest', () => {
    const pack = file(
      'own.yaml',
      'kind: formulation\ntrueUntil: "2026-10-15"\nentries:\n  - id: good\n    name: 好提法\n    source: { title: 测试用 }\n    attestation: B\n    wrong: [{ text: 坏提法, right: 好提法 }]\n  - id: bad\n    attestation: B\n',
    );
    const { stdout, stderr } = check(['--json', '--pack', pack, file('z.txt', '这里写了坏提法。')]);
    expect(stderr).toMatch(/own\.yaml.*9.*bad/su);
    expect(JSON.parse(stdout).findings.map((one: { text: string }) => one.text)).toEqual(['坏提法']);
    expect(readFileSync(pack, 'utf8')).toContain('坏提法');
  });
});
