import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openDocx, type WriteOptions } from '../../lib/docx/open.ts';
import type { Change } from '../../lib/draft/changes.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const names = `xmlns:w="${word}" xmlns:r="${relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const wordKind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A run; `properties` is what stands in its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
export const bold = '<w:b/>';
export const footnote = (id: number): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

interface Extra {
  /** What stands in the comments part; absent: there is none. */
  readonly comments?: string;
  /** What stands in the numbering part; absent: there is none. */
  readonly numbering?: string;
  /** More styles. */
  readonly styles?: string;
  /** Further parts by name, as they are. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Further relations of the document: type (its last word) and target. */
  readonly related?: readonly (readonly [string, string])[];
}

/** A whole .docx with styles, a header and footnotes around a body. */
export function makeDocx(
  body: string,
  { comments, numbering, styles = '', parts: more = {}, related = [] }: Extra = {},
): Uint8Array {
  const listed: [string, string, string][] = [
    [
      'styles',
      'styles',
      `<w:styles ${names}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>${styles}</w:styles>`,
    ],
    [
      'footnotes',
      'footnotes',
      `<w:footnotes ${names}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1">${paragraph(run('党的十九大报告。'))}</w:footnote></w:footnotes>`,
    ],
    ['header1', 'header', `<w:hdr ${names}>${paragraph(run('内部讲话 党的十九大'))}</w:hdr>`],
    ...(numbering === undefined
      ? []
      : [
          ['numbering', 'numbering', `<w:numbering ${names}>${numbering}</w:numbering>`] as [
            string,
            string,
            string,
          ],
        ]),
    ...(comments === undefined
      ? []
      : [
          ['comments', 'comments', `<w:comments ${names}>${comments}</w:comments>`] as [
            string,
            string,
            string,
          ],
        ]),
  ];
  const overrides = listed.map(
    ([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${wordKind}.${kind}+xml"/>`,
  );
  const links = listed.map(
    ([name, kind], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${kind}" Target="${name}.xml"/>`,
  );
  const further = related.map(
    ([kind, target], index) =>
      `<Relationship Id="rIdX${index}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr>';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordKind}.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${names}><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}${further.join('')}</Relationships>`,
    ...Object.fromEntries(listed.map(([name, , xml]) => [`word/${name}.xml`, xml])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])));
}

/** A part of a .docx as text; '' when it is not there. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  return part === undefined ? '' : strFromU8(part);
}

/** The change that puts `text` in the place of words that stand once in the document. */
export function change(text: string, old: string, put: string, ...reasons: readonly string[]): Change {
  const start = text.indexOf(old);
  if (start < 0 || text.indexOf(old, start + 1) >= 0) throw new Error(`“${old}” does not stand there once.`);
  return { start, end: start + old.length, text: put, reasons };
}

/** Opens the document, changes words of it (old, new, reasons), and writes it; with the text that should come out. */
export function rewritten(
  bytes: Uint8Array,
  swaps: readonly (readonly [string, string, ...string[]])[],
  options: Partial<WriteOptions> = {},
): { bytes: Uint8Array; text: string } {
  const opened = openDocx(bytes);
  const changes = swaps
    .map(([old, put, ...reasons]) => change(opened.text, old, put, ...reasons))
    .sort((a, b) => a.start - b.start);
  const written = opened.written(changes, {
    manner: 'tracked',
    at: new Date(2026, 10, 20, 9, 30),
    ...options,
  });
  if (written === null) throw new Error('These changes add or take away paragraphs.');
  return { bytes: written, text: applyEdits(opened.text, changes) };
}

const listLevel = (at: number, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** Numbering with 一、 and （一）: list 1 begins at one, list 2 at two. */
export const speechLists =
  `<w:abstractNum w:abstractNumId="0">${listLevel(0, '%1、')}${listLevel(1, '（%2）')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num>';

/** A paragraph with a number that Word computes. */
export const computedItem = (text: string, list = 1, level = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
