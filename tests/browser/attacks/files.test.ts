import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../lib/phrases/exchange/xlsx.ts';
import { withPart } from '../../docx/hostile/packages.ts';
import { makeDocx, paragraph, run } from '../../docx/make.ts';
import { useSurfaces, wait } from '../fixture.ts';

const surfaces = useSurfaces();
let folder = '';
let options: Page;
let panel: Page;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-hostile-'));
  options = await surfaces.open('options', { width: 900, height: 900 });
  await options.getByRole('heading', { name: '单位词库' }).waitFor(wait);
  panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
  await panel.getByRole('tab', { name: '文稿台' }).click();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sheet = writeXlsx(
  [
    ['规范表述', '误写'],
    ['市民服务中心', '市民中心'],
  ],
  '我的提法',
);
const inSheet = (rows: string) =>
  withPart(sheet, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('</sheetData>', () => `${rows}</sheetData>`),
  );
const word = makeDocx(paragraph(run('党的十九大')));
const inWord = (content: string) => makeDocx(content);
const nest = (depth: number, ...names: string[]) =>
  names
    .map((name) => `<${name}>`)
    .join('')
    .repeat(depth) +
  [...names]
    .reverse()
    .map((name) => `</${name}>`)
    .join('')
    .repeat(depth);
const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>';
const withEntity = (xml: string) => xml.replace(/^(?:<\?xml[^>]*\?>\s*)?/u, (head) => head + entity);

type Row = readonly [name: string, file: string, content: () => string | Uint8Array];
const lists: readonly Row[] = [
  ['lists 20,000 deep in YAML', 'a.yaml', () => '- '.repeat(20_000)],
  ['questions 500 deep in YAML', 'a.yaml', () => `- ${'? '.repeat(500)}`],
  ['braces 5,000 deep in YAML', 'a.yaml', () => '{a: '.repeat(5_000)],
  [
    'aliases that grow in YAML',
    'a.yaml',
    () =>
      `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghij', (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`).join('\n')}`,
  ],
  ['a circle in YAML', 'a.yaml', () => '&a [*a]'],
  ['a tag of code in YAML', 'a.yaml', () => '!!js/function "function () { alert(1) }"'],
  [
    'names of prototypes in YAML',
    'a.yaml',
    () => '- 规范表述: 甲乙\n  __proto__: { polluted: 1 }\n  constructor: { prototype: { polluted: 1 } }',
  ],
  ['a quotation without end in YAML', 'a.yaml', () => `- 规范表述: "${'x'.repeat(1_000_000)}`],
  [
    'bytes of chance as YAML',
    'a.yaml',
    () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251),
  ],
  ['a page as YAML', 'a.yaml', () => '<!doctype html><script>alert(1)</script>'],
  ['a quotation without end in CSV', 'a.csv', () => `规范表述,误写\n"${'甲,'.repeat(500_000)}`],
  ['five million commas in CSV', 'a.csv', () => ','.repeat(5_000_000)],
  ['NUL characters in CSV', 'a.csv', () => '规范表述\0,误写\0\n甲乙\0,丙丁\0'],
  ['100,000 rows in CSV', 'a.csv', () => `规范表述,误写\n${'甲乙,丙丁\n'.repeat(100_000)}`],
  [
    'markup in CSV',
    'a.csv',
    () => '规范表述,误写,说明\n<img src=x onerror=alert(1)>,误写丙,<script>alert(1)</script>',
  ],
  ['no heading in CSV', 'a.csv', () => '1,2,3\n4,5,6'],
  ['rows in rows in a sheet', 'a.xlsx', () => inSheet(nest(20_000, 'row'))],
  [
    '38 MB of rows in a sheet',
    'a.xlsx',
    () => inSheet('<row><c t="inlineStr"><is><t>甲</t></is></c></row>'.repeat(700_000)),
  ],
  ['an entity of a file in a sheet', 'a.xlsx', () => withPart(sheet, 'xl/worksheets/sheet1.xml', withEntity)],
  ['no archive as a sheet', 'a.xlsx', () => 'PK\x03\x04xxxxxxxxxxxxxxxx'],
  ['half of a sheet', 'a.xlsx', () => sheet.slice(0, sheet.length >> 1)],
  ['an archive of other things as a sheet', 'a.xlsx', () => zipSync({ '../../evil': strToU8('x') })],
  ['a document as a sheet', 'a.xlsx', () => word],
  ['a document', 'a.docx', () => word],
  ['nothing', 'a.yaml', () => ''],
  ['a program', 'a.exe', () => 'MZ'],
];
const packs: readonly Row[] = [
  ['a list 3 million deep', 'a.json', () => '['.repeat(3_000_000)],
  [
    'names of prototypes',
    'a.json',
    () =>
      '{"__proto__":{"polluted":1},"name":"x","constructor":{"prototype":{"polluted":1}},"entries":{"length":9}}',
  ],
  [
    'markup',
    'a.json',
    () =>
      '{"name":"<img src=x onerror=alert(1)>","version":1,"entries":[{"name":"<script>alert(1)</script>"}]}',
  ],
  ['a version beyond all', 'a.json', () => '{"name":"x","version":1e999,"entries":[{"name":"甲乙"}]}'],
  ['a page', 'a.json', () => '<!doctype html>'],
  ['nothing', 'a.json', () => ''],
  ['lists deep in YAML', 'a.yaml', () => `- ${'? '.repeat(500)}`],
  ['a sheet of nothing', 'a.xlsx', () => writeXlsx([], 'x')],
];
const backups: readonly Row[] = [
  [
    'names of prototypes',
    'a.json',
    () =>
      '{"format":"gaozhun-backup","version":1,"__proto__":{"polluted":1},"settings":{"__proto__":{"polluted":1},"rulesOff":{"length":1}},"own":{"length":3},"drafts":[{"key":"__proto__"}],"kept":7}',
  ],
  ['another format', 'a.json', () => '{"format":"other","version":1}'],
  ['a later version', 'a.json', () => '{"format":"gaozhun-backup","version":99}'],
  ['a nest', 'a.json', () => '['.repeat(1_000_000)],
  ['19 MB of one word', 'a.json', () => `"${'x'.repeat(19_000_000)}"`],
  ['a page', 'a.json', () => '<!doctype html>'],
  ['nothing', 'a.json', () => ''],
];
const drafts: readonly Row[] = [
  ['a million paragraphs in Word', 'a.docx', () => inWord('<w:p/>'.repeat(1_000_000))],
  ['tables 3,000 deep in Word', 'a.docx', () => inWord(nest(3_000, 'w:tbl', 'w:tr', 'w:tc'))],
  ['controls 20,000 deep in Word', 'a.docx', () => inWord(nest(20_000, 'w:sdt', 'w:sdtContent'))],
  ['20 million characters in Word', 'a.docx', () => inWord(paragraph(run('稿'.repeat(20_000_000))))],
  ['an entity of a file in Word', 'a.docx', () => withPart(word, 'word/document.xml', withEntity)],
  ['half of a Word file', 'a.docx', () => word.slice(0, word.length >> 1)],
  ['an archive of other things', 'a.docx', () => zipSync({ '../../evil': strToU8('x') })],
  ['a sheet as a Word file', 'a.docx', () => sheet],
  ['a picture', 'a.txt', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
  ['a text of a million characters', 'a.txt', () => '稿，'.repeat(500_000)],
  ['a text of blanks', 'a.txt', () => ' \n\u3000'.repeat(5000)],
  ['nothing', 'a.txt', () => ''],
  [
    'an old Word file',
    'a.doc',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
  ],
];

/** The longest stretch in which a page could do nothing, in ms, from now until it is asked. */
const watch = (page: Page) =>
  page.evaluate(`(() => { window.longest = 0; let last = performance.now(); clearInterval(window.watching);
    window.watching = setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; }, 10); })()`);

/** Chooses a file by a button, and returns what the page says of it: a sentence of refusal, or a preview. */
async function choose(
  page: Page,
  button: string,
  [, file, content]: Row,
  said: () => Promise<string>,
): Promise<string> {
  const path = join(folder, file);
  await writeFile(path, content());
  await watch(page);
  const before = await said();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).first().click(wait),
  ]);
  await chooser.setFiles(path);
  await expect.poll(said, wait).not.toBe(before);
  return await said();
}

/** One sentence, or one and what to do. */
const oneSentence = /^[^。\n]+。(?:[^。\n]+。)?$/u;
async function isUnhurt(page: Page): Promise<void> {
  expect(await page.locator('img[src=x], [onerror], iframe, object').count()).toBe(0);
  expect(await page.evaluate('({}).polluted === undefined')).toBe(true);
  expect(await (await surfaces.harness.worker()).evaluate('({}).polluted === undefined')).toBe(true);
  expect(await page.evaluate<number>('window.longest')).toBeLessThan(4_000);
}
const stored = async () =>
  JSON.stringify(await (await surfaces.harness.worker()).evaluate('chrome.storage.local.get()'));
const named = (rows: readonly Row[]) => rows.map((row) => [row[0], row] as const);

/** A section of the options in which a file is chosen: refused in a sentence, or previewed and taken back. */
function triesIn(button: string, region: string, section: string, rows: readonly Row[]): void {
  it.each(named(rows))('%s', async (_, row) => {
    await options.bringToFront();
    const before = await stored();
    const preview = options.getByRole('region', { name: region });
    // What was said before would look like an answer.
    await options.reload();
    await options.getByRole('heading', { name: '单位词库' }).waitFor(wait);
    // Of an element that is hidden there is no role yet.
    const status = options.locator(section).getByRole('status');
    const said = async () =>
      (await preview.count()) > 0 ? 'preview' : (await status.allTextContents()).slice(0, 1).join('');
    const words = await choose(options, button, row, said);
    if (words !== 'preview') expect(words).toMatch(oneSentence);
    else await preview.getByRole('button', { name: '取消' }).click(wait);
    await isUnhurt(options);
    expect(await stored()).toBe(before);
  });
}

describe('a hostile list of own phrases is refused in a sentence, or previewed:', () =>
  triesIn('导入', '导入预览', 'section.own', lists));
describe('a hostile pack is refused in a sentence, or previewed:', () =>
  triesIn('导入词库', '词库预览', 'section:has(> h2:text-is("单位词库"))', packs));
describe('a hostile backup is refused in a sentence, or previewed:', () =>
  triesIn('从文件恢复', '恢复预览', '#backup', backups));

describe('a hostile draft is refused in a sentence, and the desk goes on:', () => {
  it.each(named(drafts))('%s', async (_, row) => {
    await panel.bringToFront();
    await panel.reload();
    await panel.getByRole('tab', { name: '文稿台' }).click();
    const notice = panel.locator('#desk-panel [role=alert], #desk-panel [role=status], #desk-panel .notice');
    const words = await choose(panel, '选择文件…', row, async () => {
      const all = (await notice.allTextContents()).join('');
      if (all.includes('正在')) return '';
      return all === '' && (await panel.locator('#desk-panel .finding').count()) > 0 ? 'checked' : all;
    });
    if (words !== 'checked') expect(words).toMatch(/。/u);
    await isUnhurt(panel);
    await panel.locator('#desk-text').fill('市工商局牵头。');
    await panel.locator('#desk-panel .finding').first().waitFor(wait);
    await panel.getByRole('button', { name: '清空' }).first().click(wait);
  });
});
