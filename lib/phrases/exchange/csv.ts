import { bilingual, type Words } from '../../language/language.ts';
import { decodeText } from '../../text-file/encodings.ts';
import { PackRefusedError } from '../own/refused.ts';

/** A table of a file: its rows, each with its number (from 1) as the author's program shows it. */
export interface Table {
  readonly rows: readonly TableRow[];
}
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** What is wrong with the row as a whole, one sentence without its full stop. */
  readonly fault?: Words;
}

/** Decodes a text file. Throws PackRefusedError if it is damaged or no text. */
export function textOfFile(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded !== null) return decoded.text;
  throw new PackRefusedError(
    bilingual(
      '文件的编码不能识别，请另存为 UTF-8 编码后再试。',
      'The encoding of the file is not known. Please save it as UTF-8.',
    ),
  );
}

/**
 * Reads comma- or tab-separated text (RFC 4180: quotes doubled within quotes, line breaks allowed within them).
 * Rows are numbered by record, as a spreadsheet shows them. Empty rows are left out. Throws nothing.
 */
export function parseCsv(text: string): Table {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let at = 0;
  let row = 1;
  let fault: Words | undefined;
  const endRow = () => {
    cells.push(cell);
    cells = cells.map(withoutGuard);
    if (cells.some((one) => one.trim() !== '') || fault !== undefined)
      rows.push({ row, cells, ...(fault === undefined ? {} : { fault }) });
    [cells, cell, fault] = [[], '', undefined];
    row++;
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '"' && cell === '') {
      const quoted = readQuoted(text, at, separator);
      if (quoted === null) {
        // The end of the cell is unknown; reading goes on with the next line.
        fault = bilingual(
          '引号没有成对，这一行读不出来',
          'a quotation mark is left open, the row cannot be read',
        );
        const end = text.indexOf('\n', at);
        at = end === -1 ? text.length : end;
        continue;
      }
      cell = quoted.cell;
      at = quoted.end;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
      at++;
    } else if (character === '\n' || character === '\r') {
      at += character === '\r' && text[at + 1] === '\n' ? 2 : 1;
      endRow();
    } else {
      cell += character;
      at++;
    }
  }
  if (cell !== '' || cells.length > 0 || fault !== undefined) endRow();
  return { rows };
}

/** The quoted cell at `from`, and its end; null if no mark closes it before a separator. */
function readQuoted(text: string, from: number, separator: string): { cell: string; end: number } | null {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return null;
    cell += text.slice(at, close);
    const next = text[close + 1];
    if (next === undefined || next === separator || next === '\n' || next === '\r')
      return { cell, end: close + 1 };
    if (next !== '"') return null;
    cell += '"';
    at = close + 2;
  }
}

/** Text that is copied from Excel separates cells by tabs. */
function separatorOf(text: string): ',' | '\t' {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return first.includes('\t') && !first.includes(',') ? '\t' : ',';
}

/** What a spreadsheet takes for a formula, also with the mark before it that guards against that. */
const formula = /^'*[=+\-@＝＋－＠\t\r]/u;

/**
 * A cell that a spreadsheet takes as text: with an apostrophe before what it would compute. Phrases come from other
 * people's files, and the export is opened in Excel or WPS.
 */
function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** Writes rows as .csv in UTF-8 with a byte order mark, which Excel needs to read Chinese. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map((cell) => written(guarded(cell))).join(',')}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

function written(cell: string): string {
  return /[",\r\n\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
