import { say } from '../../components/say.ts';
import type { TableDocument, TextLine } from '../../lib/docx/table-document.ts';

/** A document as plain text: each row of a table as lines, with the titles of its columns. */
export function asText({ title, lines, sections }: TableDocument): string {
  const parts = [[title, ...lines.map(lineOf)]];
  for (const { heading, columns, rows } of sections) {
    parts.push([heading]);
    for (const [number = [], ...cells] of rows) {
      const said = cells.flatMap((cell, index) => {
        const words = cell.map(lineOf).filter((line) => line !== '');
        const name = columns[index + 1]?.title ?? '';
        return words.length === 0 ? [] : [`   ${name}${say('：', ': ')}${words.join(' / ')}`];
      });
      parts.push([`${number.map(lineOf).join('')}. ${said[0]?.trimStart() ?? ''}`, ...said.slice(1)]);
    }
  }
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

function lineOf(line: TextLine): string {
  return line.map(({ text }) => text).join('');
}
