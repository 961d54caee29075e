import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Words } from '../../lib/language/language.ts';
import { parseCsv, textOfFile, writeCsv } from '../../lib/phrases/exchange/csv.ts';
import { readPasted, readTable, tableOf, templateRows } from '../../lib/phrases/exchange/table.ts';
import { readXlsx, writeXlsx } from '../../lib/phrases/exchange/xlsx.ts';
import { readYaml, writeYaml } from '../../lib/phrases/exchange/yaml.ts';
import { draftOf, type OwnPhrase } from '../../lib/phrases/own/phrase.ts';
import { decodeText } from '../../lib/text-file/encodings.ts';

const phrases: OwnPhrase[] = [
  {
    id: 'own-1',
    name: '“一核两翼”发展布局',
    wrong: ['“一核双翼”发展布局', '一核,两翼'],
    level: 'error',
    note: '含逗号, 引号" 和 <尖括号>&',
    source: '市委全会决定',
    topic: '园区',
  },
  { id: 'own-2', name: '市民服务中心', wrong: ['市民中心'], level: 'warning' },
  { id: 'own-3', name: '1.5万亿元目标', wrong: [], level: 'hint', note: '- 以短横开头: 并有冒号 # 井号' },
];
const inChinese = (all: readonly Words[]) => all.map(({ zh }) => zh);
/** What a file must give back: the phrases without their ids. */
const drafts = phrases.map((phrase) => {
  const { name, wrong, level, note, source, topic } = draftOf(phrase);
  return { name, wrong, level, note, source, topic };
});
const gb18030 = (text: string) => {
  // GB18030 as Chinese Excel saves it: looked up, since the platform only decodes it.
  const bytes: number[] = [];
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  for (const character of text) bytes.push(...(table.get(character) ?? [character.charCodeAt(0)]));
  return Uint8Array.from(bytes);
};
const ownYaml = (text: string) => {
  const read = readYaml(text);
  if ('other' in read) throw new Error('A list was expected.');
  return read;
};

const namesIn = ({ drafts }: ReturnType<typeof readTable>) => drafts.map(({ draft }) => draft.name);

describe('a list without headings', () => {
  test('is a phrase in each line, without the marks of a list', () => {
    const read = readPasted(
      '1. 一核两翼，多点支撑\r\n\n（2）市民服务中心\n③ 三条红线\n• 1.5万亿元目标\n2026年目标, 任务',
    );
    expect(read.faults).toEqual([]);
    expect(namesIn(read)).toEqual([
      '一核两翼，多点支撑',
      '市民服务中心',
      '三条红线',
      '1.5万亿元目标',
      '2026年目标, 任务',
    ]);
  });

  test('is one column of a sheet; of several columns the headings are wanted', () => {
    expect(namesIn(readTable(readXlsx(writeXlsx([['一核两翼'], ['市民服务中心']], '表', [30]))))).toEqual([
      '一核两翼',
      '市民服务中心',
    ]);
    const read = readTable(parseCsv('一核两翼,一核双翼\n市民服务中心,市民中心'));
    expect(read.drafts).toEqual([]);
    expect(inChinese(read.faults)[0]).toContain('第 1 行应为列名');
  });

  test('names a line that is no phrase, and takes the others', () => {
    const read = readPasted(`县\n一核两翼\n${'长'.repeat(101)}`);
    expect(namesIn(read)).toEqual(['一核两翼']);
    expect(inChinese(read.faults)).toEqual([
      '第 1 行“规范表述”一列：至少两个字。',
      '第 3 行“规范表述”一列：超过 100 个字。',
    ]);
  });

  test('is a table where columns with their names are pasted', () => {
    const { drafts } = readPasted('提法\t分类\n一核两翼\t园区');
    expect(drafts.map(({ draft: { name, topic } }) => [name, topic])).toEqual([['一核两翼', '园区']]);
  });
});

test('the template is read, and its examples are not taken for phrases', () => {
  const rows = [...templateRows(), ['一核两翼', '', '', '', '', '园区']];
  const read = readTable(readXlsx(writeXlsx(rows, '我的提法', [30])));
  expect(read.faults).toEqual([]);
  expect(read.drafts.map(({ draft: { name, topic } }) => [name, topic])).toEqual([['一核两翼', '园区']]);
});

describe('what is exported is imported as it was', () => {
  test('as .csv', () => {
    const bytes = writeCsv(tableOf(phrases));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const read = readTable(parseCsv(textOfFile(bytes)));
    expect(read.faults).toEqual([]);
    expect(read.drafts.map(({ draft }) => draft)).toEqual(drafts);
  });

  test('as .xlsx', () => {
    const read = readTable(readXlsx(writeXlsx(tableOf(phrases), '我的提法', [30, 30])));
    expect(read.faults).toEqual([]);
    expect(read.drafts.map(({ draft }) => draft)).toEqual(drafts);
  });

  test('as .yaml', () => {
    const read = ownYaml(writeYaml(phrases));
    expect(read.faults).toEqual([]);
    expect(read.drafts.map(({ draft }) => draft)).toEqual(drafts);
  });
});

describe('.csv', () => {
  test.each([
    '=HYPERLINK("http://x/","甲")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    "'=1",
    "''+1",
    '\t=1',
    '＝1',
    '\r=1',
  ])('holds no formula, and gives the words back: %j', (words) => {
    const file = textOfFile(writeCsv([['甲', words]]));
    const cell = file.slice(file.indexOf(',') + 1).replace(/^"/u, '');
    expect(cell).toMatch(/^'/u);
    expect(parseCsv(file).rows[0]?.cells).toEqual(['甲', words]);
  });

  test.each(["'甲'", '甲=乙', '“-”', '1+1', "'"])('leaves other words as they are: %j', (words) => {
    expect(textOfFile(writeCsv([[words, '乙']]))).toContain(`${words},乙`);
    expect(parseCsv(`${words},乙`).rows[0]?.cells).toEqual([words, '乙']);
  });

  const text = '规范表述,误写,级别,说明,出处\r\n市民服务中心,市民中心；市民大厅,应改,,\r\n';

  test('is read in UTF-8, UTF-16 and GB18030', () => {
    const utf8 = new TextEncoder().encode(text);
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    for (const bytes of [utf8, utf16, gb18030(text)]) expect(textOfFile(bytes)).toBe(text);
    expect(() => textOfFile(Uint8Array.of(0, 0xff, 0xff, 0xff))).toThrow('编码不能识别');
  });

  test.each([
    ['UTF-16 with half a character at its end', [0xff, 0xfe, 0x2c, 0x4e, 0x3d]],
    ['UTF-16 with a lone surrogate', [0xff, 0xfe, 0x2c, 0x4e, 0x3d, 0xd8, 0x2c, 0x4e]],
    ['UTF-16, high byte first, with a lone surrogate', [0xfe, 0xff, 0xd8, 0x3d, 0x4e, 0x2c]],
    ['neither UTF-8 nor GB 18030', [0xe4, 0xb8, 0xff, 0x41]],
  ])('is refused when damaged, as a draft is: %s', (_, bytes) => {
    expect(() => textOfFile(Uint8Array.from(bytes))).toThrow('编码不能识别');
    expect(decodeText(Uint8Array.from(bytes))).toBeNull();
  });

  test('takes columns in any order and by other usual names, and passes over others', () => {
    const { drafts: read } = readTable(
      parseCsv('序号\t错误写法\t规范用语\n1\t市民中心\t市民服务中心\n\n2\t\t数字政府'),
    );
    expect(read).toEqual([
      {
        row: 2,
        draft: { name: '市民服务中心', wrong: '市民中心', level: '', note: '', source: '', topic: '' },
      },
      { row: 4, draft: { name: '数字政府', wrong: '', level: '', note: '', source: '', topic: '' } },
    ]);
  });

  test('keeps line breaks, commas and doubled quotation marks within quotes', () => {
    expect(parseCsv('a,"b\n1, ""c"""\nd,').rows).toEqual([
      { row: 1, cells: ['a', 'b\n1, "c"'] },
      { row: 2, cells: ['d', ''] },
    ]);
  });

  test('names row and column of each broken line, and still gives the good ones', () => {
    const { drafts: good, faults } = readTable(
      parseCsv(
        [
          '规范表述,误写,级别',
          '市民服务中心,市民中心,应改',
          ',市民大厅,',
          '数字政府,电子政府,很严重',
          '数字乡村,"数码乡村,应改',
          '“一核两翼”,的,',
          '营商环境,营销环境,"建议改"',
        ].join('\n'),
      ),
    );
    expect(good.map(({ row, draft }) => [row, draft.name])).toEqual([
      [2, '市民服务中心'],
      [7, '营商环境'],
    ]);
    expect(inChinese(faults)).toEqual([
      '第 3 行“规范表述”一列：没有填写。',
      '第 4 行“级别”一列：“很严重”不是可用的级别，请填“应改”“建议改”“可斟酌”之一。',
      '第 5 行：引号没有成对，这一行读不出来。',
      '第 6 行“误写”一列：“的”太短，至少两个字，否则会误报。',
    ]);
  });

  test('says when there are no columns to read, or nothing at all', () => {
    expect(inChinese(readTable(parseCsv('市民服务中心,市民中心')).faults)).toEqual([
      '第 1 行应为列名，没有找到“规范表述”一列（可用列名：规范表述、误写、级别、说明、出处、主题）。',
    ]);
    expect(inChinese(readTable(parseCsv('\n\n')).faults)).toEqual(['文件是空的，没有可以导入的内容。']);
  });
});

describe('.xlsx', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const book = (sheet: string, strings: string, target = 'worksheets/sheet2.xml') =>
    zipSync({
      'xl/workbook.xml': strToU8(
        `<x:workbook xmlns:x="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="一" sheetId="4" r:id="rId9"/><x:sheet name="二" sheetId="5" r:id="rId1"/></x:sheets></x:workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="${target}"/></Relationships>`,
      ),
      'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${strings}</sst>`),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData/></worksheet>`),
      'xl/worksheets/sheet2.xml': strToU8(
        `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
    });
  const sheet =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>误写</t></is></c></row>' +
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>45000.5</v></c><c r="C3" t="str"><f>A1</f><v>市民中心</v></c><c r="D3" t="e"><v>#REF!</v></c></row>' +
    '<row r="4"><c r="A4"/></row>';
  const strings =
    '<si><t>规范表述</t></si><si><r><t>市民</t></r><r><t xml:space="preserve">服务中心</t></r><rPh sb="0" eb="1"><t>しみん</t></rPh></si>';

  test.each([['worksheets/sheet2.xml'], ['/xl/worksheets/sheet2.xml']])(
    'reads the sheet that stands first, at %s: shared strings in runs, inline strings, gaps',
    (target) => {
      expect(readXlsx(book(sheet, strings, target)).rows).toEqual([
        { row: 2, cells: ['规范表述', '', '误写'] },
        { row: 3, cells: ['市民服务中心', '45000.5', '市民中心', ''] },
      ]);
    },
  );

  test('names the row as Excel shows it', () => {
    const broken = `${sheet}<row r="9"><c r="C9" t="inlineStr"><is><t>市民大厅</t></is></c></row>`;
    const { drafts: good, faults } = readTable(readXlsx(book(broken, strings)));
    expect(good.map(({ row }) => row)).toEqual([3]);
    expect(inChinese(faults)).toEqual(['第 9 行“规范表述”一列：没有填写。']);
  });

  test('refuses in words what is no workbook', () => {
    for (const bytes of [
      strToU8('规范表述,误写'),
      zipSync({ 'word/document.xml': strToU8('<w/>') }),
      book('', '').subarray(0, 300),
    ])
      expect(() => readXlsx(bytes)).toThrow('不是 Excel 工作簿');
    expect(() => readXlsx(book(sheet, strings, 'worksheets/sheet7.xml'))).toThrow('没有工作表');
    expect(() => readXlsx(zipSync({ 'xl/workbook.xml': strToU8('<not xml') }))).toThrow(/工作/);
  });
});

describe('.yaml', () => {
  test('takes wrong forms as a list or with semicolons, and JSON too', () => {
    const list = ownYaml(
      '- 规范表述: 市民服务中心\n  误写: [市民中心, 市民大厅]\n- {规范表述: 数字政府, 误写: 电子政府；数码政府}\n',
    );
    expect(list.faults).toEqual([]);
    expect(list.drafts.map(({ row, draft }) => [row, draft.wrong])).toEqual([
      [1, '市民中心；市民大厅'],
      [3, '电子政府；数码政府'],
    ]);
    expect(ownYaml('[{"规范表述": "数字政府"}]').drafts).toHaveLength(1);
  });

  test('names the line of what is broken, in content or in form, and still gives the rest', () => {
    const content = ownYaml('- 规范表述: 市民服务中心\n- 误写: 电子政府\n- 数字乡村\n');
    expect(content.drafts.map(({ draft }) => draft.name)).toEqual(['市民服务中心']);
    expect(inChinese(content.faults)).toEqual([
      '第 2 行“规范表述”一列：没有填写。',
      '第 3 行：每一条应写作“规范表述: ……”等几行。',
    ]);
    const form = ownYaml(
      '- 规范表述: 市民服务中心\n- 规范表述: "数字政府\n- 规范表述: 数字乡村\n  级别: 重\n- 规范表述: 营商环境\n',
    );
    expect(form.drafts.map(({ row, draft }) => [row, draft.name])).toEqual([
      [1, '市民服务中心'],
      [5, '营商环境'],
    ]);
    expect(form.faults).toHaveLength(2);
    expect(form.faults[0]?.zh).toMatch(/^第 [23] 行：YAML 格式有误/);
    expect(form.faults[1]?.zh).toMatch(/^第 3 行“级别”一列/);
  });

  test('hands on what is no list', () => {
    expect(readYaml('kind: set-phrase\nentries: []')).toEqual({ other: { kind: 'set-phrase', entries: [] } });
    expect(readYaml('')).toEqual({ other: null });
  });
});

describe('what is wrong with a file', () => {
  test('is said in English to an author who reads English', () => {
    const { faults } = readTable(parseCsv('规范表述,误写\n,市民中心\n市,\n'));
    expect(faults.map(({ en }) => en)).toEqual([
      'row 2, column “规范表述”: is empty.',
      'row 3, column “规范表述”: needs two characters at least.',
    ]);
    expect(inChinese(readTable(parseCsv('\n')).faults)).toEqual(['文件是空的，没有可以导入的内容。']);
  });
});
