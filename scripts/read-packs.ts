import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { bilingual } from '../lib/language/language.ts';
import {
  brokenEntry,
  brokenFile,
  type LineOf,
  type Pack,
  type PackProblem,
  packProblem,
  readPack,
} from '../lib/phrases/pack.ts';

/** Folder of the built-in packs. */
export const builtInPacks = join(import.meta.dirname, '../assets/phrases');

export interface ReadPacks {
  readonly packs: Pack[];
  readonly problems: PackProblem[];
}

/** Lists the built-in pack files, by name; empty if the folder is missing. Throws on other file system errors. */
export async function builtInPackFiles(): Promise<string[]> {
  try {
    const names = await readdir(builtInPacks);
    return names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(builtInPacks, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Reads pack files (YAML or JSON). An unreadable file is a problem, like a broken entry. */
export async function readPackFiles(files: readonly string[]): Promise<ReadPacks> {
  const packs: Pack[] = [];
  const problems: PackProblem[] = [];
  for (const file of files) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      problems.push(
        packProblem(
          basename(file),
          bilingual(`文件读不出来（${code}）。`, `the file cannot be read (${code}).`),
        ),
      );
      continue;
    }
    const read = parsePack(basename(file), text);
    if (read.pack !== null) packs.push(read.pack);
    problems.push(...read.problems);
  }
  return { packs, problems };
}

/**
 * Parses one pack from its text. If its YAML is broken, each entry of the list is parsed separately, so that only the
 * broken one is lost. Takes the file's name for messages.
 */
export function parsePack(file: string, text: string): { pack: Pack | null; problems: PackProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length === 0) return readPack(file, document.toJS(), lineResolver(document, lines, 0));
  return parsePiecewise(file, text);
}

function lineResolver(document: Document, lines: LineCounter, linesBefore: number): LineOf {
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const [key, parent] = [path[length - 1], document.getIn(path.slice(0, length - 1), true)];
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === key) : undefined;
      const node = (pair?.key ?? (isSeq(parent) ? parent.get(Number(key), true) : undefined)) as
        | { range?: [number, number, number] | null }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line + linesBefore;
    }
    return linesBefore + 1;
  };
}

/** Reads a file with broken YAML: its head, then each item of its list as a separate document. */
function parsePiecewise(file: string, text: string): { pack: Pack | null; problems: PackProblem[] } {
  const rows = text.split('\n');
  const first = rows.findIndex((row) => /^\s*- /.test(row));
  const indent = /^\s*/.exec(rows[first] ?? '')?.[0] ?? '';
  const problems: PackProblem[] = [];
  const items: unknown[] = [];
  const itemLines: LineOf[] = [];
  const headRows = first === -1 ? rows : rows.slice(0, first);
  const headLines = new LineCounter();
  const head = parseDocument(headRows.join('\n'), { lineCounter: headLines });
  const headFault = head.errors[0];
  if (headFault !== undefined) {
    const line = headFault.linePos?.[0].line;
    return {
      pack: null,
      problems: [brokenFile(file, bilingual('开头几行格式有误', 'the first lines are no YAML'), line)],
    };
  }
  let from = first === -1 ? rows.length : first;
  while (from < rows.length) {
    let to = from + 1;
    while (to < rows.length && !(rows[to] ?? '').startsWith(`${indent}- `)) to++;
    const lines = new LineCounter();
    const piece = parseDocument(rows.slice(from, to).join('\n'), { lineCounter: lines });
    const fault = piece.errors[0];
    const before = from;
    if (fault === undefined) {
      const list: unknown = piece.toJS();
      if (Array.isArray(list)) items.push(...list);
      const resolve = lineResolver(piece, lines, before);
      itemLines.push((path) => resolve([0, ...path]));
    } else {
      const line = before + (fault.linePos?.[0].line ?? 1);
      const name = /\b(?:id|name|text):\s*([^,}\s]+)/.exec(rows.slice(from, to).join('\n'))?.[1];
      const what = bilingual(
        '这一条的 YAML 格式有误（请检查引号、冒号、缩进）',
        'the YAML of this entry is broken (please look at quotation marks, colons and indents)',
      );
      problems.push(brokenEntry(file, what, line, name ?? items.length + problems.length + 1));
    }
    from = to;
  }
  const data: unknown = head.toJS();
  if (typeof data !== 'object' || data === null) return readPack(file, data);
  const list = Object.entries(data).find(([, value]) => value === null)?.[0] ?? 'entries';
  const read = readPack(file, { ...data, [list]: items }, ([, index, ...rest]) =>
    typeof index === 'number' ? itemLines[index]?.(rest) : 1,
  );
  return { pack: read.pack, problems: [...problems, ...read.problems] };
}
