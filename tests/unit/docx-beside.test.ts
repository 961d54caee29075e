import { describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { complexField } from '../docx/containers.ts';
import { bold, makeDocx, paragraph, partOf, run } from '../docx/make.ts';

describe('words put in beside what takes no revision', () => {
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const put = (body: string, start: number) => {
    const opened = openDocx(makeDocx(body));
    const bytes = opened.written([{ start, end: start, text: '新', reasons: [] }], {
      manner: 'tracked',
      at: new Date(),
    });
    if (bytes === null) throw new Error('refused');
    expect(openDocx(bytes).text).toBe(`${opened.text.slice(0, start)}新${opened.text.slice(start)}`);
    return partOf(bytes, 'word/document.xml');
  };

  it.each([
    ['behind a control', paragraph(control(run('甲')), run('乙'))],
    ['before a control', paragraph(run('甲'), control(run('乙')))],
    ['behind a field', paragraph(complexField(run('甲')), run('乙'))],
    ['before a field', paragraph(run('甲'), complexField(run('乙')))],
    ['between two runs', paragraph(run('甲'), run('乙', bold))],
  ])('%s stand outside, as a revision', (_name, body) => {
    expect(put(body, 1)).toMatch(/<w:ins [^>]*><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>新</u);
  });

  it.each([
    ['in a control', paragraph(control(run('甲乙')))],
    ['between two controls', paragraph(control(run('甲')), control(run('乙')))],
    ['in a field', paragraph(complexField(run('甲乙')))],
  ])('%s are put in plainly', (_name, body) => {
    expect(put(body, 1)).not.toContain('<w:ins ');
  });
});

it('words put in at one place by two changes keep their order', () => {
  const opened = openDocx(makeDocx(paragraph(run('甲乙'))));
  const at = (text: string, ...reasons: string[]) => ({ start: 1, end: 1, text, reasons });
  for (const manner of ['plain', 'tracked'] as const) {
    const bytes = opened.written([at('丙', '其一。'), at('丁', '其二。')], { manner, at: new Date() });
    expect(openDocx(bytes ?? new Uint8Array()).text).toBe('甲丙丁乙');
    const comments = partOf(bytes ?? new Uint8Array(), 'word/comments.xml');
    if (manner === 'tracked') expect(comments.match(/其[一二]。/gu)).toEqual(['其一。', '其二。']);
  }
});
