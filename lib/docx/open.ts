import type { Document } from '@xmldom/xmldom';
import { byLine, type Change } from '../draft/changes.ts';
import type { Span } from '../draft/types.ts';
import { comment, openComments, withComments } from './comments.ts';
import { readLines } from './document-lines.ts';
import { type Parts, pack, relationsOf, unpack } from './parts.ts';
import { lineAt, piecesIn } from './place.ts';
import { editPlainly } from './plain-edits.ts';
import { idsOf, runOf, splitRuns } from './runs.ts';
import { followTwins, twinBoxes } from './text-boxes.ts';
import { editTracked, type Reviser } from './tracked-edits.ts';
import { UnusableDocxError } from './unusable.ts';
import { parseXml, xmlBytes } from './xml.ts';

/** A sentence about a span of the document's text, to be written as a comment. */
export interface Remark extends Span {
  readonly sentence: string;
}

export interface WriteOptions {
  /** As tracked changes, each with its reasons as a comment; or as plain edits. */
  readonly manner: 'tracked' | 'plain';
  readonly remarks?: readonly Remark[];
  readonly at: Date;
}

/** An open .docx, whose words can be read and changed in place. */
export interface Docx {
  /** Paragraphs, separated by `\n`. */
  readonly text: string;
  /**
   * The file with the changes; styles, tables and notes stay as they are. Null if the changes add or remove
   * paragraphs: only words within paragraphs can be changed.
   */
  written(changes: readonly Change[], options: WriteOptions): Uint8Array<ArrayBuffer> | null;
}

/** The author of revisions and comments. */
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
      const byParagraph = byLine(text, changes);
      if (byParagraph === null) return null;
      if (byParagraph.length === 0 && (options.remarks ?? []).length === 0) return pack(parts);
      return pack(changed(parts, main, parseMain(part), byParagraph, options));
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
  splitRuns(readLines(document).lines, [...changes, ...remarks], nextId);
  const { lines } = readLines(document);
  // Before any change: deleted words are no longer part of the text.
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

/** The name of the part that the package declares as its document. */
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
