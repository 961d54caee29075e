import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Edit } from './draft/types.ts';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
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
  const xml = strFromU8(main);
  const { text } = readPieces(parseMain(xml));
  return {
    text,
    withEdits(edits) {
      const changed = parseMain(xml);
      const fresh = readPieces(changed).pieces;
      for (const edit of [...edits].reverse()) applyEdit(fresh, edit);
      const written = new XMLSerializer().serializeToString(changed);
      return zipSync({ ...parts, [mainPart]: strToU8(written) });
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

/** Left to itself the parser prints what is wrong to the console, and guesses on. */
function parseMain(xml: string): Document {
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  try {
    return new DOMParser({ onError }).parseFromString(xml.replace(/^\ufeff/u, ''), 'text/xml');
  } catch (cause) {
    throw new Error('这个 Word 文档的正文部分已经损坏，无法读取。', { cause });
  }
}

/** A paragraph while it is being read. `start` of a piece counts from the beginning of the paragraph. */
interface Line {
  text: string;
  readonly pieces: { readonly node: Element; readonly start: number }[];
}

/**
 * A paragraph's text is what stands in it, but not in a paragraph within it: those of a text box are lines of their
 * own, behind the paragraph that holds its anchor.
 */
function readPieces(document: Document): { text: string; pieces: Piece[] } {
  const lines: Line[] = [];
  readInto(document.documentElement, null, lines);
  const pieces: Piece[] = [];
  let before = 0;
  for (const line of lines) {
    for (const { node, start } of line.pieces) {
      const from = before + start;
      pieces.push({ node, start: from, end: from + (node.textContent ?? '').length });
    }
    before += line.text.length + 1;
  }
  return { text: lines.map((line) => line.text).join('\n'), pieces };
}

function readInto(node: Node | null, line: Line | null, lines: Line[]): void {
  if (node === null || !isElement(node) || isPassedOver(node)) return;
  let own = line;
  if (node.namespaceURI === wordNamespace) {
    if (node.localName === 'p') {
      own = { text: '', pieces: [] };
      lines.push(own);
    } else if (own !== null) {
      const written = writtenText(node);
      if (node.localName === 't' && written !== '') own.pieces.push({ node, start: own.text.length });
      own.text += written;
    }
  }
  for (let child = node.firstChild; child !== null; child = child.nextSibling) readInto(child, own, lines);
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** What Word does not show: the older form of a text box, and words that were deleted or moved away under revision. */
function isPassedOver({ namespaceURI, localName }: Element): boolean {
  if (namespaceURI === compatibilityNamespace) return localName === 'Fallback';
  return namespaceURI === wordNamespace && (localName === 'del' || localName === 'moveFrom');
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
