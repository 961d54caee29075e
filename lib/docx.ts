import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Edit } from './draft/types.ts';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const mainPart = 'word/document.xml';

/** A .docx opened for reading and for changing words in place. */
export interface Docx {
  /** Paragraphs parted by `\n`. */
  readonly text: string;
  /** The file with the edits made (offsets of `text`, sorted, not overlapping): styles, tables and notes stay as they are. */
  withEdits(edits: readonly Edit[]): Uint8Array;
}

/** A piece of text of the document and where it stands in `text`. */
interface Piece {
  readonly node: Element;
  readonly start: number;
  readonly end: number;
}

/**
 * Opens a .docx.
 * @throws Error with one sentence in Chinese when the bytes are no Word document
 */
export function openDocx(bytes: Uint8Array): Docx {
  const parts = unzip(bytes);
  const main = parts[mainPart];
  if (main === undefined) throw new Error('这个文件不是 Word 文档（缺少正文部分）。');
  const document = new DOMParser().parseFromString(strFromU8(main), 'text/xml');
  const { text } = readPieces(document);
  return {
    text,
    withEdits(edits) {
      const changed = new DOMParser().parseFromString(strFromU8(main), 'text/xml');
      const fresh = readPieces(changed).pieces;
      for (const edit of [...edits].reverse()) applyEdit(fresh, edit);
      const xml = new XMLSerializer().serializeToString(changed);
      return zipSync({ ...parts, [mainPart]: strToU8(xml) });
    },
  };
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (cause) {
    throw new Error('这个文件不是 Word 文档（.docx），或已经损坏。', { cause });
  }
}

function readPieces(document: Document): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const lines: string[] = [];
  let length = 0;
  for (const paragraph of Array.from(document.getElementsByTagNameNS(wordNamespace, 'p'))) {
    // A paragraph that holds paragraphs (a text box) is read through those.
    if (paragraph.getElementsByTagNameNS(wordNamespace, 'p').length > 0) continue;
    let line = '';
    for (const node of Array.from(paragraph.getElementsByTagNameNS(wordNamespace, '*'))) {
      const written = writtenText(node);
      if (written === '') continue;
      if (node.localName === 't')
        pieces.push({ node, start: length + line.length, end: length + line.length + written.length });
      line += written;
    }
    lines.push(line);
    length += line.length + 1;
  }
  return { text: lines.join('\n'), pieces };
}

function writtenText(node: Element): string {
  switch (node.localName) {
    case 't':
      return node.textContent ?? '';
    case 'tab':
      // A tab stop's definition has the same name as a tab in the text.
      return node.parentNode?.nodeName.endsWith(':r') ? '\t' : '';
    case 'br':
    case 'cr':
      return ' ';
    default:
      return '';
  }
}

/** Puts the new words where the old ones began, in their formatting; what follows in other runs loses only what was replaced. */
function applyEdit(pieces: readonly Piece[], edit: Edit): void {
  const touched = pieces.filter((piece) => piece.start <= edit.end && piece.end >= edit.start);
  const first = touched.find((piece) => piece.end > edit.start) ?? touched.at(-1);
  if (first === undefined) return;
  for (const piece of touched) {
    const old = piece.node.textContent ?? '';
    const from = Math.max(0, edit.start - piece.start);
    const to = Math.max(from, Math.min(old.length, edit.end - piece.start));
    const put = piece === first ? edit.text : '';
    if (to === from && put === '') continue;
    piece.node.textContent = old.slice(0, from) + put + old.slice(to);
    piece.node.setAttribute('xml:space', 'preserve');
  }
}
