import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { complexField, control, customData, simpleField } from '../docx/containers.ts';
import { makeDocx, paragraph, rewritten, run, table } from '../docx/make.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
beforeAll(() => {
  office = startOffice();
});
afterAll(() => office?.close());

const faulty = '同志们，我们要深入学习贯彻党的十九大精神，抓好落实。';
/** A field whose result LibreOffice leaves as it is. */
const quoted = ' QUOTE a ';
const after = paragraph(run('后段，党的十八大。'));

/** The words of a text without what LibreOffice puts between paragraphs and cells. */
const wordsOf = (text: string) => text.replace(/[\r\n\t]+/gu, '\n').trim();

describe('a change where LibreOffice keeps no revision', () => {
  it.each([
    ['in a control around a paragraph', control(paragraph(run(faulty))) + after],
    [
      'in a control around a paragraph at the end',
      paragraph(run('前段，党的十八大。')) + control(paragraph(run(faulty))),
    ],
    [
      'in a control around a cell',
      `<w:tbl><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr>${control(`<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${paragraph(run(faulty))}</w:tc>`)}</w:tr></w:tbl>${after}`,
    ],
    ['in a control around a table', control(table([paragraph(run(faulty)), paragraph(run('右'))])) + after],
    [
      'in a control for plain text',
      paragraph(run('前'), control(run(faulty), '<w:text/>'), run('后，党的十八大。')),
    ],
    ['in a field', paragraph(run('前'), complexField(run(faulty), quoted), run('后，党的十八大。'))],
    ['in a simple field', paragraph(run('前'), simpleField(run(faulty), quoted), run('后，党的十八大。'))],
  ])('%s costs no word, accepted or rejected', (_name, body) => {
    const original = makeDocx(body);
    const { bytes, text } = rewritten(original, [
      ['十九', '二十', '此处为往届提法。'],
      ['十八', '二十一', '另一处。'],
    ]);
    const file = office.put('changed.docx', bytes);
    const plain = [text, text.replace('二十一', '十八')];
    expect([office.settled(file, 'Accept'), office.settled(file, 'Reject')].map(wordsOf)).toEqual(plain);
    const notes =
      strFromU8(office.convert(file, 'fodt')).match(/<office:annotation [\s\S]*?<\/office:annotation>/gu) ??
      [];
    expect(
      notes
        .map((note) =>
          note
            .replace(/<dc:creator>.*?<\/dc:date>/gsu, '')
            .replace(/<[^>]*>/gu, '')
            .includes('已直接改动'),
        )
        .sort(),
    ).toEqual([false, true]);
    expect(openDocx(original).text).toContain('十九');
  });

  it('also where words are lines with manual breaks, and where a paragraph mark is deleted', () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="90" w:author="王五" w:date="2026-01-02T03:04:05Z"/></w:rPr></w:pPr>${run('学习党的十')}</w:p>`;
    const original = makeDocx(
      `${paragraph('<w:r><w:t>一、甲</w:t><w:br/><w:t>三、乙</w:t></w:r>')}${joined}${paragraph(run('九大精神'))}`,
    );
    const { bytes, text } = rewritten(original, [
      ['三', '二', '序号。'],
      ['十九', '二十', '过时。'],
    ]);
    const file = office.put('joined.docx', bytes);
    expect(wordsOf(office.settled(file, 'Accept'))).toBe(text);
    expect(wordsOf(office.settled(file, 'Reject'))).toBe('一、甲\n三、乙\n学习党的十\n九大精神');
  });
});

it('words put in between two that take no revision, or beside what others put in, are where they should be', () => {
  const { extra, binding } = customData('<a><b>乙</b></a>');
  const bound = control(run('乙'), binding('/a[1]/b[1]'));
  const by = 'w:id="50" w:author="王五" w:date="2026-01-02T03:04:05Z"';
  const inserted = (words: string) => `<w:ins ${by}>${run(words)}</w:ins>`;
  const original = makeDocx(
    paragraph(run('前'), complexField(run('甲'), quoted), bound, run('后')) +
      paragraph(run('前'), complexField(`${inserted('丙')}${run('丁')}${inserted('戊')}`, quoted), run('后')),
    extra,
  );
  const { bytes, text } = rewritten(original, [
    ['甲', '甲一'],
    ['丙', '丙二'],
    ['戊', '三戊'],
  ]);
  const file = office.put('between.docx', bytes);
  const settled = office.settledAll([
    [file, 'Accept'],
    [file, 'Reject'],
  ]);
  expect(settled.map((seen) => wordsOf(seen.text.replaceAll(quoted, '')))).toEqual([
    text,
    '前甲乙后\n前二丁三后',
  ]);
});

it('words put in at the ends of two paragraphs that meet leave two paragraphs, also once they are rejected', () => {
  const original = makeDocx(paragraph(run('前段')) + paragraph(run('后段')) + paragraph(run('末段')));
  const { bytes } = rewritten(original, [
    ['前段', '前段一'],
    ['后段', '二后段三'],
    ['末段', '四末段'],
  ]);
  const file = office.put('meeting.docx', bytes);
  expect(wordsOf(office.settled(file, 'Reject'))).toBe('前段\n后段\n末段');
});

describe('the numbers that are computed', () => {
  const level = (at: number, form: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${form}"/>${more}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const num = (id: number, of: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
  const item = (text: string, id = 1, at = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

  it('are those of LibreOffice', () => {
    const numbering = [
      abstract(
        0,
        level(0, 'chineseCounting', '%1、'),
        level(1, 'chineseCounting', '（%2）'),
        level(2, 'decimal', '%3.'),
      ),
      abstract(1, level(0, 'decimal', '第%1章'), level(1, 'decimal', '%1.%2、')),
      abstract(2, level(0, 'decimalEnclosedCircle', '%1')),
      abstract(3, level(0, 'upperRoman', '%1.'), level(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>')),
      num(1, 0),
      num(2, 0, override),
      num(3, 1),
      num(4, 2),
      num(5, 3),
    ].join('');
    const body = [
      item('甲'),
      item('乙', 1, 1),
      item('丙', 1, 1),
      item('丁', 1, 2),
      paragraph(run('正文')),
      item('戊'),
      item('己', 1, 1),
      item('庚', 2),
      item('辛', 2),
      item('章', 3),
      item('节', 3, 1),
      item('节', 3, 1),
      item('章', 3),
      item('节', 3, 1),
      item('圈', 4),
      item('圈', 4),
      item('罗', 5),
      item('字', 5, 1),
      item('罗', 5),
      ...Array.from({ length: 11 }, (_, index) => item(`壬${index}`, 2)),
    ].join('');
    const file = makeDocx(body, { numbering });
    const { text, numbered } = openDocx(file);
    let shown = text;
    for (const { start, label = '' } of [...numbered].reverse())
      shown = shown.slice(0, start) + label + shown.slice(start);
    expect(wordsOf(office.settled(office.put('numbers.docx', file), 'Accept')).replace(/ /gu, '')).toBe(
      // It puts blanks around a number as it likes.
      shown.replace(/ /gu, ''),
    );
  });
});
