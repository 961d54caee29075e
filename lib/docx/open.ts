import type { Document } from '@xmldom/xmldom';
import { byLine, type Change } from '../draft/changes.ts';
import type { Span } from '../draft/types.ts';
import { comment, openComments, withComments } from './comments.ts';
import { readLines } from './lines.ts';
import { type Parts, pack, relationsOf, unpack } from './parts.ts';
import { lineAt, piecesIn } from './place.ts';
import { editPlainly } from './plain.ts';
import { idsOf, partRuns, runOf } from './runs.ts';
import { followTwins, twinBoxes } from './text-boxes.ts';
import { editTracked, type Reviser } from './tracked.ts';
import { UnusableDocxError } from './unusable.ts';
import { parseXml, xmlBytes } from './xml.ts';

/** A sentence about words of the document, to be written as a comment. Offsets of its text. */
export interface Remark extends Span {
  readonly sentence: string;
}

export interface WriteOptions {
  /** As tracked changes, each with its reasons as a comment; or plainly. */
  readonly manner: 'tracked' | 'plain';
  readonly remarks?: readonly Remark[];
  /** When the changes were made. */
  readonly at: Date;
}

/** A .docx opened for reading and for changing words in place. */
export interface Docx {
  /** Paragraphs parted by `\n`. */
  readonly text: string;
  /**
   * The file with the changes made: styles, tables and notes stay as they are. Null where the changes add or take away
   * paragraphs: only words within them can be changed.
   */
  written(changes: readonly Change[], options: WriteOptions): Uint8Array<ArrayBuffer> | null;
}

/** Who signs revisions and comments. */
const author = '稿准';

/**
 * Opens a .docx.
 * @throws UnusableDocxError
 */
export function openDocx(bytes: Uint8Array): Docx {
  const parts = unpack(bytes);
  const main = mainPart(parts);
  const part = parts[main];
  if (part === undefined) throw new UnusableDocxError('textless');
  const { text } = readLines(parseMain(part));
  return {
    text,
    written(changes, options) {
      const parted = byLine(text, changes);
      if (parted === null) return null;
      if (parted.length === 0 && (options.remarks ?? []).length === 0) return pack(parts);
      return pack(changed(parts, main, parseMain(part), parted, options));
    },
  };
}

function changed(
  parts: Parts,
  main: string,
  document: Document,
  changes: readonly Change[],
  { manner, remarks = [], at }: WriteOptions,
): Parts {
  const root = document.documentElement;
  if (root === null) return parts;
  const by: Reviser = { author, date: wordTime(at) };
  const comments = openComments(parts, main, root);
  const nextId = idsOf([document, comments.document]);
  const twins = twinBoxes(document);
  partRuns(readLines(document).lines, [...changes, ...remarks], nextId);
  const { lines } = readLines(document);
  // Found before anything is changed: words that are deleted are no text any more.
  const noted = remarks.flatMap((remark) => {
    const line = lineAt(lines, remark);
    const pieces =
      line === undefined ? [] : piecesIn(line, { ...remark, end: Math.min(remark.end, line.end) });
    const near = line?.pieces.find((piece) => piece.end === remark.start || piece.start === remark.start);
    const first = pieces[0] ?? near;
    const last = pieces[pieces.length - 1] ?? near;
    if (first === undefined || last === undefined) return [];
    return [{ first: runOf(first), last: runOf(last), sentence: remark.sentence }];
  });
  for (const change of changes) {
    if (manner === 'plain') {
      editPlainly(lines, change);
      continue;
    }
    const runs = editTracked(lines, change, by, nextId);
    if (runs !== null && change.reasons.length > 0) {
      comment({ comments, by, id: nextId() }, runs, change.reasons);
    }
  }
  for (const { sentence, ...runs } of noted) {
    if (root.contains(runs.first) && root.contains(runs.last))
      comment({ comments, by, id: nextId() }, runs, [sentence]);
  }
  followTwins(twins);
  return withComments({ ...parts, [main]: xmlBytes(document) }, main, comments);
}

/** The part that the package names as its document. */
function mainPart(parts: Parts): string {
  try {
    const named = relationsOf(parts, '').find(({ type }) => type.endsWith('/officeDocument'));
    return named?.part ?? 'word/document.xml';
  } catch (cause) {
    throw new UnusableDocxError('none', { cause });
  }
}

function parseMain(part: Uint8Array): Document {
  try {
    return parseXml(part);
  } catch (cause) {
    throw new UnusableDocxError('damaged', { cause });
  }
}

function wordTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, 19)}Z`;
}
