import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { limitXml, TooMuchXmlError } from '../../common/xml-size.ts';
import { bilingual } from '../../language/language.ts';
import { PackRefusedError } from '../own/refused.ts';
import type { Table, TableRow } from './csv.ts';

const notXlsx = bilingual(
  '这个文件不是 Excel 工作簿（.xlsx），或已经损坏。',
  'This file is no Excel workbook (.xlsx), or is damaged.',
);
const tooLarge = bilingual(
  '这个工作簿太大，请只保留需要导入的工作表再试。',
  'This workbook is too large. Please keep only the sheet to import.',
);
/** The largest unpacked part of a workbook, against decompression bombs. */
const largestPart = 40_000_000;
const mostEntries = 20_000;
/** Some 20,000 rows of phrases; parsed, this many take some 400 megabytes. */
const mostElements = 450_000;
const readParts = /^xl\/(?:workbook|sharedStrings|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/u;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Reads the first sheet of a workbook as text: shared and inline strings, results of formulas, numbers as they are
 * stored. Rows keep the numbers that Excel shows; empty ones are left out.
 * Throws PackRefusedError when the bytes are no workbook.
 */
export function readXlsx(bytes: Uint8Array): Table {
  const parts = unpack(bytes);
  const sheet = parts[firstSheet(parts)];
  if (sheet === undefined)
    throw new PackRefusedError(bilingual('这个工作簿里没有工作表。', 'There is no sheet in this workbook.'));
  const shared = sharedStrings(parts['xl/sharedStrings.xml']);
  const rows: TableRow[] = [];
  let last = 0;
  for (const row of elements(parsed(sheet), 'row')) {
    last = Number(row.getAttribute('r')) || last + 1;
    const cells: string[] = [];
    for (const cell of elements(row, 'c')) {
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length;
      // A sheet may have thousands of columns behind those that are read.
      if (column > 100) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, shared);
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: last, cells });
  }
  return { rows };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const left = { entries: mostEntries, packed: bytes.length };
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        // Thrown out of the archive's directory, which may go on for billions of entries.
        if (left.entries-- === 0) throw new PackRefusedError(notXlsx);
        if (!readParts.test(name)) return false;
        left.packed -= size;
        if (left.packed < 0) throw new PackRefusedError(notXlsx);
        if (Math.max(size, originalSize) > largestPart) throw new PackRefusedError(tooLarge);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof PackRefusedError) throw cause;
    throw new PackRefusedError(notXlsx, { cause });
  }
}

/** The path of the first sheet of the workbook. */
function firstSheet(parts: Record<string, Uint8Array>): string {
  const workbook = parts['xl/workbook.xml'];
  if (workbook === undefined) throw new PackRefusedError(notXlsx);
  const id = elements(parsed(workbook), 'sheet')[0]?.getAttributeNS(relationships, 'id');
  const links = parts['xl/_rels/workbook.xml.rels'];
  const link = (
    links === undefined ? [] : Array.from(parsed(links).getElementsByTagName('Relationship'))
  ).find((one) => one.getAttribute('Id') === id);
  const target = link?.getAttribute('Target') ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function sharedStrings(part: Uint8Array | undefined): string[] {
  return part === undefined ? [] : elements(parsed(part), 'si').map(stringText);
}

/** The text of a string's runs, without phonetic guides (rPh). */
function stringText(string: Element): string {
  return elements(string, 't')
    .filter(({ parentNode }) => parentNode?.nodeName.replace(/^.*:/u, '') !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

function cellText(cell: Element, shared: readonly string[]): string {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return stringText(cell);
  const value = elements(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'e' ? '' : value;
}

/** Column (from 0) of a cell's reference: B7 is 1. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function parsed(part: Uint8Array): Document {
  try {
    const text = strFromU8(part);
    limitXml(text, mostElements);
    return new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml');
  } catch (cause) {
    if (cause instanceof TooMuchXmlError) throw new PackRefusedError(tooLarge, { cause });
    throw new PackRefusedError(notXlsx, { cause });
  }
}

function elements(under: Document | Element, name: string): Element[] {
  return Array.from(under.getElementsByTagNameNS(main, name));
}

/**
 * Writes rows as a workbook of one sheet, all cells text. Takes the sheet's name and each column's width in
 * characters.
 */
export function writeXlsx(
  rows: readonly (readonly string[])[],
  sheetName: string,
  widths: readonly number[] = [],
): Uint8Array {
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const body = rows
    .map((cells, i) => {
      const written = cells.map((cell, k) => writtenCell(cell, `${String.fromCharCode(65 + k)}${i + 1}`));
      return `<row r="${i + 1}">${written.join('')}</row>`;
    })
    .join('');
  const cols = columns === '' ? '' : `<cols>${columns}</cols>`;
  const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${cols}<sheetData>${body}</sheetData></worksheet>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])));
}

function writtenCell(cell: string, reference: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Escapes text for XML, without the characters that XML does not allow. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
