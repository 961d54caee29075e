import { describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { control as anyControl, complexField, customData, simpleField } from '../docx/containers.ts';
import { bold, makeDocx, paragraph, partOf, run } from '../docx/make.ts';

describe('words put in beside what takes no revision', () => {
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const { extra, binding } = customData('<a><b>乙</b></a>');
  const bound = anyControl(run('乙'), binding('/a[1]/b[1]'));
  const put = (body: string, start: number) => {
    const opened = openDocx(makeDocx(body, extra));
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
    ['between two controls', paragraph(control(run('甲')), control(run('乙')))],
    ['between two fields', paragraph(complexField(run('甲')), complexField(run('乙')))],
    ['between a simple field and a control', paragraph(simpleField(run('甲')), control(run('乙')))],
    ['between a field and a control with data', paragraph(complexField(run('甲')), bound)],
    ['between a control and a field', paragraph(control(run('甲')), complexField(run('乙')))],
    [
      'behind a control with a field in it',
      paragraph(control(complexField(run('甲'))), simpleField(run('乙'))),
    ],
    ['behind a field with a control in it', paragraph(complexField(control(run('甲'))), control(run('乙')))],
    [
      'between two fields in a link',
      `<w:p><w:hyperlink w:anchor="b">${complexField(run('甲'))}${simpleField(run('乙'))}</w:hyperlink></w:p>`,
    ],
    [
      'between two fields in a control for any words',
      paragraph(anyControl(complexField(run('甲')) + complexField(run('乙')))),
    ],
  ])('%s stand outside, as a revision', (_name, body) => {
    const written = put(body, 1);
    expect(written).toMatch(/<w:ins [^>]*><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>新</u);
    // Neither in the result of a field nor in a control for plain text.
    const [before = ''] = written.split('<w:ins ');
    const isOpen = (begin: RegExp, end: RegExp) =>
      (before.match(begin) ?? []).length > (before.match(end) ?? []).length;
    expect(isOpen(/fldCharType="begin"/gu, /fldCharType="end"/gu)).toBe(false);
    expect(isOpen(/<w:fldSimple/gu, /<\/w:fldSimple>/gu)).toBe(false);
    expect(isOpen(/<w:sdtPr><w:/gu, /<\/w:sdt>/gu)).toBe(false);
  });

  it.each([
    ['in a control', paragraph(control(run('甲乙')))],
    ['in a field', paragraph(complexField(run('甲乙')))],
    ['between two controls in a field', paragraph(complexField(control(run('甲')) + control(run('乙'))))],
    ['behind a control in a field', paragraph(complexField(control(run('甲')) + run('乙')))],
    [
      'between two fields in a control',
      paragraph(control(complexField(run('甲')) + complexField(run('乙')))),
    ],
    [
      'between two fields of a paragraph in a control',
      anyControl(paragraph(complexField(run('甲')), complexField(run('乙')))),
    ],
    ['at the end of a control that ends its paragraph', paragraph(control(run('甲')))],
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

describe('words put in plainly beside what another author put in', () => {
  const inserted = (content: string, name = 'ins', author = '王五') =>
    `<w:${name} w:id="50" w:author="${author}" w:date="2026-01-02T03:04:05Z">${content}</w:${name}>`;
  /** The text once the words of others are rejected. */
  const rejected = (bytes: Uint8Array) => {
    const main = partOf(bytes, 'word/document.xml').replace(/<w:(ins|moveTo) .*?<\/w:\1>/gsu, '');
    return [...main.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('');
  };
  const break_ = '<w:r><w:lastRenderedPageBreak/></w:r>';
  const mark = '<w:bookmarkStart w:id="60" w:name="x"/><w:bookmarkEnd w:id="60"/>';

  it.each([
    ['behind it', `${inserted(run('甲'))}${run('乙丙')}`, 1, 1, '新乙丙'],
    ['before it', `${run('甲')}${inserted(run('乙'))}${run('丙')}`, 1, 1, '甲新丙'],
    ['before it, where it begins the line', `${inserted(run('甲'))}${run('乙丙')}`, 0, 0, '新乙丙'],
    ['behind it, where it ends the line', `${run('甲乙')}${inserted(run('丙'))}`, 3, 3, '甲乙新'],
    ['between two', `${inserted(run('甲'))}${inserted(run('乙'), 'ins', '赵六')}${run('丙')}`, 1, 1, '新丙'],
    [
      'between two parts of it',
      `${inserted(run('甲'))}${mark}${inserted(run('乙'))}${run('丙')}`,
      1,
      1,
      '丙',
    ],
    ['behind one with a mark at its end', `${inserted(run('甲') + mark)}${run('乙丙')}`, 1, 1, '新乙丙'],
    ['before one with a page that begins', `${inserted(break_ + run('甲'))}${run('乙丙')}`, 0, 0, '新乙丙'],
    ['behind words moved there', `${inserted(run('甲'), 'moveTo')}${run('乙丙')}`, 1, 1, '新乙丙'],
    ['in place of its last word and the next', `${inserted(run('甲乙'))}${run('丙')}`, 1, 3, '新'],
    ['in place of words with it between', `${run('甲')}${inserted(run('乙'))}${run('丙')}`, 0, 3, '新'],
    ['within it', inserted(run('甲') + run('乙')) + run('丙'), 1, 1, '丙'],
    ['in place of its own words', inserted(run('甲乙')) + run('丙'), 0, 2, '丙'],
  ] as const)('%s outlast its rejection unless they are within it', (_name, content, start, end, left) => {
    const around = [
      ['plain', content],
      ['tracked', complexField(content)],
      ['tracked', anyControl(content, '<w:text/>')],
    ] as const;
    for (const [manner, line] of around) {
      const bytes = openDocx(makeDocx(paragraph(line))).written([{ start, end, text: '新', reasons: [] }], {
        manner,
        at: new Date(),
      });
      if (bytes === null) throw new Error('refused');
      expect(openDocx(bytes).text).toBe(`${'甲乙丙'.slice(0, start)}新${'甲乙丙'.slice(end)}`);
      expect(rejected(bytes)).toBe(left);
    }
  });
});

describe('two insertions that meet at the end of a paragraph', () => {
  const datesOf = (changes: readonly (readonly [number, number, string])[]) => {
    const bytes = openDocx(
      makeDocx(paragraph(run('甲')) + paragraph(run('')) + paragraph(run('乙'))),
    ).written(
      changes.map(([start, end, text]) => ({ start, end, text, reasons: [] })),
      { manner: 'tracked', at: new Date(2026, 10, 20, 9, 30, 15) },
    );
    const main = partOf(bytes ?? new Uint8Array(), 'word/document.xml');
    return [...main.matchAll(/<w:ins [^>]*T(\d\d:\d\d):15Z"/gu)].map(([, time]) => time);
  };

  it.each([
    [
      'are dated apart',
      [
        [1, 1, '一'],
        [2, 2, '二'],
        [3, 3, '三'],
      ],
      ['09:30', '09:28', '09:30'],
    ],
    [
      'are of one minute where a paragraph is between',
      [
        [1, 1, '一'],
        [3, 3, '二'],
      ],
      ['09:30', '09:30'],
    ],
    [
      'are of one minute where they do not meet',
      [
        [0, 0, '一'],
        [2, 2, '二'],
        [4, 4, '三'],
      ],
      ['09:30', '09:30', '09:30'],
    ],
  ] as const)('%s', (_name, changes, dates) => {
    expect(datesOf(changes)).toEqual(dates);
  });
});
