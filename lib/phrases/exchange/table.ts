import { bilingual, type Words } from '../../language/language.ts';
import { sentenceOf } from '../own/collection.ts';
import {
  draftOf,
  isOwnFault,
  type OwnDraft,
  type OwnField,
  type OwnPhrase,
  ownColumns,
  ownLevelNames,
  readDraft,
  shown,
} from '../own/phrase.ts';
import { parseCsv, type Table, type TableRow } from './csv.ts';

/** The phrases of a file: valid drafts, each with its row, and faults, in sentences. */
export interface ReadDrafts {
  readonly drafts: readonly { readonly row: number; readonly draft: OwnDraft }[];
  readonly faults: readonly Words[];
}

const fields = Object.keys(ownColumns) as OwnField[];
/** The beginning of the examples in a template, which are never taken in. */
const exampleMark = '示例：';

/** Headings of columns that are accepted besides those of the export. */
const otherNames: Readonly<Record<string, OwnField>> = {
  规范用语: 'name',
  正确写法: 'name',
  提法: 'name',
  '误写（多个用分号）': 'wrong',
  '误写(多个用分号)': 'wrong',
  错误写法: 'wrong',
  备注: 'note',
  来源: 'source',
  分类: 'topic',
  类别: 'topic',
};

/** The field of a column, by its heading; null for other columns. */
export function fieldOf(title: string): OwnField | null {
  const name = title.replace(/\s+/gu, '');
  return fields.find((field) => ownColumns[field] === name || field === name) ?? otherNames[name] ?? null;
}

/**
 * Reads a table whose first row has the headings, in any order; other columns are ignored. A single column needs no
 * heading: each of its rows is a phrase. A faulty row is reported with its number and column, an example of the template
 * is left out. Throws nothing.
 */
export function readTable({ rows: all }: Table): ReadDrafts {
  const [head, ...others] = all;
  if (head === undefined)
    return { drafts: [], faults: [bilingual('文件是空的，没有可以导入的内容。', 'The file is empty.')] };
  const named = head.cells.map(fieldOf);
  const isList = !named.some((field) => field !== null) && all.every(isSingle);
  const columns: (OwnField | null)[] = isList ? ['name'] : named;
  const rows = isList ? all : others;
  if (!columns.includes('name')) {
    const names = Object.values(ownColumns);
    return {
      drafts: [],
      faults: [
        bilingual(
          `第 ${head.row} 行应为列名，没有找到“${ownColumns.name}”一列（可用列名：${names.join('、')}）。`,
          `Row ${head.row} should name the columns; there is no “${ownColumns.name}” (columns: ${names.map(shown).join(', ')}).`,
        ),
      ],
    };
  }
  const drafts: { row: number; draft: OwnDraft }[] = [];
  const faults: Words[] = [];
  for (const { row, cells, fault } of rows) {
    if (fault !== undefined) {
      faults.push(bilingual(`第 ${row} 行：${fault.zh}。`, `Row ${row}: ${fault.en}.`));
      continue;
    }
    const draft = draftFrom((field) => cells[columns.indexOf(field)] ?? '');
    if (draft.name.startsWith(exampleMark)) continue;
    take(row, draft, drafts, faults);
  }
  return { drafts, faults };
}

/** The phrases of a text, one in each line that is not blank; a table, where the first line names columns. */
export function readPasted(text: string): ReadDrafts {
  const table = parseCsv(text);
  if (table.rows[0]?.cells.some((cell) => fieldOf(cell) !== null) === true) return readTable(table);
  const lines = text.split(/\r\n?|\n/u).map((line, at) => ({ row: at + 1, cells: [withoutNumber(line)] }));
  return readTable({ rows: lines.filter(({ cells }) => cells[0] !== '') });
}

/** A line without the mark of a list before it: 1.  （2）  ③  • */
function withoutNumber(line: string): string {
  return line.trim().replace(/^(?:[（(]?\d{1,4}[.．、）)]\s*|[①-⑳•·●▪◆*-]\s*)(?=\S)/u, '');
}

/** True for a row of one cell, the first. */
function isSingle({ cells, fault }: TableRow): boolean {
  return fault === undefined && cells.every((cell, at) => at === 0 || cell.trim() === '');
}

/** Makes a draft of the fields that `cellOf` gives. */
export function draftFrom(cellOf: (field: OwnField) => string): OwnDraft {
  return {
    name: cellOf('name'),
    wrong: cellOf('wrong'),
    level: cellOf('level'),
    note: cellOf('note'),
    source: cellOf('source'),
    topic: cellOf('topic'),
  };
}

/** Adds a draft to the drafts if it is valid, else its fault to the faults. */
export function take(
  row: number,
  draft: OwnDraft,
  drafts: { row: number; draft: OwnDraft }[],
  faults: Words[],
): void {
  const read = readDraft(draft, () => 'own-0');
  if (isOwnFault(read)) faults.push(sentenceOf(read, row));
  else drafts.push({ row, draft });
}

/** Phrases as rows of a table, the names of the columns first. */
export function tableOf(phrases: readonly OwnPhrase[]): string[][] {
  const rows = phrases.map((phrase) => {
    const draft = draftOf(phrase);
    return fields.map((field) => draft[field] ?? '');
  });
  return [fields.map((field) => ownColumns[field]), ...rows];
}

/** The rows of a template to fill in: the names of the columns, and two examples. */
export function templateRows(): string[][] {
  return [
    fields.map((field) => ownColumns[field]),
    [
      `${exampleMark}增强“四个意识”`,
      '增强四个意识',
      ownLevelNames.hint,
      '带引号',
      '本单位公文写作要求',
      '党建',
    ],
    [`${exampleMark}只填这一列也可以`, '', '', '', '', ''],
  ];
}
