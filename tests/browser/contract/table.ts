import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind, Presses } from './kinds.ts';
import type { Result } from './result.ts';

/** The table of editors in both READMEs, written only by `npm run editors`. */
const root = join(import.meta.dirname, '../../..');
const begin = '<!-- editors: written by npm run editors -->';
const end = '<!-- /editors -->';

const words = {
  en: {
    file: 'README.md',
    head: ['Editor', 'Reads', 'Marks', 'Fixes', 'One-step undo', 'Firefox'],
    no: 'no',
    but: (count: string) => `${count} places`,
    each: 'one fix at a time',
    presses: (count: number) => `${count} × Ctrl+Z`,
    never: 'not by Ctrl+Z',
    few: 'a repair may take several',
    several: 'several × Ctrl+Z',
    undo: (how: string) => `✓ (undo: ${how})`,
  },
  zh: {
    file: 'README.zh-CN.md',
    head: ['编辑器', '读取', '标记', '修改', '一步撤销', 'Firefox'],
    no: '否',
    but: (count: string) => `${count} 处`,
    each: '逐处撤销',
    presses: (count: number) => `按 ${count} 次 Ctrl+Z`,
    never: '不能用 Ctrl+Z',
    few: '序号修复可能要几步',
    several: '按几次 Ctrl+Z',
    undo: (how: string) => `✓（撤销：${how}）`,
  },
} as const;
export type Tongue = keyof typeof words;
export const tongues: readonly Tongue[] = ['en', 'zh'];

/** A kind's row without the last column, from its run in Chromium. */
export function cellsOf(kind: Kind, result: Result, tongue: Tongue): string[] {
  const { no } = words[tongue];
  return [
    titleOf(kind, tongue),
    result.reads ? '✓' : no,
    result.marks && result.clean ? '✓' : no,
    fixesOf(result, tongue),
    undoOf(result, tongue),
  ];
}

/**
 * The last column, from the run in Firefox (null if not supported there). It tells the way of undoing if that differs
 * from `elsewhere`, the column for Chromium.
 */
export function firefoxOf(result: Result | null, elsewhere: string | undefined, tongue: Tongue): string {
  const { no, undo } = words[tongue];
  if (result === null || !result.reads || !result.marks || !result.clean) return no;
  const fixes = fixesOf(result, tongue);
  if (fixes !== '✓') return fixes;
  const how = undoOf(result, tongue);
  return how === elsewhere ? '✓' : undo(how);
}

/** A kind's name in the table of a language. */
export function titleOf({ title, zh }: Kind, tongue: Tongue): string {
  return tongue === 'zh' ? (zh ?? title) : title;
}

function fixesOf({ fixed, refused }: Result, tongue: Tongue): string {
  const { no, but } = words[tongue];
  if (fixed.length === 0) return no;
  return refused.length === 0 ? '✓' : but(`${fixed.length}/${fixed.length + refused.length}`);
}

function undoOf({ undo: { fix, three, repair } }: Result, tongue: Tongue): string {
  const { each, few, several, presses, never, no } = words[tongue];
  const all: readonly (Presses | null)[] = [fix, three, repair];
  if (fix === null) return no;
  if (all.includes('never')) return never;
  if (fix === 'few') return several;
  if (typeof fix === 'number' && fix !== 1) return presses(fix);
  if (all.includes('few')) return few;
  return all.every((count) => count === 1 || count === null) ? '✓' : each;
}

/** The present rows of a README, by the name of the editor. Throws if its markers are gone. */
export function rowsIn(tongue: Tongue): Map<string, string[]> {
  const rows = tableIn(tongue).table.split('\n').slice(2);
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(cells.map((row) => [row[0] ?? '', row]));
}

/** Replaces the table. */
export function writeTable(tongue: Tongue, rows: readonly (readonly string[])[]): void {
  const { before, after } = tableIn(tongue);
  const { head, file } = words[tongue];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  writeFileSync(join(root, file), `${before}${begin}\n\n${table}\n\n${end}${after}`);
}

function tableIn(tongue: Tongue): { before: string; table: string; after: string } {
  const { file } = words[tongue];
  const text = readFileSync(join(root, file), 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table of editors.`);
  return {
    before: text.slice(0, from),
    table: text.slice(from + begin.length, to).trim(),
    after: text.slice(to + end.length),
  };
}
