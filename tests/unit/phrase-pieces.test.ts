import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseCsv, writeCsv } from '../../lib/phrases/exchange/csv.ts';
import { fieldOf } from '../../lib/phrases/exchange/table.ts';
import { readXlsx, writeXlsx } from '../../lib/phrases/exchange/xlsx.ts';
import { readYaml } from '../../lib/phrases/exchange/yaml.ts';
import { besideBuiltIn, extraPacks, noExtraPacks } from '../../lib/phrases/own/beside.ts';
import {
  filterPhrases,
  mergeDrafts,
  readCollection,
  writeCollection,
} from '../../lib/phrases/own/collection.ts';
import { packDataOf } from '../../lib/phrases/own/pack.ts';
import {
  draftOf,
  isOwnFault,
  type OwnDraft,
  type OwnPhrase,
  readDraft,
  shown,
  splitForms,
} from '../../lib/phrases/own/phrase.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import { quoteVariants, searchKey } from '../../lib/phrases/wording.ts';
import { samplePacks } from './phrase-packs.ts';

describe('wordings', () => {
  it.each([
    [
      '“五位一体”总体布局',
      '五位一体总体布局 “五位一体”总体布局 "五位一体"总体布局 「五位一体」总体布局 ‘五位一体’总体布局',
    ],
    ['“四个意识”', '四个意识'],
    ['「四个意识」', '四个意识'],
    ['四个意识', '四个意识'],
    ['“一”和“二”', '一和二 “一”和“二” "一"和"二" 「一」和「二」 ‘一’和‘二’'],
    ['“”', ''],
  ])('are looked for with and without marks: %s', (name, variants) => {
    expect(quoteVariants(name).join(' ')).toBe(variants);
  });

  it('have a key of letters and digits', () => {
    expect(searchKey('“五位一体” 总体布局（2026 A）')).toBe('五位一体总体布局2026a');
    expect(searchKey('，。')).toBe('');
  });
});

describe('comma-separated text', () => {
  const cells = (text: string) => parseCsv(text).rows.map(({ row, cells: own }) => [row, ...own]);

  it.each([
    [
      'a,b\nc',
      [
        [1, 'a', 'b'],
        [2, 'c'],
      ],
    ],
    [
      'a,b\r\nc\rd',
      [
        [1, 'a', 'b'],
        [2, 'c'],
        [3, 'd'],
      ],
    ],
    ['a\tb,c', [[1, 'a\tb', 'c']]],
    [
      'a\tb\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c,d'],
      ],
    ],
    ['\n\na\n', [[3, 'a']]],
    [' , \na', [[2, 'a']]],
    ['a,', [[1, 'a', '']]],
    [',a', [[1, '', 'a']]],
    ['"a""b","c,d"', [[1, 'a"b', 'c,d']]],
    [
      '"a\nb",c\nd',
      [
        [1, 'a\nb', 'c'],
        [2, 'd'],
      ],
    ],
    ['a"b,c', [[1, 'a"b', 'c']]],
    ['""', []],
    ['"a"', [[1, 'a']]],
    ['', []],
  ])('is read: %j', (text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  it('tells of a quotation that is left open, and reads on in the next line', () => {
    for (const text of ['a,"b\nc', 'a,"b"c\nc', 'a,"b']) {
      const { rows } = parseCsv(text);
      expect(rows.map(({ row, fault }) => [row, fault !== undefined])).toEqual(
        text.includes('\n')
          ? [
              [1, true],
              [2, false],
            ]
          : [[1, true]],
      );
    }
  });

  it('is written so that it is read as it was', () => {
    const rows = [
      ['a', ' b', 'c ', 'd,e'],
      ['f"g', 'h\ni', 'j\tk', '', 'l'],
    ];
    expect(parseCsv(new TextDecoder().decode(writeCsv(rows))).rows.map((one) => one.cells)).toEqual(rows);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([['a', 'b c', ' d', '"']]))).toBe(
      '\ufeffa,b c," d",""""\r\n',
    );
  });
});

describe('a workbook', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const workbook = `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="b" r:id="rId2"/><sheet name="a" r:id="rId1"/></sheets></workbook>`;
  const links = (target: string) =>
    `<Relationships><Relationship Id="rId1" Target="worksheets/other.xml"/><Relationship Id="rId2" Target="${target}"/></Relationships>`;
  const sheet = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  const bookOf = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  const read = (rows: string, more: Record<string, string> = {}) =>
    readXlsx(bookOf({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet(rows), ...more })).rows;

  it('is read from its first sheet, wherever that lies', () => {
    const first = sheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    const other = sheet('<row r="1"><c r="A1"><v>2</v></c></row>');
    for (const target of ['worksheets/first.xml', '/xl/worksheets/first.xml']) {
      const bytes = bookOf({
        'xl/workbook.xml': workbook,
        'xl/_rels/workbook.xml.rels': links(target),
        'xl/worksheets/first.xml': first,
        'xl/worksheets/other.xml': other,
      });
      expect(readXlsx(bytes).rows).toEqual([{ row: 1, cells: ['1'] }]);
    }
  });

  it('gives each cell in its column, and each row with its number', () => {
    expect(
      read(
        '<row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>' +
          '<row r="9"><c r="A9"><v> </v></c></row><row r="10"><c r="CW10"><v>5</v></c></row><row r="11"><c r="CX11"><v>6</v></c></row>',
      ),
    ).toEqual([
      { row: 2, cells: ['', '1', ...Array.from({ length: 24 }, () => ''), '2'] },
      { row: 3, cells: ['3', '4'] },
      { row: 10, cells: [...Array.from({ length: 100 }, () => ''), '5'] },
    ]);
  });

  it('gives the words of each kind of cell', () => {
    const shared = `<sst xmlns="${main}"><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>注音</t></rPh></si></sst>`;
    const rows = read(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c><c r="D1" t="inlineStr"><is><t>丁</t></is></c>' +
        '<c r="E1" t="str"><f>A1</f><v>戊</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1"/></row>',
      { 'xl/sharedStrings.xml': shared },
    );
    expect(rows).toEqual([{ row: 1, cells: ['甲', '乙丙', '', '丁', '戊', '', ''] }]);
  });

  it('is refused where it has no sheet or is none', () => {
    for (const bytes of [
      strToU8('no zip'),
      bookOf({ 'a.xml': '<a/>' }),
      bookOf({ 'xl/workbook.xml': workbook }),
      bookOf({ 'xl/workbook.xml': '<a' }),
    ])
      expect(() => readXlsx(bytes)).toThrow();
  });

  it('is written as text, with the widths of its columns', () => {
    const rows = [
      ['规范表述', '<b>&"'],
      ['甲\u0000乙', '= 1'],
    ];
    const bytes = writeXlsx(rows, '我的<提法>', [30, 12]);
    expect(readXlsx(bytes).rows.map(({ cells }) => cells)).toEqual([
      ['规范表述', '<b>&"'],
      ['甲乙', '= 1'],
    ]);
    const parts = unzipSync(bytes);
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(xml('xl/workbook.xml')).toContain('<sheet name="我的&lt;提法&gt;" sheetId="1" r:id="rId1"/>');
    expect(xml('xl/worksheets/sheet1.xml')).toContain(
      '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="12" customWidth="1"/></cols>',
    );
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<row r="2"><c r="A2" t="inlineStr">');
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(
      strFromU8(unzipSync(writeXlsx(rows, '甲'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array()),
    ).not.toContain('<cols>');
  });
});

describe('the headings of columns', () => {
  it.each([
    ['规范表述', 'name'],
    ['规范 用语', 'name'],
    ['正确写法', 'name'],
    ['提法', 'name'],
    ['name', 'name'],
    ['误写', 'wrong'],
    ['误写（多个用分号）', 'wrong'],
    ['误写(多个用分号)', 'wrong'],
    ['错误写法', 'wrong'],
    ['级别', 'level'],
    ['说明', 'note'],
    ['备注', 'note'],
    ['出处', 'source'],
    ['来源', 'source'],
    ['序号', null],
  ])('%s is %s', (title, field) => {
    expect(fieldOf(title)).toBe(field);
  });
});

describe('a list in YAML', () => {
  const listed = (text: string) => {
    const read = readYaml(text);
    if ('other' in read) return read;
    return {
      drafts: read.drafts.map(({ row, draft }) => [row, draft.name, draft.wrong]),
      faults: read.faults.length,
    };
  };

  it.each([
    [
      '- 规范表述: 甲乙\n- name: 丙丁\n  误写: [丙一, 丙二]\n',
      [
        [1, '甲乙', ''],
        [2, '丙丁', '丙一；丙二'],
      ],
      0,
    ],
    ['\n- 规范表述: 2026\n', [], 0],
    ['- 甲\n- [乙]\n- 规范表述: 丙丁\n', [[3, '丙丁', '']], 2],
    ['- 规范表述: "甲乙\n- 规范表述: 丙丁\n', [[2, '丙丁', '']], 1],
    ['# 注\n- 规范表述: 甲乙\n  x: [\n- 规范表述: 丙丁\n', [[4, '丙丁', '']], 1],
    ['a: [', [], 1],
  ])('gives its good entries with their rows: %j', (text, drafts, faults) => {
    const read = listed(text);
    if ('other' in read) throw new Error('A list was expected.');
    expect(read.faults).toBe(faults);
    if (text.includes('2026')) expect(read.drafts).toEqual([[2, '2026', '']]);
    else expect(read.drafts).toEqual(drafts);
  });

  it('is told from other data', () => {
    expect(listed('kind: series')).toEqual({ other: { kind: 'series' } });
  });
});

const draft = (more: Partial<OwnDraft> = {}): OwnDraft => ({
  name: '市民服务中心',
  wrong: '市民中心',
  level: '',
  note: '',
  source: '',
  ...more,
});
const faultOf = (more: Partial<OwnDraft>) => {
  const read = readDraft(draft(more), () => 'own-1');
  return isOwnFault(read) ? read.field : null;
};

describe('an own phrase', () => {
  it('is read from a form', () => {
    const full = draft({
      wrong: '市民中心；市民\u200b大厅;市民中心\n市民站',
      level: ' 应改 ',
      note: ' 甲\t乙 ',
      source: '丙',
    });
    expect(readDraft(full, () => 'own-1')).toEqual({
      id: 'own-1',
      name: '市民服务中心',
      wrong: ['市民中心', '市民大厅', '市民站'],
      level: 'error',
      note: '甲 乙',
      source: '丙',
    });
    expect(readDraft(draft({ id: 'own-7' }), () => 'own-1')).toEqual({
      id: 'own-7',
      name: '市民服务中心',
      wrong: ['市民中心'],
      level: 'warning',
    });
  });

  it.each([
    ['error', '应改 错误 error ERROR'],
    ['warning', '建议改 建议 警告 warning'],
    ['hint', '可斟酌 提示 hint'],
  ])('has the level %s by several words', (level, list) => {
    for (const word of list.split(' '))
      expect(readDraft(draft({ level: word }), () => 'own-1')).toMatchObject({ level });
  });

  it.each([
    ['name', { name: '' }, { name: '市民' }],
    ['name', { name: '市' }, { name: '市民' }],
    ['name', { name: '市'.repeat(101) }, { name: '市'.repeat(100) }],
    ['wrong', { wrong: '市' }, { wrong: '市场' }],
    ['wrong', { wrong: '，。' }, { wrong: '，市' }],
    ['wrong', { wrong: '市'.repeat(61) }, { wrong: '市'.repeat(60) }],
    ['wrong', { wrong: '市民服务中心' }, { wrong: '' }],
    [
      'wrong',
      { wrong: Array.from({ length: 21 }, (_, at) => `市${at}`).join(';') },
      { wrong: Array.from({ length: 20 }, (_, at) => `市${at}`).join(';') },
    ],
    ['note', { note: '甲'.repeat(201) }, { note: '甲'.repeat(200) }],
    ['source', { source: '甲'.repeat(101) }, { source: '甲'.repeat(100) }],
    ['level', { level: '很严重' }, { level: '应改' }],
  ] as const)('is refused for its %s, at its limit alone', (field, faulty, right) => {
    expect(faultOf(faulty)).toBe(field);
    expect(faultOf(right)).toBeNull();
  });

  it('is shown in a sentence', () => {
    expect([
      shown('甲'),
      shown('“甲”'),
      shown('《甲》'),
      shown('甲'.repeat(24)),
      shown('甲'.repeat(25)),
    ]).toEqual(['“甲”', '“甲”', '《甲》', `“${'甲'.repeat(24)}”`, `“${'甲'.repeat(24)}…”`]);
    expect(splitForms(' a ;b；c\n;a')).toEqual(['a', 'b', 'c']);
  });

  it('becomes an entry of a pack', () => {
    const phrase: OwnPhrase = {
      id: 'own-1',
      name: '“一核”发展',
      wrong: ['一核发', '一核进展', 'a核', '核发展展'],
      level: 'error',
      note: '说明',
      source: '文件',
    };
    const data = packDataOf([phrase], { topic: '主题', source: '来源' }, '2026-01-01');
    expect(data).toEqual({
      kind: 'formulation',
      trueUntil: '2026-01-01',
      entries: [
        {
          id: 'own-1',
          name: '“一核”发展',
          wrong: [
            {
              text: '一核发',
              right: '“一核”发展',
              level: 'error',
              why: '说明',
              except: ['一核发展'],
              segment: true,
            },
            { text: '一核进展', right: '“一核”发展', level: 'error', why: '说明', segment: false },
            { text: 'a核', right: '“一核”发展', level: 'error', why: '说明', segment: false },
            { text: '核发展展', right: '“一核”发展', level: 'error', why: '说明', segment: false },
          ],
          source: { title: '文件' },
          attestation: 'A',
          note: '说明',
          topic: '主题',
        },
      ],
    });
    expect(readPack('own.yaml', data).problems).toEqual([]);
  });
});

describe('a collection of own phrases', () => {
  const phrase = (id: string, name: string, wrong: string[] = []): OwnPhrase => ({
    id,
    name,
    wrong,
    level: 'warning',
  });
  const one = phrase('own-1', '甲乙', ['甲一']);
  const two = phrase('own-2', '丙丁');
  let next = 10;
  const merge = (drafts: readonly Partial<OwnDraft>[]) =>
    mergeDrafts(
      [one, two],
      drafts.map((more) => draft({ wrong: '', ...more })),
      () => `own-${next++}`,
    );

  it('takes new phrases at its front, and changes those of the same id or wording', () => {
    const { phrases, added, changed, unchanged, refused } = merge([
      { name: '新一' },
      { name: '新二' },
      { ...draftOf(one) },
      { name: '甲乙', wrong: '甲二' },
      { id: 'own-2', name: '丙戊' },
    ]);
    expect(phrases.map(({ name, wrong }) => [name, ...wrong])).toEqual([
      ['新一'],
      ['新二'],
      ['甲乙', '甲二'],
      ['丙戊'],
    ]);
    expect([added, changed, unchanged, refused]).toEqual([2, 2, 1, []]);
    expect(phrases.slice(2).map(({ id }) => id)).toEqual(['own-1', 'own-2']);
  });

  it('refuses what contradicts a phrase, whichever came first', () => {
    const { refused, added } = merge([
      { name: '甲一' },
      { name: '戊己', wrong: '丙丁' },
      { name: '庚辛', wrong: '庚一' },
      { name: '庚一' },
      { name: '' },
    ]);
    expect(refused.map(({ index, fault }) => [index, fault.field])).toEqual([
      [0, 'name'],
      [1, 'wrong'],
      [3, 'name'],
      [4, 'name'],
    ]);
    expect(added).toBe(1);
    expect(merge([{ id: 'own-1', name: '甲乙', wrong: '' }, { name: '甲一' }]).refused).toEqual([]);
  });

  it('holds three thousand', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => phrase(`own-x${at}`, `提法${at}`));
    const full = mergeDrafts(
      many,
      [draft({ name: '新的' }), draft({ name: '提法1', wrong: '提法一' })],
      () => 'own-new',
    );
    expect([full.added, full.changed, full.refused.map(({ index }) => index)]).toEqual([0, 1, [0]]);
    expect(mergeDrafts(many.slice(1), [draft({ name: '新的' })], () => 'own-new').added).toBe(1);
    expect(
      mergeDrafts(
        many.slice(0, 1),
        [draft({ name: '新的' })],
        (
          (n) => () =>
            `own-x${n++}`
        )(0),
      ).phrases[0]?.id,
    ).toBe('own-x1');
  });

  it('is read as it was written, without what is broken or stands twice', () => {
    expect(readCollection(writeCollection([one, two]))).toEqual({ phrases: [one, two], broken: 0 });
    expect(readCollection({ phrases: [one, one, { ...two, id: 'x' }, 7, two] })).toEqual({
      phrases: [one, two],
      broken: 3,
    });
    for (const stored of [undefined, null, [], {}, { phrases: 7 }])
      expect(readCollection(stored)).toEqual({ phrases: [], broken: 0 });
  });

  it('is searched in all its words', () => {
    const noted: OwnPhrase = { ...two, note: 'Abc', source: '某文件' };
    const names = (typed: string) => filterPhrases([one, noted], typed).map(({ id }) => id);
    expect(['', ' ', '乙', '甲一', 'aBC', '文件', '无'].map(names)).toEqual([
      ['own-1', 'own-2'],
      ['own-1', 'own-2'],
      ['own-1'],
      ['own-1'],
      ['own-2'],
      ['own-2'],
      [],
    ]);
  });
});

describe('packs beside the built-in ones', () => {
  const [first, ...rest] = samplePacks();
  if (first === undefined) throw new Error('There are sample packs.');

  it('come first, and are as old as the oldest built-in one that ages', () => {
    const extra = extraPacks([{ ...first, trueUntil: '2030-01-01' }]);
    const all = besideBuiltIn(extra, [{ ...first, trueUntil: '2026-03-01' }, ...rest]);
    expect(all.map(({ trueUntil }) => trueUntil).slice(0, 2)).toEqual(['2026-03-01', '2026-03-01']);
    expect(all).toHaveLength(rest.length + 2);
    expect(besideBuiltIn(extra, []).map(({ trueUntil }) => trueUntil)).toEqual(['2030-01-01']);
  });

  it('are none where they hold nothing, and change their version with their items', () => {
    expect(extraPacks([{ ...first, items: [] }])).toBe(noExtraPacks);
    expect(extraPacks([])).toBe(noExtraPacks);
    const [one, other] = [extraPacks([first]), extraPacks([{ ...first, items: first.items.slice(1) }])];
    expect(one.version).toMatch(/^[0-9a-f]{16}$/u);
    expect(one.version).not.toBe(other.version);
    expect(extraPacks([first]).version).toBe(one.version);
  });
});
