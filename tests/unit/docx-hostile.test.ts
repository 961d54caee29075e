import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { docxFaults, UnusableDocxError } from '../../lib/docx/unusable.ts';
import { readXlsx, writeXlsx } from '../../lib/phrases/exchange/xlsx.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { entriesOf } from '../docx/hostile/archives.ts';
import { withPart } from '../docx/hostile/packages.ts';
import { rawZip } from '../docx/hostile/raw-zip.ts';
import { makeDocx, paragraph, partOf, rewritten, run } from '../docx/make.ts';

const plain = makeDocx(paragraph(run('党的十九大')), { comments: '' });
const inBody = (content: string) => makeDocx(content);
const nested = (depth: number, ...names: string[]) =>
  `${names
    .map((name) => `<${name}>`)
    .join('')
    .repeat(depth)}${[...names]
    .reverse()
    .map((name) => `</${name}>`)
    .join('')
    .repeat(depth)}`;

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnusableDocxError || error instanceof PackRefusedError) return error.words.zh;
    throw error;
  }
  return '';
}

describe('a .docx that would hang its reader, or use up its memory,', () => {
  it.each([
    ['with millions of paragraphs', () => inBody('<w:p/>'.repeat(1_000_000)), 'heavy'],
    ['with tables deep within each other', () => inBody(nested(3_000, 'w:tbl', 'w:tr', 'w:tc')), 'heavy'],
    ['with controls deep within each other', () => inBody(nested(20_000, 'w:sdt', 'w:sdtContent')), 'heavy'],
    ['with tens of millions of characters', () => inBody(paragraph(run('稿'.repeat(20_000_000)))), 'heavy'],
    [
      'whose directory goes on for billions of entries',
      () => rawZip(entriesOf(plain), { largeCount: 0xffffffff }),
      'none',
    ],
    [
      'whose entries all are one',
      () =>
        rawZip(
          entriesOf(plain).flatMap((one) =>
            Array.from({ length: 50 }, (_, i) => ({
              ...one,
              name: `${one.name}${i}`,
              packedSize: 1_000_000,
              offset: 0,
            })),
          ),
        ),
      'none',
    ],
    [
      'that unpacks to gigabytes',
      () =>
        rawZip([
          ...entriesOf(plain),
          { name: 'word/media/a.bmp', content: new Uint8Array(), size: 2_000_000_000 },
        ]),
      'large',
    ],
  ] as const)('%s is refused in words', (_name, make, fault) => {
    expect(faultOf(() => openDocx(make()))).toBe(docxFaults[fault].zh);
  });

  it.each([
    [
      'styles',
      () => withPart(plain, 'word/styles.xml', () => `<w:styles>${'<w:style/>'.repeat(200_000)}</w:styles>`),
    ],
    [
      'relations deep within each other',
      () => withPart(plain, 'word/_rels/document.xml.rels', () => nested(5_000, 'a')),
    ],
    [
      'styles in a circle',
      () =>
        makeDocx('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>党的十九大</w:t></w:r></w:p>', {
          styles:
            '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        }),
    ],
  ] as const)('but in a part that its text can do without, such as %s, is read', (_name, make) => {
    expect(openDocx(make()).text).toBe('党的十九大');
  });

  it('as fields within fields, is read and written', () => {
    const fields = (depth: number): string => {
      const begin =
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
      return `${`${begin}${run('字')}`.repeat(depth)}${'<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(depth)}`;
    };
    const file = makeDocx(paragraph(fields(2_000), run('党的十九大')));
    const { bytes, text } = rewritten(file, [['十九', '二十']]);
    expect(text).toBe(`${'字'.repeat(2_000)}党的二十大`);
    expect(partOf(bytes, 'word/document.xml').match(/<w:ins /gu)).toHaveLength(1);
  });
});

describe('a .docx of which another part is damaged', () => {
  const options = { manner: 'tracked', at: new Date() } as const;
  const change = { start: 2, end: 4, text: '二十', reasons: ['过时。'] };

  it.each([
    ['the comments', 'word/comments.xml'],
    ['the relations', 'word/_rels/document.xml.rels'],
    ['the content types', '[Content_Types].xml'],
  ])('is read, and refused in words when it is written: %s', (_name, part) => {
    const whole = part === 'word/comments.xml' ? plain : makeDocx(paragraph(run('党的十九大')));
    const opened = openDocx(withPart(whole, part, () => '<a'));
    expect(opened.text).toBe('党的十九大');
    expect(faultOf(() => opened.written([change], options))).toBe(docxFaults.unwritable.zh);
  });

  it('keeps its pictures when it is written, which are not unpacked to read it', () => {
    const picture = Uint8Array.from({ length: 300 }, (_, i) => i % 251);
    const file = zipSync({
      ...unzipSync(plain),
      'word/media/image1.png': picture,
      'word/vbaProject.bin': picture,
    });
    const { bytes } = rewritten(file, [['十九', '二十', '过时。']]);
    expect(unzipSync(bytes)['word/media/image1.png']).toEqual(picture);
    expect(unzipSync(bytes)['word/vbaProject.bin']).toEqual(picture);
  });
});

describe('a workbook that would hang its reader, or use up its memory,', () => {
  const sheet = writeXlsx([['规范表述'], ['市民服务中心']], '我的提法');
  const inSheet = (content: string) =>
    withPart(sheet, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<sheetData>', `<sheetData>${content}`));

  it.each([
    ['with millions of rows', () => inSheet('<row/>'.repeat(2_000_000)), '这个工作簿太大'],
    ['with rows deep within each other', () => inSheet(nested(5_000, 'row')), '这个工作簿太大'],
    [
      'whose directory goes on for billions of entries',
      () => rawZip(entriesOf(sheet), { largeCount: 0xffffffff }),
      '这个文件不是 Excel 工作簿',
    ],
  ])('%s is refused in words', (_name, make, words) => {
    expect(faultOf(() => readXlsx(make()))).toContain(words);
  });
});
