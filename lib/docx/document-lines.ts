import type { Document, Element, Node } from '@xmldom/xmldom';
import { readFields } from './fields.ts';
import type { ListNumber } from './numbering.ts';
import { listCounter } from './numbering.ts';
import { isHiddenText, readStyles, type Styles } from './styles.ts';
import { writtenText } from './written-text.ts';
import { childNamed, isElement, isNamed, isWord } from './xml.ts';

const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** A piece of text (`w:t`, a tab, a break), with its offsets in the document's text. */
export interface Piece {
  readonly node: Element;
  readonly start: number;
  readonly end: number;
}

/**
 * A paragraph as Word shows it, with its offsets in the document's text. Manual line breaks are `\n` within it; of
 * paragraphs whose marks are deleted under revision it holds several.
 */
export interface Line {
  /** The last of its paragraphs, whose mark it has. */
  readonly paragraph: Element;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** The number that Word computes for it; null if it has none. */
  readonly number: ListNumber | null;
}

/** The parts that say how the paragraphs of a document are shown; null for one that is not there. */
export interface Look {
  readonly styles: Document | null;
  readonly numbering: Document | null;
}

interface Reading {
  paragraph: Element;
  text: string;
  readonly pieces: { readonly node: Element; readonly start: number; readonly length: number }[];
}

/**
 * Reads the document's paragraphs in reading order, separated by `\n`: what Word shows, without the numbers that it
 * computes. A paragraph's text leaves out nested paragraphs: those of a text box become separate lines after the
 * paragraph that holds its anchor.
 */
export function readLines(document: Document, look: Look): { text: string; lines: Line[] } {
  const styles = readStyles(look.styles);
  const counter = listCounter(look.numbering, styles);
  const read = new Reader(document, styles).lines;
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
      number: counter.next(childNamed(paragraph, 'pPr')),
    };
  });
  return { text: read.map(({ text }) => text).join('\n'), lines };
}

class Reader {
  readonly lines: Reading[] = [];
  private readonly styles: Styles;
  private readonly codes: ReadonlySet<Element>;
  private properties: { readonly of: Element; readonly found: Element | undefined } | null = null;
  /** By container (a body, a cell, a text box): the line that goes on in its next paragraph. */
  private readonly open = new Map<Element, Reading>();

  constructor(document: Document, styles: Styles) {
    this.styles = styles;
    this.codes = readFields(document).codes;
    this.read(document.documentElement, null);
  }

  private read(node: Node | null, line: Reading | null): void {
    if (!isElement(node) || isLeftOut(node)) return;
    let own = line;
    if (isNamed(node, 'p')) {
      this.readParagraph(node);
      return;
    }
    if (isNamed(node, 'tbl')) this.open.delete(containerOf(node));
    if (own !== null && isNamed(node, 'r') && this.isHidden(node, own.paragraph)) own = null;
    else if (own !== null && isWord(node)) this.add(node, own);
    // An anchor in hidden text hides its box as well.
    if (own === null && line !== null) return;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.read(child, own);
  }

  private readParagraph(paragraph: Element): void {
    const container = containerOf(paragraph);
    const joined = this.open.get(container);
    this.open.delete(container);
    const line = joined ?? { paragraph, text: '', pieces: [] };
    line.paragraph = paragraph;
    if (joined === undefined) this.lines.push(line);
    for (let child = paragraph.firstChild; child !== null; child = child.nextSibling) this.read(child, line);
    if (this.isMarkGone(paragraph)) this.open.set(container, line);
  }

  private add(node: Element, line: Reading): void {
    const written = this.codes.has(node) ? '' : writtenText(node);
    if (written === '') return;
    line.pieces.push({ node, start: line.text.length, length: written.length });
    line.text += written;
  }

  private isHidden(run: Element, paragraph: Element): boolean {
    return isHiddenText(this.styles, childNamed(run, 'rPr'), this.propertiesOf(paragraph));
  }

  /** The `w:pPr` of a paragraph, asked for by each of its runs: one without any would be searched to its end each time. */
  private propertiesOf(paragraph: Element): Element | undefined {
    if (this.properties?.of !== paragraph)
      this.properties = { of: paragraph, found: childNamed(paragraph, 'pPr') };
    return this.properties.found;
  }

  /** Whether the paragraph's mark is deleted or moved away by a revision, or hidden: its words run on in the next. */
  private isMarkGone(paragraph: Element): boolean {
    const properties = this.propertiesOf(paragraph);
    const mark = childNamed(properties, 'rPr');
    if (mark !== undefined && (childNamed(mark, 'del') ?? childNamed(mark, 'moveFrom')) !== undefined)
      return true;
    return isHiddenText(this.styles, mark, properties);
  }
}

/** What paragraphs must share to run on in each other: the body, a cell or a text box. */
function containerOf(block: Element): Element {
  let container = block;
  for (let at: Node | null = block.parentNode; isElement(at); at = at.parentNode) {
    container = at;
    if (isNamed(at, 'body', 'tc', 'txbxContent')) break;
  }
  return container;
}

/**
 * What Word does not show: the fallback form of a text box, words deleted or moved away by a revision, and the reading
 * aid (拼音指南) above words.
 */
function isLeftOut(element: Element): boolean {
  if (element.namespaceURI === compatibilityNamespace) return element.localName === 'Fallback';
  return isNamed(element, 'del', 'moveFrom', 'rt');
}
