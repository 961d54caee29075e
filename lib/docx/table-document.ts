import { strToU8, zipSync } from 'fflate';

/** A stretch of text in one look. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  /** True for words of a draft or a document: Chinese in both languages of the screen. */
  readonly quoted?: boolean;
}

/** A line or a paragraph. */
export type TextLine = readonly TextRun[];

export interface TableColumn {
  readonly title: string;
  /** Its share of the width, in percent. */
  readonly width: number;
}

/** A heading, and a table under it. Each cell of a row holds lines. */
export interface TableSection {
  readonly heading: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (readonly TextLine[])[])[];
}

/** A document of a title, lines under it, and tables. */
export interface TableDocument {
  readonly title: string;
  readonly lines: readonly TextLine[];
  readonly sections: readonly TableSection[];
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The page is A4; all measures are twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_134 } as const;
const tableWidth = page.width - 2 * page.margin;

/** Writes a document as a .docx: A4 upright, heads of tables repeated on each page, page numbers at the foot. */
export function tableDocx(document: TableDocument): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['document', 'document.main'],
      ['styles', 'styles'],
      ['footer1', 'footer'],
    ]
      .map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`)
      .join('')}</Types>`,
    '_rels/.rels': related([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': related([
      ['styles', 'styles.xml'],
      ['footer', 'footer1.xml'],
    ]),
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${relations}"><w:body>${bodyOf(document)}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/footer1.xml': `<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])));
}

function related(targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${listed.join('')}</Relationships>`;
}

function bodyOf({ title, lines, sections }: TableDocument): string {
  const size = `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`;
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${page.margin}"`).join(' ');
  const margins = `<w:pgMar ${sides} w:header="720" w:footer="720" w:gutter="0"/>`;
  return [
    paragraph([{ text: title }], 'Title'),
    ...lines.map((line) => paragraph(line)),
    ...sections.flatMap((section) => [paragraph([{ text: section.heading }], 'Heading1'), table(section)]),
    // Word wants a paragraph behind a table.
    paragraph([]),
    `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>${size}${margins}</w:sectPr>`,
  ].join('');
}

function table({ columns, rows }: TableSection): string {
  const widths = columns.map(({ width }) => Math.round((tableWidth * width) / 100));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const cells = (lines: readonly (readonly TextLine[])[], style: string): string =>
    lines
      .map((cell, index) => {
        const width = `<w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>`;
        const content = (cell.length === 0 ? [[]] : cell).map((line) => paragraph(line, style)).join('');
        return `<w:tc>${width}${content}</w:tc>`;
      })
      .join('');
  const titles = columns.map(({ title }) => [[{ text: title, bold: true }]]);
  const first = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(titles, 'TableHead')}</w:tr>`;
  const others = rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, 'TableText')}</w:tr>`);
  const layout = `<w:tblW w:w="${tableWidth}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${cellMargins}`;
  return `<w:tbl><w:tblPr>${layout}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${first}${others.join('')}</w:tbl>`;
}

const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders>`;

const cellMargins =
  '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>';

function paragraph(line: TextLine, style = 'Normal'): string {
  const runs = line.map(({ text, bold = false }) => {
    const look = bold ? '<w:rPr><w:b/></w:rPr>' : '';
    return `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  });
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;
}

/** Text for XML; what XML cannot hold at all is left out, as are line breaks, which are lines of their own. */
function escaped(text: string): string {
  return text
    .replace(/[\n\r\t]/gu, ' ')
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

interface Style {
  readonly id: string;
  readonly name: string;
  /** What stands in `w:pPr`, and in `w:rPr`. */
  readonly paragraph?: string;
  readonly run?: string;
}

/** Fonts of official documents: 仿宋 for text, 黑体 for headings, 宋体 for the title; sizes are half points. */
const written: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:spacing w:after="160"/><w:jc w:val="center"/>',
    run: `${fonts('宋体')}<w:b/><w:sz w:val="36"/>`,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    run: `${fonts('黑体')}<w:sz w:val="26"/>`,
  },
  { id: 'TableText', name: 'Table Text', run: '<w:sz w:val="21"/>' },
  {
    id: 'TableHead',
    name: 'Table Head',
    paragraph: '<w:jc w:val="center"/>',
    run: `${fonts('黑体')}<w:sz w:val="21"/>`,
  },
  { id: 'Footer', name: 'footer', paragraph: '<w:jc w:val="center"/>', run: '<w:sz w:val="18"/>' },
];

function fonts(chinese: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${chinese}"/>`;
}

const styles = `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}<w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${written
  .map(
    ({ id, name, paragraph: lines = '', run = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${lines}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  )
  .join('')}</w:styles>`;
