import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../../lib/common/base64.ts';
import { isRecord } from '../../../lib/common/is-record.ts';
import { type Change, withChange } from '../../../lib/draft/changes.ts';
import { applyEdits, difference } from '../../../lib/draft/text-edits.ts';
import { numbered as numbers } from '../../../lib/messaging/fields.ts';
import type { MadeChange } from '../../../lib/messaging/page-requests.ts';
import { withPlainEnds } from '../../../lib/text-file/line-ends.ts';
import type { GiveBack } from './give-back.ts';
import type { Source } from './read-file.ts';
import { newSheet, type Sheet } from './sheet.ts';

/** What stays of the desk when its views are closed. */
export interface KeptDesk {
  readonly sheet: Sheet;
  /** What fixes have changed in its text, in text order. */
  readonly made: readonly MadeChange[];
  readonly manner: GiveBack['manner'];
  readonly remarks: boolean;
}

/** The origin of a record. */
export interface Stamp {
  /** The view that wrote it. */
  readonly by: string;
  readonly revision: string;
  /** The revision that it was made from; '' for none. */
  readonly base: string;
}

/** The record of a desk, without the bytes of its file. Null stands for a text that equals the one before it. */
export function recordOf({ sheet, made, manner, remarks }: KeptDesk, stamp: Stamp): Record<string, unknown> {
  const { name, draftKey, origin, text, changes, source } = sheet;
  return {
    ...stamp,
    name,
    draftKey,
    text,
    origin: origin === text ? null : origin,
    changes,
    source: sourceRecord(source, origin),
    made,
    manner,
    remarks,
  };
}

function sourceRecord(source: Source, origin: string): Record<string, unknown> {
  if (source.kind === 'docx') {
    const { id, numbered } = source;
    return { kind: source.kind, id, ...(numbered === undefined ? {} : { numbered }) };
  }
  if (source.kind === 'typed') return { kind: source.kind };
  const { kind, raw, encoding } = source;
  return { kind, raw: raw === origin ? null : raw, encoding };
}

const words = v.fallback(v.optional(v.string()), undefined);
/** A damaged text is undefined. */
const textOrSame = v.fallback(v.optional(v.nullable(v.string())), undefined);
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const change = v.object({
  start: place,
  end: place,
  text: v.string(),
  reasons: v.fallback(v.array(v.string()), []),
});

const madeChange = v.object({
  start: place,
  end: place,
  before: v.string(),
  after: v.string(),
  reason: v.fallback(v.string(), ''),
});

const storedSource = v.variant('kind', [
  v.object({ kind: v.literal('typed') }),
  v.object({
    kind: v.literal('text'),
    raw: textOrSame,
    encoding: v.fallback(
      v.picklist(['utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be', 'gb18030'] as const),
      'utf-8',
    ),
  }),
  v.object({ kind: v.literal('docx'), id: v.string(), numbered: v.fallback(numbers, undefined) }),
]);

const storedDesk = v.object({
  by: v.fallback(v.string(), ''),
  revision: v.fallback(v.string(), ''),
  base: v.fallback(v.string(), ''),
  name: v.fallback(v.string(), ''),
  draftKey: words,
  text: words,
  origin: textOrSame,
  changes: v.fallback(v.array(v.unknown()), []),
  source: v.fallback(storedSource, { kind: 'typed' }),
  made: v.fallback(v.array(v.unknown()), []),
  manner: v.fallback(v.picklist(['tracked', 'plain'] as const), 'tracked'),
  remarks: v.fallback(v.boolean(), false),
});
type StoredDesk = v.InferOutput<typeof storedDesk>;

/**
 * Reads a record, field by field. Its .docx has no bytes yet. Null if there is none, or neither its text nor the text
 * that it was made from is readable.
 */
export function readRecord(raw: unknown): { readonly kept: KeptDesk; readonly stamp: Stamp } | null {
  if (!isRecord(raw)) return null;
  const stored = v.parse(storedDesk, raw);
  const sheet = sheetOf(stored);
  if (sheet === null) return null;
  const { by, revision, base, manner, remarks } = stored;
  const made = madeIn(stored.made, sheet.text);
  return { kept: { sheet, made, manner, remarks }, stamp: { by, revision, base } };
}

function sheetOf(stored: StoredDesk): Sheet | null {
  const { name, source } = stored;
  const origin = originOf(stored);
  const made = origin === undefined ? [] : changesIn(stored.changes, origin);
  const text = stored.text ?? (origin === undefined ? undefined : applyEdits(origin, made));
  if (text === undefined) return null;
  // Changes of a text that is lost cannot be written into its file.
  const sheet = newSheet(
    origin ?? text,
    name,
    origin === undefined ? { kind: 'typed' } : sourceOf(source, origin),
  );
  const { draftKey = sheet.draftKey } = stored;
  return { ...sheet, draftKey, text, changes: leadingTo(text, made, sheet) };
}

function originOf({ origin, text, source }: StoredDesk): string | undefined {
  if (origin === null) return text;
  if (origin !== undefined) return origin;
  return source.kind === 'text' && typeof source.raw === 'string' ? withPlainEnds(source.raw) : undefined;
}

/** The changes that are well-formed, sorted and within the text. */
function changesIn(stored: readonly unknown[], origin: string): Change[] {
  const changes: Change[] = [];
  for (const one of stored) {
    const from = changes.at(-1)?.end ?? 0;
    if (v.is(change, one) && from <= one.start && one.start <= one.end && one.end <= origin.length) {
      changes.push(v.parse(change, one));
    }
  }
  return changes;
}

/** What fixes have changed, as far as it is well-formed and stands in the text. */
function madeIn(stored: readonly unknown[], text: string): MadeChange[] {
  return stored.flatMap((one) => {
    if (!v.is(madeChange, one) || one.end > text.length) return [];
    return text.slice(one.start, one.end) === one.after ? [v.parse(madeChange, one)] : [];
  });
}

/** The changes, completed by what is missing in them; for a typed text there may be none. */
function leadingTo(text: string, changes: readonly Change[], { origin, source }: Sheet): readonly Change[] {
  if (source.kind === 'typed' && changes.length === 0) return [];
  const made = applyEdits(origin, changes);
  return made === text ? changes : withChange(origin, changes, difference(made, text));
}

function sourceOf(source: StoredDesk['source'], origin: string): Source {
  if (source.kind === 'typed') return source;
  if (source.kind === 'docx') return { ...source, bytes: null };
  const { kind, encoding } = source;
  return { kind, encoding, raw: source.raw ?? origin };
}

const storedFile = v.object({ id: v.string(), data: v.string() });

/** The record of a file's bytes. */
export function fileRecord(id: string, bytes: Uint8Array): Record<string, unknown> {
  return { id, data: toBase64(bytes) };
}

/** The bytes of the file with this id; null if the record holds another, or is damaged. */
export function readFileRecord(raw: unknown, id: string): Uint8Array | null {
  const stored = v.safeParse(storedFile, raw);
  return stored.success && stored.output.id === id ? fromBase64(stored.output.data) : null;
}
