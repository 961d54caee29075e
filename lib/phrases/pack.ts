import * as v from 'valibot';
import { bilingual, type Words } from '../language/language.ts';
import { explainIssue } from './pack-issue.ts';
import type { ConfusableEntry, Facts, Spelling } from './pack-types.ts';
import { type ItemOf, type PackKind, packHeadSchema, packKinds } from './schema.ts';

/** A pack that has been read: every item in it is valid. */
export interface Pack extends Facts {
  /** Name of the file, as the author knows it. */
  readonly file: string;
  readonly kind: PackKind;
  readonly trueUntil: string;
  /** The day (ISO date) on which the groups' example sentences are judged; absent if the pack names none. */
  readonly judgedOn?: string;
  readonly spellings: readonly Spelling[];
  /** The valid items as they were written: a pack is stored and sent as these. */
  readonly items: readonly unknown[];
}

/** A fault of a pack, and what became of it. */
export interface PackProblem {
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** The entry's id, else its words, else its number from 1. */
  readonly entry?: string | number;
  /** What is wrong, in one sentence. */
  readonly what: Words;
  /** The same after file, line and entry. */
  readonly message: Words;
}

/** Line (from 1) of a place in a pack file, given as a path of keys and indices. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** Makes a sentence for the author of a pack: file, line, entry, and what is wrong. */
export function packProblem(file: string, what: Words, line?: number, entry?: string | number): PackProblem {
  const [inLine, ofLine] = line === undefined ? ['', ''] : [` 第 ${line} 行`, `, line ${line}`];
  const [name, nameInEnglish] =
    typeof entry === 'number' ? [`第 ${entry} 条`, `entry ${entry}`] : [entry, `entry “${entry}”`];
  const [inEntry, ofEntry] = entry === undefined ? ['', ''] : [`，条目“${name}”`, `, ${nameInEnglish}`];
  const message = bilingual(
    `${file}${inLine}${inEntry}：${what.zh}`,
    `“${file}”${ofLine}${ofEntry}: ${what.en}`,
  );
  return { file, line, entry, what, message };
}

const fileLeftOut = bilingual(
  '本文件未载入，其余文件照常使用。',
  'the file was not loaded; the others are in use.',
);
const entryLeftOut = bilingual(
  '该条目已略去，其余照常使用。',
  'the entry is left out; the others are in use.',
);

/** The problem of a file whose head cannot be used. */
export function brokenFile(file: string, what: Words, line?: number): PackProblem {
  return packProblem(file, joined(what, fileLeftOut), line);
}

/** The problem of an entry that cannot be used. */
export function brokenEntry(file: string, what: Words, line?: number, entry?: string | number): PackProblem {
  return packProblem(file, joined(what, entryLeftOut), line, entry);
}

function joined(what: Words, outcome: Words): Words {
  return bilingual(`${what.zh}；${outcome.zh}`, `${what.en}; ${outcome.en}`);
}

/**
 * Reads one pack from parsed YAML or JSON, item by item. Takes the file's name for messages and, if known, a resolver
 * of lines. A faulty item is left out and reported; `pack` is null if the head of the file is faulty. Throws nothing.
 */
export function readPack(
  file: string,
  data: unknown,
  lineOf: LineOf = () => undefined,
): { pack: Pack | null; problems: PackProblem[] } {
  const head = v.safeParse(packHeadSchema, data);
  if (!head.success) {
    return { pack: null, problems: [brokenFile(file, explainIssue(head.issues[0]), lineOf([]))] };
  }
  const { kind, trueUntil, judgedOn } = head.output;
  const { list } = packKinds[kind];
  const raw = (data as Record<string, unknown>)[list];
  if (!Array.isArray(raw)) {
    const what = bilingual(`缺少 ${list} 列表`, `the list “${list}” is missing`);
    return { pack: null, problems: [brokenFile(file, what, lineOf([]))] };
  }

  const lists = emptyLists();
  const items: unknown[] = [];
  const problems: PackProblem[] = [];
  const ids = new Set<string>();
  raw.forEach((item: unknown, index) => {
    const fault = addItem(lists, ids, kind, item);
    if (fault === undefined) {
      items.push(item);
      return;
    }
    const line = lineOf([list, index, ...fault.path]) ?? lineOf([list, index]);
    problems.push(brokenEntry(file, fault.what, line, nameOf(item, index)));
  });
  const dated = judgedOn === undefined ? {} : { judgedOn };
  return { pack: { file, kind, trueUntil, ...dated, ...lists, items }, problems };
}

type Lists = { readonly [K in keyof (Facts & Pick<Pack, 'spellings'>)]: Pack[K][number][] };

function emptyLists(): Lists {
  return {
    series: [],
    entries: [],
    modifiers: [],
    weights: [],
    anniversaries: [],
    fixedWordings: [],
    spellings: [],
  };
}

interface Fault {
  readonly what: Words;
  readonly path: readonly (string | number)[];
}

/** Checks an item and adds it to the list of its kind. Returns what is wrong with it. */
function addItem<K extends PackKind>(
  lists: Lists,
  ids: Set<string>,
  kind: K,
  item: unknown,
): Fault | undefined {
  const result = v.safeParse(packKinds[kind].item, item);
  if (!result.success) return faultOf(result.issues[0]);
  const unordered = kind === 'series' ? unorderedMember(result.output as ItemOf<'series'>) : undefined;
  const fault = unordered ?? repeated(ids, kind, item);
  if (fault === undefined) adders[kind](lists, result.output);
  return fault;
}

const adders: { readonly [K in PackKind]: (lists: Lists, item: ItemOf<K>) => void } = {
  series: ({ series }, item) => series.push(item),
  institution: ({ entries }, item) => entries.push(named('institution', item)),
  regulation: ({ entries }, item) => entries.push(named('regulation', item)),
  formulation: ({ entries }, item) => entries.push(named('formulation', item)),
  'set-phrase': ({ entries }, item) => entries.push(named('set-phrase', item)),
  context: ({ modifiers }, item) => modifiers.push(item),
  'context-weights': ({ weights }, item) => weights.push(item),
  anniversary: ({ anniversaries }, item) => anniversaries.push(item),
  'fixed-wording': ({ fixedWordings }, item) => fixedWordings.push(item),
  spelling: ({ spellings }, item) => spellings.push(item),
  confusable: ({ entries }, item) => entries.push(confusableEntry(item)),
  collocation: ({ entries }, item) => entries.push(collocationEntry(item)),
  phrase: ({ entries }, item) => entries.push({ ...named('phrase', item), wrong: [] }),
};

/** An item as an entry, with the id by which it is known among the entries of all packs. */
function named<K extends PackKind, T extends { readonly id: string }>(kind: K, item: T) {
  return { ...item, kind, id: `${kind}/${item.id}` };
}

function confusableEntry({ id, source, attestation, ...wrong }: ItemOf<'confusable'>): ConfusableEntry {
  const key = id ?? wrong.text;
  const fact = { source, attestation, datesVerified: true };
  return { kind: 'confusable', id: `confusable/${key}`, name: wrong.right, wrong: [wrong], ...fact };
}

/** An entry of words known by those beside them, without the sentences, which only check the pack. */
function collocationEntry(item: ItemOf<'collocation'>): ConfusableEntry {
  const { text, right, level, why, beside, unless, segment, source, attestation } = item;
  const because = why === undefined ? {} : { why };
  return {
    kind: 'confusable',
    id: `confusable/${collocationKey(item)}`,
    name: right,
    wrong: text.split(' ').map((one) => ({ text: one, right, level, segment, beside, unless, ...because })),
    source,
    attestation,
    datesVerified: true,
  };
}

/** Lines of one written and one right word differ by what stands beside them. */
function collocationKey({ text, right, beside }: Pick<ItemOf<'collocation'>, 'text' | 'right' | 'beside'>) {
  return `${text}-${right}-${beside[0] ?? ''}`;
}

function unorderedMember({ members }: ItemOf<'series'>): Fault | undefined {
  const at = members.findIndex(({ from, to }, i) => {
    const before = members[i - 1];
    return to < from || (before !== undefined && from < before.from);
  });
  if (at === -1) return undefined;
  const what = bilingual(
    '成员的起止日期颠倒，或未按时间先后排列',
    'a member ends before it begins, or the members are not in order of time',
  );
  return { what, path: ['members', at] };
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path: (string | number)[] = [];
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'string' || typeof key === 'number') path.push(key);
  }
  return { what: explainIssue(issue), path };
}

/** Refuses an id that the file has had before. A confusable word without one is known by its wrong form. */
function repeated(ids: Set<string>, kind: PackKind, item: unknown): Fault | undefined {
  const key = kind === 'confusable' && property(item, 'id') === undefined ? 'text' : 'id';
  const id = property(item, key);
  if (typeof id !== 'string') return undefined;
  if (ids.has(id)) {
    const what =
      key === 'id'
        ? bilingual(`编号 ${id} 重复`, `the id “${id}” stands twice`)
        : bilingual(`误写 ${id} 重复`, `the wrong form “${id}” stands twice`);
    return { what, path: [key] };
  }
  ids.add(id);
  return undefined;
}

/** What an item is called in a problem: its id, its words or its number from 1. */
function nameOf(item: unknown, index: number): string | number {
  for (const key of ['id', 'name', 'text']) {
    const value = property(item, key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return index + 1;
}

function property(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;
}
