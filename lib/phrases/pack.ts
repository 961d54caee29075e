import * as v from 'valibot';
import { explainIssue } from './pack-issue.ts';
import { type ConfusableData, type PackKind, packHeadSchema, packKinds } from './schema.ts';
import type {
  Anniversary,
  ConfusableEntry,
  ContextWeight,
  Entry,
  FixedWording,
  ModifierGroup,
  Series,
  Spelling,
} from './types.ts';

/** A pack that has been read: every item in it is sound. */
export interface Pack {
  /** Name of the file, as the author knows it. */
  readonly file: string;
  readonly kind: PackKind;
  readonly trueUntil: string;
  /** The day on which the groups' own sentences are judged, ISO date; absent where none was named. */
  readonly judgedOn?: string;
  readonly series: readonly Series[];
  readonly entries: readonly Entry[];
  readonly modifiers: readonly ModifierGroup[];
  readonly weights: readonly ContextWeight[];
  readonly anniversaries: readonly Anniversary[];
  readonly fixedWordings: readonly FixedWording[];
  readonly spellings: readonly Spelling[];
  /** The sound items as they were written: what a pack is stored and carried as. */
  readonly items: readonly unknown[];
}

/** A fault of a pack, and what became of it. */
export interface PackProblem {
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** The entry's id or, failing that, its words or its place. */
  readonly entry?: string;
  /** One sentence in Chinese that names file, line and entry. */
  readonly message: string;
}

/** Line (from 1) of a place in a pack file, given as a path of keys and indices. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** Puts file, line and entry before what is wrong: one sentence for the author of the pack. */
export function packProblem(file: string, what: string, line?: number, entry?: string): PackProblem {
  const place = `${file}${line === undefined ? '' : ` 第 ${line} 行`}${entry === undefined ? '' : `，条目“${entry}”`}`;
  return { file, line, entry, message: `${place}：${what}` };
}

/**
 * Reads one pack: parsed YAML or JSON, checked item by item.
 * Takes the file's name for messages and, where known, a resolver of lines. A broken item is left out and reported, the
 * others still work; `pack` is null when the file's head cannot be used at all. Throws nothing.
 */
export function readPack(
  file: string,
  data: unknown,
  lineOf: LineOf = () => undefined,
): { pack: Pack | null; problems: PackProblem[] } {
  const head = v.safeParse(packHeadSchema, data);
  if (!head.success) {
    const what = `${explainIssue(head.issues[0])}；本文件未载入，其余文件照常使用。`;
    return { pack: null, problems: [packProblem(file, what, lineOf([]))] };
  }
  const { kind, trueUntil, judgedOn } = head.output;
  const { list } = packKinds[kind];
  const raw = (data as Record<string, unknown>)[list];
  if (!Array.isArray(raw)) {
    const what = `缺少 ${list} 列表；本文件未载入，其余文件照常使用。`;
    return { pack: null, problems: [packProblem(file, what, lineOf([]))] };
  }

  const read: Reading = {
    series: [],
    entries: [],
    modifiers: [],
    weights: [],
    anniversaries: [],
    fixedWordings: [],
    spellings: [],
  };
  const items: unknown[] = [];
  const problems: PackProblem[] = [];
  const ids = new Set<string>();
  raw.forEach((item: unknown, index) => {
    const name = nameOf(item, index);
    const fault = addItem(read, kind, item) ?? repeated(ids, kind, item);
    if (fault === undefined) {
      items.push(item);
      return;
    }
    const line = lineOf([list, index, ...fault.path]) ?? lineOf([list, index]);
    problems.push(packProblem(file, `${fault.what}；该条目已略去，其余照常使用。`, line, name));
    if (fault.added) takeBack(read, kind);
  });
  const dated = judgedOn === undefined ? {} : { judgedOn };
  return { pack: { file, kind, trueUntil, ...dated, ...read, items }, problems };
}

interface Reading {
  readonly series: Series[];
  readonly entries: Entry[];
  readonly modifiers: ModifierGroup[];
  readonly weights: ContextWeight[];
  readonly anniversaries: Anniversary[];
  readonly fixedWordings: FixedWording[];
  readonly spellings: Spelling[];
}

interface Fault {
  readonly what: string;
  readonly path: readonly (string | number)[];
  /** The item was sound in itself and has been added. */
  readonly added?: boolean;
}

function addItem(read: Reading, kind: PackKind, item: unknown): Fault | undefined {
  switch (kind) {
    case 'series': {
      const result = v.safeParse(packKinds.series.item, item);
      if (!result.success) return faultOf(result.issues[0]);
      const { members } = result.output;
      const unordered = members.findIndex(({ from, to }, i) => {
        const before = members[i - 1];
        return to < from || (before !== undefined && from < before.from);
      });
      if (unordered !== -1)
        return { what: '成员的起止日期颠倒，或未按时间先后排列', path: ['members', unordered] };
      read.series.push(result.output);
      return undefined;
    }
    case 'context': {
      const result = v.safeParse(packKinds.context.item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.modifiers.push(result.output);
      return undefined;
    }
    case 'context-weights': {
      const result = v.safeParse(packKinds['context-weights'].item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.weights.push(result.output);
      return undefined;
    }
    case 'fixed-wording': {
      const result = v.safeParse(packKinds['fixed-wording'].item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.fixedWordings.push(result.output);
      return undefined;
    }
    case 'spelling': {
      const result = v.safeParse(packKinds.spelling.item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.spellings.push(result.output);
      return undefined;
    }
    case 'anniversary': {
      const result = v.safeParse(packKinds.anniversary.item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.anniversaries.push(result.output);
      return undefined;
    }
    case 'confusable': {
      const result = v.safeParse(packKinds.confusable.item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.entries.push(confusableEntry(result.output));
      return undefined;
    }
    case 'phrase': {
      const result = v.safeParse(packKinds.phrase.item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.entries.push({ ...result.output, kind, id: `${kind}/${result.output.id}`, wrong: [] });
      return undefined;
    }
    case 'set-phrase': {
      const result = v.safeParse(packKinds['set-phrase'].item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.entries.push({ ...result.output, kind, id: `${kind}/${result.output.id}` });
      return undefined;
    }
    default: {
      const result = v.safeParse(packKinds[kind].item, item);
      if (!result.success) return faultOf(result.issues[0]);
      read.entries.push({ ...result.output, kind, id: `${kind}/${result.output.id}` });
      return undefined;
    }
  }
}

function confusableEntry({ id, source, attestation, ...wrong }: ConfusableData): ConfusableEntry {
  const key = id ?? wrong.text;
  const fact = { source, attestation, datesVerified: true };
  return { kind: 'confusable', id: `confusable/${key}`, name: wrong.right, wrong: [wrong], ...fact };
}

function takeBack(read: Reading, kind: PackKind): void {
  if (kind === 'series') read.series.pop();
  else if (kind === 'context') read.modifiers.pop();
  else if (kind === 'context-weights') read.weights.pop();
  else if (kind === 'anniversary') read.anniversaries.pop();
  else if (kind === 'fixed-wording') read.fixedWordings.pop();
  else if (kind === 'spelling') read.spellings.pop();
  else read.entries.pop();
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path: (string | number)[] = [];
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'string' || typeof key === 'number') path.push(key);
  }
  return { what: explainIssue(issue), path };
}

/** An id that stands twice in one file; its first bearer stays. A confusable word without one goes by its wrong form. */
function repeated(ids: Set<string>, kind: PackKind, item: unknown): Fault | undefined {
  const key = kind === 'confusable' && property(item, 'id') === undefined ? 'text' : 'id';
  const id = property(item, key);
  if (typeof id !== 'string') return undefined;
  if (ids.has(id)) return { what: `${key === 'id' ? '编号' : '误写'} ${id} 重复`, path: [key], added: true };
  ids.add(id);
  return undefined;
}

function nameOf(item: unknown, index: number): string {
  for (const key of ['id', 'name', 'text']) {
    const value = property(item, key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return `第 ${index + 1} 条`;
}

function property(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;
}
