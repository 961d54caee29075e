import * as v from 'valibot';
import { isRecord } from '../../common/is-record.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { draftFrom, fieldOf, take } from '../exchange/table.ts';
import { type Pack, readPack } from '../pack.ts';
import { mergeDrafts, sentenceOf } from './collection.ts';
import { packDataOf } from './pack.ts';
import type { OwnDraft } from './phrase.ts';
import { PackRefusedError } from './refused.ts';

/** An organisation's pack as it is stored: packs in the format of the built-in ones. */
export interface OrganisationPack {
  /** Lower-case letters and digits; a pack of the same id is replaced. */
  readonly id: string;
  /** Name on the screen. */
  readonly name: string;
  /** A number that grows; 0 for a pack without one. */
  readonly version: number;
  readonly from: 'file' | 'address' | 'policy';
  /** ISO date on which it was imported. */
  readonly takenOn: string;
  readonly data: readonly unknown[];
}

/** A pack that has been read but not imported yet: its entries, and its problems. */
export interface ReadOrganisation {
  readonly name: string;
  readonly version: number;
  readonly data: readonly unknown[];
  readonly entries: number;
  readonly problems: readonly Words[];
}

const version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** A file of an organisation's pack: packs in the built-in format, or simple lines, or both. */
const documentSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  version: v.optional(version, 0),
  packs: v.optional(v.array(v.unknown()), []),
  entries: v.optional(v.array(v.unknown()), []),
});

export const organisationPackSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,20}$/)),
  name: v.string(),
  version,
  from: v.picklist(['file', 'address', 'policy']),
  takenOn: v.string(),
  data: v.array(v.unknown()),
});

/**
 * Reads an organisation's pack: {name, version, packs | entries}, or one pack in the built-in format, which is named
 * after its file. `id` and `today` (ISO date) go into its entries. Faulty parts are left out and reported. Throws
 * PackRefusedError if nothing of it can be used.
 */
export function readOrganisation(
  data: unknown,
  { id, fileName, today }: { id: string; fileName: string; today: string },
): ReadOrganisation {
  const single = typeof data === 'object' && data !== null && 'kind' in data;
  const name = fileName.replace(/\.[^.]+$/u, '').slice(0, 60) || '单位词库';
  const read = v.safeParse(documentSchema, single ? { name, packs: [data] } : data);
  if (!read.success) {
    throw new PackRefusedError(
      bilingual(
        '这个文件不是词库：应有 name（名称）和 entries（条目）或 packs（分类词库）。',
        'This file is no pack: it should have a name, and entries or packs.',
      ),
    );
  }
  const problems: Words[] = [];
  const drafts: { row: number; draft: OwnDraft }[] = [];
  read.output.entries.forEach((item, i) => {
    const values = new Map(
      isRecord(item) ? Object.entries(item).map(([key, value]) => [fieldOf(key), value]) : [],
    );
    const draft = draftFrom((field) => inWords(values.get(field)));
    take(rowOf(item) ?? i + 1, draft, drafts, problems);
  });
  const listed = organisationOf(read.output.name, drafts, { id, today });
  return usable(
    { name: read.output.name, version: read.output.version, data: [...read.output.packs, ...listed.data] },
    [...problems, ...listed.problems],
  );
}

/** The packs of an organisation, to be compiled. What has become unreadable since is left out. */
export function packsOf(organisation: OrganisationPack): Pack[] {
  return organisation.data.flatMap((data) => readPack(organisation.name, data).pack ?? []);
}

function organisationOf(
  name: string,
  drafts: readonly { readonly row: number; readonly draft: OwnDraft }[],
  { id, today }: { id: string; today: string },
): { data: unknown[]; problems: Words[] } {
  let next = 0;
  const nextId = () => `org-${id}-${++next}`;
  const merge = mergeDrafts(
    [],
    drafts.map(({ draft }) => withoutId(draft)),
    nextId,
  );
  const problems = merge.refused.map(({ index, fault }) => sentenceOf(fault, drafts[index]?.row));
  const origin = { topic: name, source: name };
  return { data: merge.phrases.length === 0 ? [] : [packDataOf(merge.phrases, origin, today)], problems };
}

function usable(
  read: { name: string; version: number; data: readonly unknown[] },
  faults: readonly Words[],
): ReadOrganisation {
  const problems = [...faults];
  let entries = 0;
  const kept: unknown[] = [];
  for (const data of read.data) {
    const { pack, problems: broken } = readPack(read.name, data);
    problems.push(...broken.map(({ message }) => message));
    if (pack === null || pack.items.length === 0) continue;
    entries += pack.items.length;
    kept.push(data);
  }
  if (entries === 0)
    throw new PackRefusedError(
      problems[0] ?? bilingual('这个词库里没有条目。', 'There are no entries in this pack.'),
    );
  return { ...read, data: kept, entries, problems };
}

/** The row of an item in the table that it comes from. */
function rowOf(item: unknown): number | undefined {
  return isRecord(item) && typeof item.row === 'number' ? item.row : undefined;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join('；');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function withoutId({ name, wrong, level, note, source }: OwnDraft): OwnDraft {
  return { name, wrong, level, note, source };
}
