import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx.ts';

const styles =
  '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

function docx(body: string): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml), 'word/styles.xml': strToU8(styles) });
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
    const changed = opened.withEdits([{ start, end: start + 3, text: '二十大' }]);
    expect(openDocx(changed).text).toBe('贯彻党的二十大精神。\n第二段');
    const parts = unzipSync(changed);
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toBe(styles);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:b/>');
  });

  it('takes several edits, insertions and deletions too', () => {
    const opened = openDocx(
      docx(paragraph(run('一、甲')) + paragraph(run('三、乙')) + paragraph(run('四、丙丙'))),
    );
    const changed = opened.withEdits([
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
