import type { TableDocument, TableSection, TextLine } from '../../lib/docx/table-document.ts';

/** A document as HTML that Word and WPS paste as tables: without style sheets, which they do not read. */
export function asHtml({ title, lines, sections }: TableDocument): string {
  const said = lines.map((line) => `<p>${lineOf(line)}</p>`).join('');
  const tables = sections.map((section) => `<h2>${escaped(section.heading)}</h2>${tableOf(section)}`);
  return `<meta charset="utf-8"><h1>${escaped(title)}</h1>${said}${tables.join('')}`;
}

function tableOf({ columns, rows }: TableSection): string {
  const heads = columns.map(({ title, width }) => `<th width="${width}%">${escaped(title)}</th>`);
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${cell.map(lineOf).join('<br>')}</td>`).join('')}</tr>`,
  );
  return `<table border="1" cellspacing="0" cellpadding="4" width="100%"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function lineOf(line: TextLine): string {
  return line.map(({ text, bold }) => (bold === true ? `<b>${escaped(text)}</b>` : escaped(text))).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
