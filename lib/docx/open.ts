import type { Document } from '@xmldom/xmldom';
import { TooMuchXmlError } from '../common/xml-size.ts';
import { byLine, type Change } from '../draft/changes.ts';
import type { NumberedItem } from '../draft/types.ts';
import { type Line, type Look, readLines } from './document-lines.ts';
import { mainOf, type Parts, pack, readableRelations, unpack } from './parts.ts';
import { UnusableDocxError } from './unusable.ts';
import { type WriteOptions, writeChanges } from './write-changes.ts';
import { parseXml, UnreadableXmlError } from './xml.ts';

export type { Remark, WriteOptions } from './write-changes.ts';

/** An open .docx, whose words can be read and changed in place. */
export interface Docx {
  /** Paragraphs, separated by `\n`; a manual line break is `\n` as well. Without the numbers that Word computes. */
  readonly text: string;
  /** The paragraphs with numbers that Word computes (自动编号), with offsets of `text`. */
  readonly numbered: readonly NumberedItem[];
  /**
   * The file with the changes; styles, tables and notes stay as they are. Null if the changes add or remove
   * paragraphs or line breaks: only words within lines can be changed. Where no revision can stand, in content controls
   * and fields, words are changed plainly and a comment says so; words that Word would put back from data are left, and a
   * comment says so.
   * @throws UnusableDocxError if the part of the comments, or another that must be changed, is damaged
   */
  written(changes: readonly Change[], options: WriteOptions): Uint8Array<ArrayBuffer> | null;
}

/**
 * Opens a .docx, .docm or .dotx.
 * @throws UnusableDocxError
 */
export function openDocx(bytes: Uint8Array): Docx {
  const parts = unpack(bytes, 'text');
  const main = mainOf(parts);
  const part = parts[main];
  if (/^xl\//iu.test(main)) throw new UnusableDocxError('sheet');
  if (/^ppt\//iu.test(main)) throw new UnusableDocxError('slides');
  if (part === undefined) throw new UnusableDocxError('textless');
  const look = lookOf(parts, main);
  const { text, lines } = readLines(parseMain(part), look);
  return {
    text,
    numbered: numberedIn(text, lines),
    written(changes, options) {
      const byParagraph = byLine(text, changes);
      if (byParagraph === null) return null;
      const all = unpack(bytes, 'all');
      if (byParagraph.length === 0 && (options.remarks ?? []).length === 0) return pack(all);
      return pack(changed({ parts: all, main, document: parseMain(part), look }, byParagraph, options));
    },
  };
}

function changed(...work: Parameters<typeof writeChanges>): Parts {
  try {
    return writeChanges(...work);
  } catch (cause) {
    if (cause instanceof UnreadableXmlError || cause instanceof TooMuchXmlError)
      throw new UnusableDocxError('unwritable', { cause });
    throw cause;
  }
}

/** The parts that say how paragraphs are shown. A damaged one is as one that is not there. */
function lookOf(parts: Parts, main: string): Look {
  const relations = readableRelations(parts, main);
  const partOf = (type: string): Document | null => {
    const bytes = parts[relations.find((relation) => relation.type.endsWith(type))?.part ?? ''];
    try {
      return bytes === undefined ? null : parseXml(bytes);
    } catch {
      return null;
    }
  };
  return { styles: partOf('/styles'), numbering: partOf('/numbering') };
}

/** The numbers of the lines, each at the first word of its line. */
function numberedIn(text: string, lines: readonly Line[]): NumberedItem[] {
  return lines.flatMap(({ start, end, number }) => {
    if (number === null) return [];
    const words = start + (/^[\s\u3000]*/u.exec(text.slice(start, end))?.[0].length ?? 0);
    return [{ ...number, start: words, end }];
  });
}

/** A draft of the longest that is checked has some 200,000; parsed, this many take some 300 megabytes. */
const mostElements = 350_000;

/**
 * Parses the main part.
 * @throws UnusableDocxError if it is damaged, or no text of Word
 */
function parseMain(part: Uint8Array): Document {
  let document: Document;
  try {
    document = parseXml(part, mostElements);
  } catch (cause) {
    throw new UnusableDocxError(cause instanceof TooMuchXmlError ? 'heavy' : 'damaged', { cause });
  }
  const root = document.documentElement?.localName;
  if (root !== 'document') throw new UnusableDocxError('textless');
  return document;
}
