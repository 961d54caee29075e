import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { type Docx, openDocx } from '../../lib/docx/open.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { fixesFor } from '../../scripts/check-report.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const styles =
  '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

function docx(body: string): Uint8Array {
  const names =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  return raw(
    `<?xml version="1.0" encoding="UTF-8"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
  );
}

function raw(xml: string): Uint8Array {
  return zipSync({ 'word/document.xml': strToU8(xml), 'word/styles.xml': strToU8(styles) });
}

/** The file with edits made plainly. */
function edited(opened: Docx, edits: readonly Edit[]): Uint8Array {
  const changes = edits.map((edit) => ({ ...edit, reasons: [] }));
  const written = opened.written(changes, { manner: 'plain', at: new Date() });
  if (written === null) throw new Error('These edits add or take away paragraphs.');
  return written;
}

const run = (text: string, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

describe('a .docx', () => {
  it('is read by paragraphs, whatever its runs', () => {
    const file = docx(
      paragraph(run('深入学习贯彻党的'), run('十九', true), run('大精神')) + paragraph(run('二、落实')),
    );
    expect(openDocx(file).text).toBe('深入学习贯彻党的十九大精神\n二、落实');
  });

  it('takes an edit across a bold boundary, and keeps its formatting and its other parts', () => {
    const file = docx(
      paragraph(run('贯彻党的'), run('十九', true), run('大精神。')) + paragraph(run('第二段')),
    );
    const opened = openDocx(file);
    const start = opened.text.indexOf('十九大');
    const changed = edited(opened, [{ start, end: start + 3, text: '二十大' }]);
    expect(openDocx(changed).text).toBe('贯彻党的二十大精神。\n第二段');
    const parts = unzipSync(changed);
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toBe(styles);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:b/>');
  });

  it('takes several edits, insertions and deletions too', () => {
    const opened = openDocx(
      docx(paragraph(run('一、甲')) + paragraph(run('三、乙')) + paragraph(run('四、丙丙'))),
    );
    const changed = edited(opened, [
      { start: 4, end: 5, text: '二' },
      { start: 8, end: 9, text: '三' },
      { start: 11, end: 12, text: '' },
    ]);
    expect(openDocx(changed).text).toBe('一、甲\n二、乙\n三、丙');
  });

  it('says in words when it is none', () => {
    expect(() => openDocx(strToU8('只是文字'))).toThrow('不是 Word 文档');
    expect(() => openDocx(zipSync({ 'a.txt': strToU8('x') }))).toThrow('缺少正文');
  });
});

/** A text box as Word writes it: once for itself, once more in the older form. */
function textBox(...paragraphs: string[]): string {
  const content = `<w:txbxContent>${paragraphs.join('')}</w:txbxContent>`;
  const choice = `<mc:Choice Requires="wps"><w:drawing>${content}</w:drawing></mc:Choice>`;
  const fallback = `<mc:Fallback><w:pict>${content}</w:pict></mc:Fallback>`;
  return `<w:r><mc:AlternateContent>${choice}${fallback}</mc:AlternateContent></w:r>`;
}

describe('a text box', () => {
  const today = '2026-11-20';
  let check: (text: string) => ReturnType<ReturnType<typeof createChecker>['check']>;
  beforeAll(async () => {
    const checker = createChecker((await loadBuiltInKnowledge()).knowledge);
    check = (text) => checker.check(text, { today });
  });

  it('is read once, and leaves its paragraph its own words', () => {
    const box = textBox(paragraph(run('深入学习贯彻党的十九大精神')));
    const file = docx(
      paragraph(run('一、加强领导')) +
        paragraph(run('二、'), box, run('深入学习贯彻党的十九大精神')) +
        paragraph(run('三、抓好落实')),
    );
    const opened = openDocx(file);
    expect(opened.text).toBe(
      '一、加强领导\n二、深入学习贯彻党的十九大精神\n深入学习贯彻党的十九大精神\n三、抓好落实',
    );
    const { findings } = check(opened.text);
    expect(findings.map(({ rule }) => rule)).toEqual(['outdated-reference', 'outdated-reference']);
    expect(fixesFor('numbering', opened.text, findings)).toEqual([]);
    const changed = openDocx(edited(opened, fixesFor('safe', opened.text, findings)));
    expect(changed.text).toBe(opened.text.replaceAll('十九大', '二十大'));
  });

  it('may stand in a cell, and hold several paragraphs', () => {
    const cell = (text: string) => `<w:tc>${text}</w:tc>`;
    const box = textBox(paragraph(run('甲')), paragraph(run('乙')));
    const row = `<w:tr>${cell(paragraph(run('左')))}${cell(paragraph(run('右'), box))}</w:tr>`;
    expect(openDocx(docx(`<w:tbl>${row}</w:tbl>${paragraph(run('后'))}`)).text).toBe('左\n右\n甲\n乙\n后');
  });
});

describe('words under revision', () => {
  it('are read as they stand once the revisions are taken', () => {
    const moved = `<w:moveFrom w:id="1">${run('二、旧处')}</w:moveFrom>`;
    const arrived = `<w:moveTo w:id="2">${run('二、新处')}</w:moveTo>`;
    const deleted = `<w:del w:id="3">${run('删去')}<w:r><w:delText>也删去</w:delText></w:r></w:del>`;
    const inserted = `<w:ins w:id="4">${run('加上')}</w:ins>`;
    const file = docx(
      paragraph(run('一、首条')) + paragraph(moved, run('前')) + paragraph(arrived, deleted, inserted),
    );
    const opened = openDocx(file);
    expect(opened.text).toBe('一、首条\n前\n二、新处加上');
    const start = opened.text.indexOf('加上');
    const changed = edited(opened, [{ start, end: start + 2, text: '添上' }]);
    expect(openDocx(changed).text).toBe('一、首条\n前\n二、新处添上');
    expect(strFromU8(unzipSync(changed)['word/document.xml'] ?? new Uint8Array())).toContain('二、旧处');
  });
});

describe('a .docx whose text is broken', () => {
  const name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  it.each([
    `<w:document ${name}><w:body><w:p></w:body></w:document>`,
    `<w:document ${name}><w:body>`,
    '<w:document><w:body a=1 b></w:body>',
    '只是文字',
    '',
  ])('says so in one sentence, and nothing on the console: %s', (xml) => {
    const said = (['error', 'warn', 'log'] as const).map((level) => vi.spyOn(console, level));
    expect(() => openDocx(raw(xml))).toThrow(/^这个 Word 文档的正文部分已经损坏，无法读取。$/u);
    for (const spy of said) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it('lets a mark of byte order be', () => {
    const xml = `\ufeff<w:document ${name}><w:body>${paragraph(run('一、首条'))}</w:body></w:document>`;
    expect(openDocx(raw(xml)).text).toBe('一、首条');
  });
});
