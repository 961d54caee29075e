import type { Document, Element, Node } from '@xmldom/xmldom';
import { isElement, isNamed, isWord } from './xml.ts';

const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** A piece of text (`w:t`, a tab, a break), with its offsets in the document's text. */
export interface Piece {
  readonly node: Element;
  readonly start: number;
  readonly end: number;
}

/** A paragraph, with its offsets in the document's text. */
export interface Line {
  readonly paragraph: Element;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

interface Reading {
  readonly paragraph: Element;
  text: string;
  readonly pieces: { readonly node: Element; readonly start: number; readonly length: number }[];
}

/**
 * Reads the document's paragraphs in reading order, separated by `\n`. A paragraph's text leaves out nested
 * paragraphs: those of a text box become separate lines after the paragraph that holds its anchor.
 */
export function readLines(document: Document): { text: string; lines: Line[] } {
  const read: Reading[] = [];
  readInto(document.documentElement, null, read);
  let start = 0;
  const lines = read.map(({ paragraph, text, pieces }) => {
    const from = start;
    start += text.length + 1;
    return {
      paragraph,
      start: from,
      end: from + text.length,
      pieces: pieces.map((piece) => ({
        node: piece.node,
        start: from + piece.start,
        end: from + piece.start + piece.length,
      })),
    };
  });
  return { text: read.map(({ text }) => text).join('\n'), lines };
}

function readInto(node: Node | null, line: Reading | null, lines: Reading[]): void {
  if (!isElement(node) || isHidden(node)) return;
  let own = line;
  if (isNamed(node, 'p')) {
    own = { paragraph: node, text: '', pieces: [] };
    lines.push(own);
  } else if (own !== null && isWord(node)) {
    const written = writtenText(node);
    if (written !== '') own.pieces.push({ node, start: own.text.length, length: written.length });
    own.text += written;
  }
  for (let child = node.firstChild; child !== null; child = child.nextSibling) readInto(child, own, lines);
}

/**
 * What Word does not show: the fallback form of a text box, and words deleted or moved away by a revision.
 */
function isHidden(element: Element): boolean {
  if (element.namespaceURI === compatibilityNamespace) return element.localName === 'Fallback';
  return isNamed(element, 'del', 'moveFrom');
}

function writtenText(node: Element): string {
  switch (node.localName) {
    case 't':
      // Word shows a line feed within a `w:t` as a space.
      return (node.textContent ?? '').replace(/[\r\n]/gu, ' ');
    case 'tab':
      // The definition of a tab stop has the same name as a tab in the text.
      return isNamed(node.parentNode, 'r') ? '\t' : '';
    case 'br':
    case 'cr':
      return ' ';
    default:
      return '';
  }
}
