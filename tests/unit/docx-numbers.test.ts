import { describe, expect, it } from 'vitest';
import { writtenNumber } from '../../lib/docx/number-forms.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { makeDocx, paragraph, partOf, rewritten, run } from '../docx/make.ts';

interface LevelOptions {
  readonly start?: number;
  readonly more?: string;
}

const level = (at: number, form: string, text: string, { start = 1, more = '' }: LevelOptions = {}) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${form}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const overridden = (at: number, start: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const item = (text: string, id = 1, at = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${text && run(text)}</w:p>`;
const styled = (style: string, text: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(text)}</w:p>`;
const plain = (text: string) => paragraph(run(text));

/** The numbers as they are shown, with the words of their paragraphs. */
function shown(body: string, numbering: string, styles = ''): string[] {
  const { text, numbered } = openDocx(makeDocx(body, { numbering, styles }));
  return numbered.map(({ start, end, label }) => `${label}${text.slice(start, end)}`);
}

const chinese =
  abstract(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.', { more: '<w:suff w:val="nothing"/>' }),
  ) + num(1, 0);

describe('the numbers that Word computes', () => {
  it('are given beside the text, which stays without them', () => {
    const { text, numbered } = openDocx(
      makeDocx(plain('一、提高') + item('突出') + plain('文') + item('\u3000加强', 1, 1), {
        numbering: chinese,
      }),
    );
    expect(text).toBe('一、提高\n突出\n文\n\u3000加强');
    expect(numbered).toEqual([
      { start: 5, end: 7, depth: 0, value: 1, label: '一、' },
      { start: 11, end: 13, depth: 1, value: 1, label: '（一）' },
    ]);
  });

  it('count by level: a higher one begins the lower ones anew', () => {
    const body = [
      item('甲'),
      item('乙', 1, 1),
      item('丙', 1, 1),
      item('丁', 1, 2),
      item('戊'),
      item('己', 1, 1),
    ];
    expect(shown(body.join(''), chinese)).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1.丁',
      '二、戊',
      '（一）己',
    ]);
  });

  it('are not shown where the text of a level is longer than any that Word writes', () => {
    const list = abstract(0, level(0, 'upperLetter', '%1'.repeat(100_000), { start: 900 })) + num(1, 0);
    expect(shown(item('甲').repeat(300), list)).toEqual([]);
  });

  it('begin where the level says', () => {
    const list = abstract(0, level(0, 'decimal', '%1)', { start: 7 })) + num(1, 0);
    expect(shown(item('甲') + item('乙'), list)).toEqual(['7) 甲', '8) 乙']);
  });

  it('go on through all lists of one definition, and begin anew by an override', () => {
    const list = chinese + num(2, 0) + num(3, 0, overridden(0, 5));
    const body = item('甲') + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('戊');
    expect(shown(body, list)).toEqual(['一、甲', '二、乙', '五、丙', '六、丁', '七、戊']);
  });

  it('are apart in lists of two definitions', () => {
    const list = chinese + abstract(1, level(0, 'decimal', '%1.')) + num(2, 1);
    expect(shown(item('甲') + item('乙', 2) + item('丙') + item('丁', 2), list)).toEqual([
      '一、甲',
      '1. 乙',
      '二、丙',
      '2. 丁',
    ]);
  });

  it('follow a level that an override defines', () => {
    const other = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1.')}</w:lvlOverride>`;
    expect(shown(item('甲', 2) + item('乙', 2), chinese + num(2, 0, other))).toEqual(['I. 甲', 'II. 乙']);
  });

  it('never begin anew, or behind a higher level only, by lvlRestart', () => {
    const never =
      abstract(
        0,
        level(0, 'decimal', '%1.'),
        level(1, 'decimal', '%2)', { more: '<w:lvlRestart w:val="0"/>' }),
      ) + num(1, 0);
    expect(shown(item('甲') + item('乙', 1, 1) + item('丙') + item('丁', 1, 1), never)).toEqual([
      '1. 甲',
      '1) 乙',
      '2. 丙',
      '2) 丁',
    ]);
    const first =
      abstract(
        0,
        level(0, 'decimal', '%1.'),
        level(1, 'decimal', '(%2)'),
        level(2, 'decimal', '%3)', { more: '<w:lvlRestart w:val="1"/>' }),
      ) + num(1, 0);
    const body =
      item('甲') +
      item('乙', 1, 1) +
      item('丙', 1, 2) +
      item('丁', 1, 1) +
      item('戊', 1, 2) +
      item('己') +
      item('庚', 1, 2);
    expect(shown(body, first)).toEqual(['1. 甲', '(1) 乙', '1) 丙', '(2) 丁', '2) 戊', '2. 己', '1) 庚']);
  });

  it('hold the numbers above, in digits where isLgl says so', () => {
    const list = (more: string) =>
      abstract(0, level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', { more })) + num(1, 0);
    const body = item('甲') + item('乙', 1, 1) + item('丙', 1, 1);
    expect(shown(body, list('<w:isLgl/>'))).toEqual(['第一章 甲', '1.1 乙', '1.2 丙']);
    expect(shown(body, list('<w:isLgl w:val="0"/>'))).toEqual(['第一章 甲', '一.1 乙', '一.2 丙']);
    // A level of which none has been counted yet stands at its start.
    expect(shown(item('乙', 1, 1), list('<w:isLgl/>'))).toEqual(['1.1 乙']);
  });

  it('stand apart from the words by the suffix', () => {
    const list = (suffix: string) => abstract(0, level(0, 'decimal', '%1.', { more: suffix })) + num(1, 0);
    expect(shown(item('甲'), list(''))).toEqual(['1. 甲']);
    expect(shown(item('甲'), list('<w:suff w:val="space"/>'))).toEqual(['1. 甲']);
    expect(shown(item('甲'), list('<w:suff w:val="nothing"/>'))).toEqual(['1.甲']);
  });

  it('are none for bullets, for a form of none, for text alone, and for a list that is not there', () => {
    const list =
      abstract(
        0,
        level(0, 'bullet', '●'),
        level(1, 'none', '%2'),
        level(2, 'decimal', '附件'),
        level(3, 'decimal', '%4.'),
      ) + num(1, 0);
    const body =
      item('甲') + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1, 3) + item('戊', 9) + item('己', 1, 7);
    expect(shown(body, list)).toEqual(['1. 丁']);
    expect(shown(item('甲'), '')).toEqual([]);
  });

  it('go on over a paragraph without words', () => {
    expect(shown(item('甲') + item('') + item('乙'), chinese)).toEqual(['一、甲', '二、', '三、乙']);
  });

  it('are read in cells and text boxes, in the order of the text', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${item('乙')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const table = `<w:tbl><w:tr><w:tc>${item('丙')}</w:tc></w:tr></w:tbl>`;
    expect(shown(item('甲') + paragraph(run('外'), box) + table, chinese)).toEqual([
      '一、甲',
      '二、乙',
      '三、丙',
    ]);
  });

  it('leave out the deleted paragraph of a revision', () => {
    const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>去</w:delText></w:r></w:del></w:p>`;
    expect(shown(item('甲') + gone + item('乙'), chinese)).toEqual(['一、甲', '二、乙']);
  });

  it('stay in the file as they are when words are changed', () => {
    const file = makeDocx(item('党的十九大') + item('乙'), { numbering: chinese });
    const { bytes } = rewritten(file, [['十九', '二十']]);
    expect(openDocx(bytes).numbered).toEqual(openDocx(file).numbered);
    expect(partOf(bytes, 'word/numbering.xml')).toBe(partOf(file, 'word/numbering.xml'));
  });
});

describe('numbers by style', () => {
  const style = (id: string, inside: string, based = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}">${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${inside}</w:pPr></w:style>`;
  const numbered = (id: number, at?: number) =>
    `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>`;

  it('are those of the style, and of the style that it is based on', () => {
    const styles = style('H', numbered(1)) + style('H1', '', 'H') + style('H2', '', 'H1');
    expect(shown(styled('H', '甲') + styled('H2', '乙') + styled('none', '丙'), chinese, styles)).toEqual([
      '一、甲',
      '二、乙',
    ]);
  });

  it('are of the level that names the style, else of the level in the style', () => {
    const list =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、'),
        level(1, 'chineseCounting', '（%2）', { more: '<w:pStyle w:val="H2"/>' }),
      ) + num(1, 0);
    const styles = style('H1', numbered(1, 0)) + style('H2', numbered(1)) + style('H3', numbered(1, 1));
    expect(shown(styled('H1', '甲') + styled('H2', '乙') + styled('H3', '丙'), list, styles)).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
    ]);
  });

  it('are switched off by list 0, in the paragraph or in a nearer style', () => {
    const styles = style('H', numbered(1)) + style('Off', numbered(0), 'H');
    const body = styled('H', '甲') + styled('H', '乙', numbered(0)) + styled('Off', '丙') + styled('H', '丁');
    expect(shown(body, chinese, styles)).toEqual(['一、甲', '二、丁']);
  });

  it('yield to those of the paragraph itself', () => {
    const list = chinese + abstract(1, level(0, 'decimal', '%1.')) + num(2, 1);
    expect(shown(styled('H', '甲', numbered(2, 0)), list, style('H', numbered(1)))).toEqual(['1. 甲']);
  });

  it('take the list of the style and the level of the paragraph', () => {
    const body = styled('H', '甲') + styled('H', '乙', '<w:numPr><w:ilvl w:val="1"/></w:numPr>');
    expect(shown(body, chinese, style('H', numbered(1, 0)))).toEqual(['一、甲', '（一）乙']);
  });

  it('take the list of the style that a heading is based on, and the level of the heading', () => {
    const level1 = '<w:numPr><w:ilvl w:val="1"/></w:numPr>';
    const styles = style('H1', numbered(1, 0)) + style('H2', level1, 'H1');
    const body = styled('H1', '甲') + styled('H2', '乙') + styled('H2', '丙') + styled('H1', '丁');
    const expected = ['一、甲', '（一）乙', '（二）丙', '二、丁'];
    expect(shown(body, chinese, styles)).toEqual(expected);
    const naming = (name: string) => ({ more: `<w:pStyle w:val="${name}"/>` });
    const list =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、', naming('H1')),
        level(1, 'chineseCounting', '（%2）', naming('H2')),
      ) + num(1, 0);
    expect(shown(body, list, styles)).toEqual(expected);
    expect(shown(body, list, style('H1', numbered(1)) + style('H2', '', 'H1'))).toEqual(expected);
  });

  it('of the default style are those of every paragraph', () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="std"><w:pPr>${numbered(1)}</w:pPr></w:style>`;
    expect(shown(plain('甲') + plain('乙'), chinese, styles)).toEqual(['一、甲', '二、乙']);
  });

  it('are found behind a link to a style of lists', () => {
    const list = `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>${chinese}${num(2, 5)}`;
    const styles = `<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    expect(shown(item('甲', 2) + item('乙', 2), list, styles)).toEqual(['一、甲', '二、乙']);
  });

  it('are none where styles go round in a circle', () => {
    expect(shown(styled('A', '甲'), chinese, style('A', '', 'B') + style('B', '', 'A'))).toEqual([]);
  });
});

describe('the forms of numbers', () => {
  it.each([
    ['decimal', ['1', '10', '100']],
    ['decimalZero', ['01', '10', '100']],
    ['chineseCounting', ['一', '十', '一〇〇']],
    ['chineseCountingThousand', ['一', '十', '一百']],
    ['ideographDigital', ['一', '一〇', '一〇〇']],
    ['japaneseCounting', ['一', '十', '百']],
    ['decimalEnclosedCircle', ['①', '⑩', '100']],
    ['decimalEnclosedCircleChinese', ['①', '⑩', '100']],
    ['decimalEnclosedParen', ['⑴', '⑽', '100']],
    ['decimalFullWidth', ['１', '１０', '１００']],
    ['upperRoman', ['I', 'X', 'C']],
    ['lowerRoman', ['i', 'x', 'c']],
    ['upperLetter', ['A', 'J', 'VVVV']],
    ['lowerLetter', ['a', 'j', 'vvvv']],
    ['chineseLegalSimplified', ['壹', '壹拾', '壹佰']],
    ['ideographTraditional', ['甲', '癸', '癸']],
    ['a form that nobody knows', ['1', '10', '100']],
  ])('%s', (form, written) => {
    expect([1, 10, 100].map((value) => writtenNumber(form, value))).toEqual(written);
  });

  it.each([
    ['chineseCounting', 21, '二十一'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['japaneseCounting', 112, '百十二'],
    ['ideographDigital', 21, '二一'],
    ['upperRoman', 49, 'XLIX'],
    ['upperLetter', 27, 'AA'],
    ['chineseCounting', 0, '0'],
  ])('%s of %d is %s', (form, value, written) => {
    expect(writtenNumber(form, value)).toBe(written);
  });
});
