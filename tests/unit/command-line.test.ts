import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../lib/common/today.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { encodeText } from '../../lib/text-file/encodings.ts';
import { computedItem, makeDocx, paragraph, partOf, run, speechLists } from '../docx/make.ts';

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

function docxOf(xml: string): Uint8Array {
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

function check(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/check.ts', ...args], {
    encoding: 'utf8',
    input,
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

const faulty = '同志们：\n我讲三点意见。\n一、深入学习贯彻党的十九大精神\n二、抓好落实\n四、加强领导\n';
const oldDraft = '在全县干部大会上的讲话\n（2019年2月16日）\n同志们：\n要深入学习贯彻党的十九大精神。\n';
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
    const path = file('faulty.docx', docxOf(xml));
    const out = join(folder, 'fixed.docx');
    expect(check(['--fix', 'numbering', '--out', out, path]).stderr).toBe('');
    const { stdout } = check(['--json', '--date', '2026-11-20', out]);
    expect(JSON.parse(stdout).findings.map((one: { rule: string }) => one.rule)).not.toContain(
      'heading-numbering',
    );
  });

  it('writes the repairs of a .docx as tracked changes with their reasons, where it is asked to', () => {
    const lines = faulty.trim().split('\n');
    const path = file('tracked-in.docx', makeDocx(lines.map((line) => paragraph(run(line))).join('')));
    const out = join(folder, 'tracked.docx');
    const { stderr, status } = check([
      '--fix',
      'safe',
      '--tracked',
      '--date',
      '2026-11-20',
      '--out',
      out,
      path,
    ]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
    const written = readFileSync(out);
    expect(openDocx(written).text).toBe(faulty.trim().replace('四、', '三、').replace('十九大', '二十大'));
    const xml = partOf(written, 'word/document.xml');
    expect(xml).toContain('<w:delText xml:space="preserve">十九</w:delText>');
    expect(xml).toContain('<w:delText xml:space="preserve">四</w:delText>');
    expect(partOf(written, 'word/comments.xml')).toContain('序号按层次顺排。');
    expect(partOf(written, 'word/comments.xml')).toMatch(/依据：[^<]+/u);
  });

  it('leaves the numbers that Word computes, and those beside them that are right', () => {
    const body = paragraph(run('我们要抓好落实。'));
    const lines = [paragraph(run('一、提高认识')), body, computedItem('突出重点', 2), body];
    const right = file(
      'computed.docx',
      makeDocx([...lines, paragraph(run('三、加强领导'))].join(''), { numbering: speechLists }),
    );
    expect(check([right])).toMatchObject({ status: 0, stderr: '' });
    const out = join(folder, 'computed-out.docx');
    check(['--fix', 'safe', '--out', out, right]);
    expect(openDocx(readFileSync(out)).text).toContain('三、加强领导');
    const wrong = file(
      'computed.dotx',
      makeDocx([...lines, paragraph(run('四、加强领导'))].join(''), { numbering: speechLists }),
    );
    expect(check(['--fix', 'safe', '--tracked', '--out', out, wrong]).stderr).toBe('');
    expect(openDocx(readFileSync(out)).text).toContain('突出重点\n我们要抓好落实。\n三、加强领导');
  });

  it('reads a Word file under any name, and a text with manual breaks', () => {
    const word = file('稿.txt', makeDocx(paragraph(run('学习党的十九大精神。'))));
    expect(check([word]).stdout).toContain('党的十九大');
    const text = file(
      'breaks.txt',
      '一、提高认识\v我们要抓好落实。\v二、突出重点\u2028我们要抓好落实。\v四、加强领导',
    );
    expect(check(['--fix', 'safe', text]).stdout).toBe(
      '一、提高认识\v我们要抓好落实。\v二、突出重点\u2028我们要抓好落实。\v三、加强领导',
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
    ['--tracked on a text', () => ['--fix', 'safe', '--tracked', '--out', 'x.txt', 'y.txt'], '--tracked'],
    ['a .docx that is none', () => [file('x.docx', 'abc')], '不是 Word 文档'],
    ['an old document by any name', () => [file('x.wps', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))], '旧格式'],
    ['RTF by any name', () => [file('x.doc', '{\\rtf1}')], 'RTF'],
    ['PDF', () => [file('x.pdf', '%PDF-1.7')], 'PDF'],
    [
      'a tracked change of a text',
      () => ['--fix', 'safe', '--tracked', '--out', 'o.docx', file('稿', right)],
      '--tracked',
    ],
    ['a day that is none', () => ['--date', '2026-02-30', file('y.txt', right)], '日期应写作'],
    ['an unknown option', () => ['--nope', 'x'], '无法识别的参数'],
    ['nothing at all', () => [], '用法'],
    ['a flag without its value', () => [file('y.txt', right), '--date'], '--date 后面缺少内容'],
    ['a flag with a value it does not take', () => ['--json=x', file('y.txt', right)], '--json 后面不带内容'],
    [
      'a pack that is not there',
      () => ['--pack', '/nope.yaml', file('y.txt', right)],
      '没有这个文件：/nope.yaml',
    ],
    ['a batch that is a folder', () => ['--batch', folder], '这是一个文件夹'],
    ['a batch that is not there', () => ['--batch', '没有的文件.jsonl'], '没有这个文件'],
    [
      'a batch beside a draft',
      () => ['--batch', file('b.jsonl', ''), file('y.txt', right)],
      '--batch 与文稿',
    ],
    ['a batch to be fixed', () => ['--batch', file('b.jsonl', ''), '--fix', 'safe'], '--fix 不能与 --batch'],
    ['--out without --fix', () => ['--out', join(folder, 'o.txt'), file('y.txt', right)], '--out 只与 --fix'],
    ['--json beside --fix', () => ['--json', '--fix', 'safe', file('y.txt', right)], '--json 不能与 --fix'],
    [
      '--json beside --explain',
      () => ['--json', '--explain', file('y.txt', right)],
      '--explain 不能与 --json',
    ],
    [
      'an --out in no folder',
      () => ['--fix', 'safe', '--out', join(folder, 'no', 'o.txt'), file('y.txt', right)],
      '无法写入，没有这个文件夹',
    ],
    ['an --out that is a folder', () => ['--fix', 'safe', '--out', folder, file('y.txt', right)], '无法写入'],
    ['a .docx whose text is broken', () => [file('b.docx', docxOf('<w:document><w:p>'))], '正文部分已经损坏'],
  ])('says %s in one line on standard error, with status 2', (_name, args, words) => {
    const { status, stdout, stderr } = check(args());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    // Names of files and options aside, it speaks Chinese.
    expect(stderr).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/iu);
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

  it('prints exactly the form that is promised', () => {
    const { stdout } = check(['--json', '--date', '2026-11-20', file('faulty.txt', faulty)]);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual([
      'file',
      'asOf',
      'writtenFor',
      'judgedOn',
      'onToday',
      'trueUntil',
      'findings',
    ]);
    expect(Object.keys(result.asOf)).toEqual(['date', 'from']);
    expect(result.findings.length).toBeGreaterThan(1);
    for (const finding of result.findings) {
      expect(Object.keys(finding)).toEqual([
        'rule',
        'level',
        'start',
        'end',
        'text',
        'message',
        'source',
        'fixes',
      ]);
      for (const fix of finding.fixes) {
        expect(Object.keys(fix)).toEqual(['label', 'edits']);
        for (const edit of fix.edits) expect(Object.keys(edit)).toEqual(['start', 'end', 'text']);
      }
    }
  });

  it('says of an old draft that it is judged on its own day, and how many more today would give', () => {
    const path = file('old-draft.txt', oldDraft);
    const { status, stdout } = check([path]);
    const now = today();
    const [, note, ...findings] = stdout.trimEnd().split('\n');
    expect(note).toMatch(
      /^ {2}稿中日期是2019年2月16日，距今\d+年(?:\d+个月)?；现按当时核对。按今天（[\d-]{10}）核对另有1处：加 --date [\d-]{10}。$/u,
    );
    expect(note?.endsWith(`加 --date ${now}。`)).toBe(true);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('draft-date');
    expect(status).toBe(0);
    const chosen = check(['--date', '2019-02-16', path]).stdout;
    expect(chosen).not.toContain('距今');
    expect(chosen.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says so beside a draft that it repairs, too', () => {
    const { stdout, stderr } = check(['--fix', 'safe', '-'], oldDraft);
    expect(stdout).toBe(oldDraft);
    expect(stderr).toMatch(/^-：稿中日期是2019年2月16日.*\n$/u);
    expect(check(['--fix', 'safe', '--date', '2019-02-16', '-'], oldDraft).stderr).toBe('');
  });

  it('gives the days of a draft to other programs', () => {
    const lines = [
      { id: 'old', text: oldDraft },
      { id: 'chosen', text: oldDraft, date: '2019-02-16' },
      { id: 'none', text: right },
      { id: 'two', text: oldDraft.replace('在全县', '在2018年全县') },
    ];
    const path = file('days.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const [old, chosen, none, two] = check(['--batch', path])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(old).toMatchObject({
      asOf: { date: '2019-02-16', from: 'draft' },
      writtenFor: {
        from: '2019-02-16',
        to: '2019-02-16',
        precision: 'day',
        evidence: [{ start: 12, end: 24, text: '（2019年2月16日）', kind: 'date-line' }],
        disagreeing: [],
      },
      judgedOn: '2019-02-16',
      onToday: 1,
    });
    expect(old.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['draft-date']);
    expect(chosen).toMatchObject({
      asOf: { from: 'option' },
      judgedOn: '2019-02-16',
      onToday: 1,
      findings: [],
    });
    expect(none).toMatchObject({ writtenFor: null, judgedOn: today(), onToday: null });
    expect(none.trueUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(two.writtenFor.disagreeing).toEqual([{ start: 1, end: 6, text: '2018年', kind: 'title' }]);
  });

  it('names the day up to which it knows, where it judges a later one', () => {
    const path = file('right.txt', right);
    const known = JSON.parse(check(['--json', path]).stdout).trueUntil;
    const note = `  词库知识截至${known}，其后的会议和文件未判断。`;
    expect(check(['--date', '2090-01-01', path]).stdout.trimEnd().split('\n').at(-1)).toBe(note);
    expect(check(['--date', known, path]).stdout).not.toContain('词库知识');
  });

  it('gives no more of a fix than that, though a choice of form goes with it', () => {
    const mixed = '第一，抓学习。第二、抓落实。第三，抓督查。\n';
    const { stdout } = check(['--json', file('mixed.txt', mixed)]);
    const { findings } = JSON.parse(stdout);
    const fixes = findings.flatMap((finding: { fixes: object[] }) => finding.fixes);
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) expect(Object.keys(fix)).toEqual(['label', 'edits']);
  });

  it('reads a batch that begins with a mark of byte order', () => {
    const path = file('marked.jsonl', `\ufeff${JSON.stringify({ id: 'a', text: right })}\n`);
    const { status, stdout, stderr } = check(['--batch', path]);
    expect([status, stderr, JSON.parse(stdout).id]).toEqual([0, '', 'a']);
  });

  it('renumbers no list whose gap is only a warning with --fix safe', () => {
    const gap = '103.抓好招商\n104.抓好项目\n106.抓好服务\n';
    expect(check(['--fix', 'safe', '--date', '2026-11-20', '-'], gap).stdout).toBe(gap);
    expect(check(['--fix', 'numbering', '-'], gap).stdout).toBe(gap.replace('106', '105'));
  });

  it('is settled after one run of --fix safe, though one fault hid another', () => {
    const hidden = '统筹推进“四个全面”总体布局，深入学习贯彻党的十九大精神。\n';
    const fixed = check(['--fix', 'safe', '--date', '2026-11-20', '-'], hidden).stdout;
    expect(fixed).not.toBe(hidden);
    const again = check(['--json', '--date', '2026-11-20', '-'], fixed);
    expect(
      JSON.parse(again.stdout).findings.filter((one: { level: string }) => one.level === 'error'),
    ).toEqual([]);
    expect(check(['--fix', 'safe', '--date', '2026-11-20', '-'], fixed).stdout).toBe(fixed);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, high byte first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('writes a draft in %s as it came', (_name, encode) => {
    const path = file('encoded.txt', encode(faulty));
    const out = join(folder, 'encoded-out.txt');
    const { stderr } = check(['--fix', 'numbering', '--out', out, path]);
    expect(stderr).toBe('');
    expect(readFileSync(out).equals(encode(faulty.replace('四、', '三、')))).toBe(true);
  });

  it('writes a draft in GB 18030 as it came', () => {
    // 一、好，四、𠮷〇—, the last of them beyond the first plane and the tables of two bytes.
    const bytes = [0xd2, 0xbb, 0xa1, 0xa2, 0xba, 0xc3, 0x0a, 0xcb, 0xc4, 0xa1, 0xa2, 0xba, 0xc3];
    const rest = [0x95, 0x34, 0xb5, 0x33, 0xa9, 0x96, 0xa1, 0xaa, 0x81, 0x30, 0x84, 0x36, 0x0a];
    const path = file('old.txt', Uint8Array.from([...bytes, ...rest]));
    const out = join(folder, 'old-out.txt');
    const { stderr } = check(['--fix', 'numbering', '--out', out, path]);
    expect(stderr).toBe('');
    const wanted = [...bytes.slice(0, 7), 0xb6, 0xfe, ...bytes.slice(9), ...rest];
    expect([...readFileSync(out)]).toEqual(wanted);
  });

  it('knows what GB 18030 cannot say, and says all else as Node reads it', () => {
    expect(encodeText('好\ud800', 'gb18030')).toBeNull();
    const characters = Array.from({ length: 0xd800 }, (_, code) => String.fromCodePoint(code)).join('');
    const bytes = encodeText(`${characters}𠮷`, 'gb18030');
    expect(bytes === null ? '' : new TextDecoder('gb18030').decode(bytes)).toBe(`${characters}𠮷`);
  });

  it('writes nothing where the draft cannot be used', () => {
    const out = join(folder, 'never.txt');
    expect(check(['--fix', 'safe', '--out', out, file('x.bin', new Uint8Array([0, 1, 2]))]).status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
