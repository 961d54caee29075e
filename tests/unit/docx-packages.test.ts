import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileKind } from '../../lib/docx/file-kind.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { makeDocx, paragraph, rewritten, run } from '../docx/make.ts';

const plain = makeDocx(paragraph(run('党的十九大')));
const swap = ['十九', '二十', '过时。'] as const;

/** The file with parts renamed or changed. */
function with_(change: (name: string, bytes: Uint8Array) => [string, Uint8Array]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(plain)).map(([name, bytes]) => change(name, bytes)),
    ) as Zippable,
  );
}

const partNamed = (bytes: Uint8Array, name: RegExp) =>
  Object.entries(unzipSync(bytes)).find(([one]) => name.test(one))?.[1] ?? new Uint8Array();

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), order === 'le');
  return new Uint8Array(view.buffer);
}

describe('a package', () => {
  it.each<[string, Uint8Array]>([
    ['with backslashes in its names', with_((name, bytes) => [name.replaceAll('/', '\\'), bytes])],
    [
      'with a backslash at the beginning too',
      with_((name, bytes) => [`\\${name.replaceAll('/', '\\')}`, bytes]),
    ],
    [
      'with backslashes in some names',
      with_((name, bytes) => [name === 'word/document.xml' ? 'word\\document.xml' : name, bytes]),
    ],
    [
      'with backslashes in its relations',
      with_((name, bytes) => [
        name,
        name === '_rels/.rels' ? strToU8(strFromU8(bytes).replace('word/document', 'word\\document')) : bytes,
      ]),
    ],
    [
      'with parts in another case',
      with_((name, bytes) => [name.replace('word/document.xml', 'Word/Document.xml'), bytes]),
    ],
    ['with all parts in capitals', with_((name, bytes) => [name.toUpperCase(), bytes])],
    [
      'with relations from the root',
      with_((name, bytes) => [
        name,
        name === '_rels/.rels' ? strToU8(strFromU8(bytes).replace('"word/', '"/word/')) : bytes,
      ]),
    ],
    [
      'with a document of another name',
      with_((name, bytes) => [
        name
          .replace('word/document.xml', 'word/document2.xml')
          .replace('document.xml.rels', 'document2.xml.rels'),
        name === '_rels/.rels' ? strToU8(strFromU8(bytes).replace('document.xml', 'document2.xml')) : bytes,
      ]),
    ],
  ])('%s is read and written', (_name, file) => {
    const { bytes, text } = rewritten(file, [swap]);
    expect(text).toBe('党的二十大');
    expect(openDocx(bytes).text).toBe(text);
    expect(strFromU8(partNamed(bytes, /comments\.xml$/iu))).toContain('过时。');
    expect(Object.keys(unzipSync(bytes)).filter((name) => /content_types/iu.test(name))).toHaveLength(1);
    expect(
      Object.keys(unzipSync(bytes)).filter((name) => /document2?\.xml\.rels$/iu.test(name)),
    ).toHaveLength(1);
    expect(partNamed(bytes, /styles\.xml$/iu)).toEqual(partNamed(plain, /styles\.xml$/u));
  });

  it.each<[string, (xml: string) => Uint8Array]>([
    ['UTF-16', (xml) => utf16(xml.replace('UTF-8', 'UTF-16'), 'le')],
    ['UTF-16, high byte first', (xml) => utf16(xml.replace('UTF-8', 'UTF-16'), 'be')],
    ['UTF-16 without a mark', (xml) => utf16(xml.replace('UTF-8', 'UTF-16'), 'le', false)],
    ['UTF-16 that calls itself UTF-8', (xml) => utf16(xml, 'le')],
    ['UTF-8 with a mark', (xml) => strToU8(`\ufeff${xml}`)],
    ['UTF-8 without a declaration', (xml) => strToU8(xml.replace(/<\?xml.*?\?>\s*/u, ''))],
    ['an encoding that nobody has', (xml) => strToU8(xml.replace('UTF-8', 'x-none'))],
  ])('with its text in %s is read, and written in UTF-8', (_name, encode) => {
    const file = with_((name, bytes) => [
      name,
      name === 'word/document.xml' ? encode(strFromU8(bytes)) : bytes,
    ]);
    const { bytes, text } = rewritten(file, [swap]);
    expect(text).toBe('党的二十大');
    const xml = strFromU8(partNamed(bytes, /document\.xml$/u));
    expect(xml).toContain('二十');
    expect(/encoding="([^"]*)"/u.exec(xml)?.[1] ?? 'UTF-8').toBe('UTF-8');
    expect(openDocx(bytes).text).toBe(text);
  });

  it('in GB 18030 is read by its declaration', () => {
    const xml = Uint8Array.from([
      ...strToU8(
        '<?xml version="1.0" encoding="gb18030"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>',
      ),
      0xb5,
      0xb3,
      ...strToU8('</w:t></w:r></w:p></w:body></w:document>'),
    ]);
    expect(openDocx(zipSync({ 'word/document.xml': xml })).text).toBe('党');
  });

  it.each([
    ['with macros', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
    ['of a template', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'],
    ['of a template with macros', 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml'],
  ])('%s keeps its kind and its macros', (_name, kind) => {
    const parts = unzipSync(plain);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
      /application\/vnd[^"]*document\.main\+xml/u,
      kind,
    );
    const macros = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3);
    const file = zipSync({ ...parts, '[Content_Types].xml': strToU8(types), 'word/vbaProject.bin': macros });
    const { bytes, text } = rewritten(file, [swap]);
    expect(openDocx(bytes).text).toBe(text);
    expect(unzipSync(bytes)['word/vbaProject.bin']).toEqual(macros);
    expect(strFromU8(partNamed(bytes, /Content_Types/u))).toContain(kind);
  });
});

describe('a file of another kind is refused in words', () => {
  const related = (target: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
    );

  it.each<[string, Uint8Array, string]>([
    [
      'a sheet',
      zipSync({ '_rels/.rels': related('xl/workbook.xml'), 'xl/workbook.xml': strToU8('<workbook/>') }),
      'Excel 表格',
    ],
    [
      'a binary sheet',
      zipSync({ '_rels/.rels': related('xl/workbook.bin'), 'xl/workbook.bin': strToU8('x') }),
      'Excel 表格',
    ],
    [
      'slides',
      zipSync({ '_rels/.rels': related('ppt/presentation.xml'), 'ppt/presentation.xml': strToU8('<p/>') }),
      'PowerPoint',
    ],
    [
      'a drawing',
      zipSync({
        '_rels/.rels': related('visio/document.xml'),
        'visio/document.xml': strToU8('<VisioDocument/>'),
      }),
      '缺少正文',
    ],
    [
      'an OpenDocument text',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<x/>'),
      }),
      'OpenDocument',
    ],
    ['any archive', zipSync({ 'a.txt': strToU8('x') }), '缺少正文'],
    ['an old document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), '旧格式'],
  ])('%s', (_name, bytes, words) => {
    expect(fileKind(bytes)).toBe('word');
    expect(() => openDocx(bytes)).toThrow(words);
  });

  it.each([
    ['RTF', '{\\rtf1\\ansi 稿}', 'RTF'],
    ['PDF', '%PDF-1.7\n', 'PDF'],
    ['a web page', '<!DOCTYPE html>\n<html><body>稿</body></html>', '网页'],
    ['a web page with a mark', '\ufeff<html><body>稿</body></html>', '网页'],
    ['a web page in XML', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>', '网页'],
    ['an archive of a web page', 'MIME-Version: 1.0\nContent-Type: multipart/related', '网页'],
    [
      'Word in one XML file',
      '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><pkg:package/>',
      '网页',
    ],
    ['Word 2003 in XML', '<?xml version="1.0"?><w:wordDocument/>', '网页'],
    ['OpenDocument in one file', '<?xml version="1.0"?>\n<office:document/>', '网页'],
  ])('%s', (_name, text, words) => {
    expect(() => fileKind(strToU8(text))).toThrow(words);
  });

  it.each([
    '',
    '同志们：',
    '# 讲话',
    '<div align="center">讲话</div>',
    '一、<html>是标签',
    'PK是罚球',
    'rtf',
    'MIME',
  ])('text is text: %s', (text) => {
    expect(fileKind(strToU8(text))).toBe('other');
  });
});
