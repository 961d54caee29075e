import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from '../../../lib/phrases/exchange/xlsx.ts';
import { type Dice, oneOf } from '../../unit/draft-styles.ts';
import { complexField, control, customData, simpleField } from '../containers.ts';
import { computedItem, footnote, makeDocx, paragraph, run, speechLists, table } from '../make.ts';
import { archiveDamages, entriesOf } from './archives.ts';
import { damagedBytes } from './bytes.ts';
import { damagedXml } from './xml.ts';

interface Hostile {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const { extra, binding } = customData('<a><b>党的十九大</b></a>');
const other = 'w:author="王五" w:date="2026-01-02T03:04:05Z"';
const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph(run('盒'))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(run('盒'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const body =
  computedItem('提高认识') +
  computedItem('突出重点', 1, 1) +
  paragraph(
    run('我们要学习'),
    control(run('党的十九大'), binding('/a[1]/b[1]')),
    run('精神。'),
    footnote(1),
  ) +
  `<w:p><w:pPr><w:pStyle w:val="s"/><w:rPr><w:del w:id="5" ${other}/></w:rPr></w:pPr>${complexField(run('域'))}</w:p>` +
  control(paragraph(simpleField(run('结果')), box)) +
  table([paragraph(run('左')), paragraph(`<w:ins w:id="6" ${other}>${run('右')}</w:ins>`)]);
const styles =
  '<w:style w:type="paragraph" w:styleId="s"><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>';

const wordFile = makeDocx(body, { ...extra, numbering: speechLists, styles, comments: '' });
const sheet = (() => {
  const parts = unzipSync(
    writeXlsx(
      [
        ['规范表述', '误写'],
        ['市民服务中心', '市民中心；居民中心'],
        ['两个维护', ''],
      ],
      '我的提法',
    ),
  );
  const shared = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>规范表述</t></si><si><r><t>市民</t></r><r><t>中心</t></r></si></sst>`;
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(shared) });
})();

/** The file with one part changed; a part that is not there is added. */
export function withPart(
  bytes: Uint8Array,
  part: string,
  change: (xml: string) => string | Uint8Array,
): Uint8Array {
  const parts = unzipSync(bytes);
  const changed = change(strFromU8(parts[part] ?? new Uint8Array()));
  return zipSync({ ...parts, [part]: typeof changed === 'string' ? strToU8(changed) : changed });
}

/** Repeats without a string of the whole: some of these are larger than a string should be. */
const times = (piece: string, count: number): string => piece.repeat(count);
const inBody = (content: string) =>
  withPart(wordFile, 'word/document.xml', (xml) => xml.replace('<w:body>', () => `<w:body>${content}`));
const inStyles = (content: string) =>
  withPart(wordFile, 'word/styles.xml', (xml) => xml.replace('</w:styles>', () => `${content}</w:styles>`));
const inLists = (content: string) =>
  withPart(wordFile, 'word/numbering.xml', (xml) =>
    xml.replace('</w:numbering>', () => `${content}</w:numbering>`),
  );
const nested = (depth: number, inside: string, ...names: readonly string[]): string =>
  `${times(names.map((name) => `<${name}>`).join(''), depth)}${inside}${times(
    [...names]
      .reverse()
      .map((name) => `</${name}>`)
      .join(''),
    depth,
  )}`;

const depths = [100, 1_000, 5_000, 20_000, 100_000];
const counts = [100, 1_000, 10_000, 60_000];
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const wild = ['-1', '0', '1e9', '99999999999', 'NaN', '3999', '4000', '100000', '', '1.5'];

/** Word documents whose XML is whole and whose sense is not. */
const wordMakers: Readonly<Record<string, (dice: Dice) => Uint8Array>> = {
  'deep nesting': (dice) =>
    inBody(
      nested(
        oneOf(dice, depths),
        run('稿'),
        ...oneOf(dice, [
          ['w:p'],
          ['w:ins'],
          ['w:sdt', 'w:sdtContent'],
          ['w:tbl', 'w:tr', 'w:tc'],
          ['w:p', 'w:r', 'w:txbxContent'],
          ['w:del'],
          ['w:smartTag'],
          ['x'],
        ]),
      ),
    ),
  'deep nesting of properties': (dice) =>
    inStyles(nested(oneOf(dice, depths), '', ...oneOf(dice, [['w:style'], ['w:rPr'], ['w:style', 'w:rPr']]))),
  'deep nesting of relations': (dice) =>
    withPart(wordFile, 'word/_rels/document.xml.rels', (xml) =>
      xml.replace('</Relationships>', `${nested(oneOf(dice, depths), '', 'a')}</Relationships>`),
    ),
  'deep nesting of data': (dice) =>
    withPart(wordFile, 'customXml/item1.xml', () => nested(oneOf(dice, depths), '党', 'a', 'b')),
  'fields that never end': (dice) => {
    const count = oneOf(dice, counts);
    return inBody(paragraph(times(begin + (dice(2) === 0 ? separate : ''), count), times(run('字'), count)));
  },
  'fields in fields': (dice) => {
    const count = oneOf(dice, counts);
    return inBody(
      paragraph(
        times(`${begin}${separate}${run('字')}`, count),
        times('<w:r><w:fldChar w:fldCharType="end"/></w:r>', count),
      ),
    );
  },
  'styles in a circle': (dice) => {
    const count = oneOf(dice, [1, 2, 3, 1_000, 20_000]);
    const list = Array.from(
      { length: count },
      (_, i) =>
        `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % count}"/></w:style>`,
    );
    const used = Array.from(
      { length: Math.min(2_000, count) },
      (_, i) => `<w:p><w:pPr><w:pStyle w:val="s${i}"/></w:pPr>${run('甲')}</w:p>`,
    );
    return withPart(inBody(used.join('')), 'word/styles.xml', (xml) =>
      xml.replace('</w:styles>', `${list.join('')}</w:styles>`),
    );
  },
  'lists in a circle': (dice) => {
    const link = `<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>`;
    const style =
      '<w:style w:type="numbering" w:styleId="n"><w:basedOn w:val="n"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    return withPart(
      withPart(inBody(times(computedItem('乙', 7), 1 + dice(20))), 'word/styles.xml', (xml) =>
        xml.replace('</w:styles>', `${style}</w:styles>`),
      ),
      'word/numbering.xml',
      (xml) => xml.replace('</w:numbering>', `${link}</w:numbering>`),
    );
  },
  'wild numbers of lists': (dice) => {
    const form = oneOf(dice, [
      'decimal',
      'chineseCounting',
      'upperLetter',
      'upperRoman',
      'decimalZero',
      'ideographZodiac',
      'japaneseCounting',
      'chineseLegalSimplified',
      'none',
      'x',
    ]);
    const level = `<w:lvl w:ilvl="${oneOf(dice, wild)}"><w:start w:val="${oneOf(dice, wild)}"/><w:numFmt w:val="${form}"/><w:lvlRestart w:val="${oneOf(dice, wild)}"/><w:lvlText w:val="${oneOf(dice, ['%1', '%0%10', times('%1', 100_000), '%', '第%1章'])}"/></w:lvl>`;
    const list = `<w:abstractNum w:abstractNumId="8">${level}</w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="${oneOf(dice, wild)}"><w:startOverride w:val="${oneOf(dice, wild)}"/></w:lvlOverride></w:num>`;
    const items = Array.from(
      { length: 1 + dice(300) },
      () =>
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="${oneOf(dice, wild)}"/><w:numId w:val="8"/></w:numPr></w:pPr>${run('丙')}</w:p>`,
    );
    return withPart(inBody(items.join('')), 'word/numbering.xml', (xml) =>
      xml.replace('</w:numbering>', `${list}</w:numbering>`),
    );
  },
  'many lists': (dice) =>
    inLists(
      Array.from(
        { length: oneOf(dice, counts) },
        (_, i) => `<w:num w:numId="${100 + i}"><w:abstractNumId w:val="0"/></w:num>`,
      ).join(''),
    ),
  'relations in a circle': (dice) =>
    withPart(wordFile, '_rels/.rels', (xml) =>
      xml.replace(
        'word/document.xml',
        oneOf(dice, [
          '_rels/.rels',
          '',
          '/',
          '../../..',
          'word',
          '[Content_Types].xml',
          'word/_rels/document.xml.rels',
          'word/styles.xml',
          '__proto__',
        ]),
      ),
    ),
  'parts that are one another': (dice) => {
    const targets = [
      'document.xml',
      'styles.xml',
      '../_rels/.rels',
      '_rels/document.xml.rels',
      '/',
      '',
      '../../../etc/passwd',
      'http://a.cn/x',
    ];
    return withPart(wordFile, 'word/_rels/document.xml.rels', (xml) =>
      xml.replace(/Target="[^"]*"/gu, () => `Target="${oneOf(dice, targets)}"`),
    );
  },
  'many relations': (dice) =>
    withPart(wordFile, 'word/_rels/document.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `${times(`<Relationship Id="a" Type="x" Target="${oneOf(dice, ['a', 'A/B/../C', times('../', 50)])}"/>`, oneOf(dice, counts))}</Relationships>`,
      ),
    ),
  'many paragraphs': (dice) => inBody(times('<w:p/>', oneOf(dice, [10_000, 100_000, 300_000]))),
  'a bomb of paragraphs': (dice) => inBody(times('<w:p/>', oneOf(dice, [1_000_000, 4_000_000]))),
  'a bomb of words': (dice) => inBody(paragraph(run(times('稿', oneOf(dice, [2_000_000, 25_000_000]))))),
  'a bomb of blanks': (dice) =>
    withPart(
      wordFile,
      oneOf(dice, ['word/styles.xml', 'word/document.xml', '_rels/.rels', 'word/comments.xml']),
      (xml) => xml + times(' ', 50_000_000),
    ),
  'a bomb of styles': () => inStyles(times('<w:style w:styleId="b"/>', 1_000_000)),
  'a bomb of lists': () => inLists(times('<w:num w:numId="9"/>', 1_000_000)),
  'a bomb of attributes': (dice) =>
    inBody(
      `<w:p ${Array.from({ length: oneOf(dice, [100_000, 600_000]) }, (_, i) => `a${i}=""`).join(' ')}/>`,
    ),
  'many tabs and breaks': (dice) =>
    inBody(
      paragraph(
        `<w:r>${times(oneOf(dice, ['<w:tab/>', '<w:br/>', '<w:t>字</w:t>', '<w:sym/>']), oneOf(dice, counts))}</w:r>`,
      ),
    ),
  'many runs': (dice) => inBody(paragraph(times(run('字'), oneOf(dice, counts)))),
  'marks of paragraphs deleted': (dice) =>
    inBody(
      times(
        `<w:p><w:pPr><w:rPr><w:del w:id="1" ${other}/></w:rPr></w:pPr>${run('字')}</w:p>`,
        oneOf(dice, counts),
      ),
    ),
  'many controls': (dice) =>
    inBody(paragraph(times(control(run('控'), binding('/a[1]/b[1]')), oneOf(dice, [10, 100, 1_000, 5_000])))),
  'many boxes': (dice) => inBody(paragraph(times(box, oneOf(dice, [10, 100, 1_000, 5_000])))),
  'boxes in boxes': (dice) =>
    inBody(
      nested(
        oneOf(dice, [10, 100, 500]),
        run('盒'),
        'w:p',
        'w:r',
        'mc:AlternateContent',
        'mc:Choice',
        'w:txbxContent',
      ),
    ),
  'a path of odd steps': (dice) =>
    inBody(
      paragraph(
        control(
          run('控'),
          binding(
            oneOf(dice, ['/', '//', '/a[99999999999]', '/*', 'a', times('/a[1]', 10_000), '/a[-1]', '']),
            times(' xmlns:a="b"', oneOf(dice, [1, 10_000])),
          ),
        ),
      ),
    ),
  'no text at all': () =>
    withPart(wordFile, 'word/document.xml', (xml) => xml.replace(/<w:body>.*<\/w:body>/su, '<w:body/>')),
};

const inSheet = (content: string) =>
  withPart(sheet, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('<sheetData>', () => `<sheetData>${content}`),
  );
const inShared = (content: string) =>
  withPart(sheet, 'xl/sharedStrings.xml', (xml) => xml.replace('<si>', () => `${content}<si>`));
const cell = (reference: string, value = '甲') =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Workbooks whose XML is whole and whose sense is not. */
const sheetMakers: Readonly<Record<string, (dice: Dice) => Uint8Array>> = {
  'cells in odd places': (dice) =>
    inSheet(
      Array.from(
        { length: 50 },
        () =>
          `<row r="${oneOf(dice, wild)}">${cell(oneOf(dice, ['A1', 'ZZZ1', '', '7', 'a1', 'AAAA1', 'B0', 'CV1', '稿']))}</row>`,
      ).join(''),
    ),
  'shared words that are not there': (dice) =>
    inSheet(
      `<row>${wild.map((value) => `<c t="s"><v>${value}</v></c>`).join('')}${times('<c t="e"><v>#REF!</v></c>', dice(50))}</row>`,
    ),
  'deep nesting': (dice) =>
    inSheet(nested(oneOf(dice, depths), '', ...oneOf(dice, [['row'], ['c'], ['row', 'c'], ['x']]))),
  'deep nesting of shared words': (dice) =>
    inShared(nested(oneOf(dice, depths), '<t>甲</t>', ...oneOf(dice, [['si'], ['r'], ['si', 'r'], ['rPh']]))),
  'rows in rows': (dice) =>
    inSheet(times(`<row>${nested(oneOf(dice, [10, 100, 400]), cell('A1'), 'row', 'c')}</row>`, 20)),
  'many rows': (dice) => inSheet(times('<row/>', oneOf(dice, [10_000, 100_000]))),
  'many cells': (dice) => inSheet(`<row>${times(cell('A1'), oneOf(dice, counts))}</row>`),
  'a bomb of rows': (dice) => inSheet(times('<row/>', oneOf(dice, [500_000, 2_000_000]))),
  'a bomb of shared words': (dice) =>
    inShared(times('<si><t>甲</t></si>', oneOf(dice, [500_000, 1_500_000]))),
  'a bomb of words': () => inShared(`<si><t>${times('稿', 12_000_000)}</t></si>`),
  'a bomb of blanks': () => withPart(sheet, 'xl/workbook.xml', (xml) => xml + times(' ', 39_000_000)),
  'relations to odd places': (dice) =>
    withPart(sheet, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        'worksheets/sheet1.xml',
        oneOf(dice, [
          '',
          '/',
          '../..',
          'workbook.xml',
          '/xl/sharedStrings.xml',
          '_rels/workbook.xml.rels',
          '__proto__',
          '稿',
        ]),
      ),
    ),
  'no sheets': () => withPart(sheet, 'xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/su, '')),
  'many sheets': (dice) =>
    withPart(sheet, 'xl/workbook.xml', (xml) =>
      xml.replace('<sheets>', `<sheets>${times('<sheet name="a"/>', oneOf(dice, counts))}`),
    ),
  'a Word document': () => wordFile,
};

/** A package that is damaged in its bytes, its archive, its XML, or made to do harm. */
function hostile(whole: Uint8Array, makers: typeof wordMakers, parts: RegExp, dice: Dice): Hostile {
  switch (dice(5)) {
    case 0:
      return damagedBytes(whole, dice);
    case 1: {
      const what = oneOf(dice, Object.keys(archiveDamages));
      return { what, bytes: archiveDamages[what]?.(entriesOf(whole), dice) ?? whole };
    }
    case 2:
    case 3: {
      const part = oneOf(
        dice,
        Object.keys(unzipSync(whole)).filter((name) => parts.test(name)),
      );
      let what = '';
      const bytes = withPart(whole, part, (xml) => {
        const damaged = damagedXml(xml, dice);
        what = damaged.what;
        return damaged.bytes;
      });
      return { what: `${what} (${part})`, bytes };
    }
    default: {
      const what = oneOf(dice, Object.keys(makers));
      return { what, bytes: makers[what]?.(dice) ?? whole };
    }
  }
}

export const hostileDocx = (dice: Dice): Hostile =>
  hostile(wordFile, wordMakers, /document\.xml|styles|numbering|comments|rels|custom|Types/u, dice);
export const hostileXlsx = (dice: Dice): Hostile => hostile(sheet, sheetMakers, /xl\//u, dice);
