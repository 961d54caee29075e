import { lowerBound } from '../common/lower-bound.ts';
import type { NumberedItem } from '../draft/types.ts';
import { type ListNumber, numberOf } from './list-number.ts';
import { isAt, type Point } from './point.ts';

/** A run of the text within one node. `at` is its offset in the node, `start` its offset in the text. */
interface Segment {
  readonly node: Node;
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

/** The text of a rich editor as its author sees it, and the DOM position of each part. */
export interface TextMap {
  /** Paragraphs are separated by one line feed. An inline element that is not text reads U+FFFC. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly listItems: readonly NumberedItem[];
}

/**
 * Stands for an image, a formula or a mention, so that no phrase matches across it and no edit deletes it.
 */
export const atom = '\ufffc';

const blockTags = new Set(
  (
    'P DIV H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD TABLE CAPTION THEAD TBODY TFOOT TR TD TH BLOCKQUOTE PRE SECTION ' +
    'ARTICLE ASIDE HEADER FOOTER MAIN NAV HR FIGURE FIGCAPTION ADDRESS DETAILS SUMMARY FORM FIELDSET HGROUP'
  ).split(' '),
);
const inlineTags = new Set(
  (
    'SPAN B STRONG I EM U A CODE MARK FONT SUB SUP S DEL INS SMALL BIG LABEL TIME ABBR CITE Q KBD VAR SAMP RUBY ' +
    'BDO BDI WBR STRIKE TT DFN DATA'
  ).split(' '),
);
const unreadTags = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT META LINK TITLE HEAD RT RP'.split(' '));
const atomTags = new Set(
  'IMG INPUT TEXTAREA SELECT BUTTON VIDEO AUDIO CANVAS SVG svg IFRAME OBJECT EMBED MATH math'.split(' '),
);

/** Invisible characters that an editor inserts for its own use. */
const zeroWidth = /[\u200b\u2060\ufeff]/;
/** Characters that need care where white space is preserved, and where it collapses. */
const specialPreserved = /[\u200b\u2060\ufeff\n]/g;
const specialCollapsed = /[\u200b\u2060\ufeff \t\n\r\f]/g;

/**
 * Reads an editor's element. Leaves out zero-width characters, trailing `<br>`, collapsed white space and
 * non-editable parts (editable parts inside those are read, as in the tables of CKEditor 5). If a child
 * matches `gap`, only the longest run of children without one is read.
 */
export function readTextMap(root: HTMLElement, gap?: string): TextMap {
  const reader = new Reader();
  const view = root.ownerDocument.defaultView;
  const preserve = view?.getComputedStyle(root).whiteSpace.startsWith('normal') !== true;
  const isLocked = !root.isContentEditable && root.ownerDocument.designMode !== 'on';
  if (isLocked) reader.readIsland(root, true, preserve);
  else reader.readNodes(gap === undefined ? root.firstChild : longestRun(root, gap), preserve, gap);
  return { text: reader.text, segments: reader.segments, listItems: reader.listItems };
}

/** The first child of the longest run without a gap. */
function longestRun(root: HTMLElement, gap: string): Node | null {
  let longest: Node | null = root.firstChild;
  let most = 0;
  let first: Node | null = null;
  let length = 0;
  for (const child of root.childNodes) {
    const isGap = child.nodeType === 1 && (child as Element).matches(gap);
    length = isGap ? 0 : length + 1;
    if (length === 1) first = child;
    if (length <= most) continue;
    most = length;
    longest = first;
  }
  return longest;
}

class Reader {
  text = '';
  readonly segments: Segment[] = [];
  readonly listItems: NumberedItem[] = [];
  private paragraphs = 0;
  private open = false;
  /** A `<br>` that breaks the line only if something follows it in its block. */
  private heldBreak = false;
  /** Collapsed white space that counts only if something follows it in its line. */
  private heldSpace: Point | null = null;

  read(element: Element, preserve: boolean): void {
    this.readNodes(element.firstChild, preserve);
  }

  /** Reads a node and its following siblings, up to a gap. */
  readNodes(first: Node | null, preserve: boolean, gap?: string): void {
    for (let node = first; node !== null; node = node.nextSibling) {
      if (gap !== undefined && node.nodeType === 1 && (node as Element).matches(gap)) break;
      if (node.nodeType === 3) this.readText(node as Text, preserve);
      else if (node.nodeType === 1) this.readElement(node as Element, preserve);
    }
  }

  private readElement(element: Element, preserve: boolean): void {
    const tag = element.tagName;
    if (tag === 'BR') {
      this.readBreak(element);
      return;
    }
    // Most elements have no attribute, and each of the following queries is a call into the browser.
    const isBare = !element.hasAttributes();
    if (unreadTags.has(tag) || (!isBare && element.hasAttribute('hidden'))) return;
    if (!isBare && isHelper(element)) return;
    if (atomTags.has(tag)) {
      // ProseMirror and TinyMCE mark a caret position with an empty image.
      if (!element.classList.contains('ProseMirror-separator')) this.placeAtom();
      return;
    }
    const block = isBlock(element, tag);
    if (!isBare && element.getAttribute('contenteditable') === 'false' && !isLockedTable(element)) {
      this.readIsland(element, block, preserve);
      return;
    }
    if (block) this.closeParagraph();
    const number = tag === 'LI' ? numberOf(element) : null;
    const before = this.text.length;
    const place = this.listItems.length;
    this.read(element, preserve || tag === 'PRE');
    if (number !== null) this.placeNumbered(number, before, place);
    if (block) this.closeParagraph();
  }

  /** Adds an item that the editor numbers, before those nested in it. An empty item is left out. */
  private placeNumbered(number: ListNumber, before: number, place: number): void {
    const start = this.text.charAt(before) === '\n' ? before + 1 : before;
    const end = this.text.length;
    if (end > start) this.listItems.splice(place, 0, { start, end, ...number });
  }

  /** Reads only what is editable inside a non-editable part. */
  readIsland(element: Element, block: boolean, preserve: boolean): void {
    const inner = element.querySelectorAll('[contenteditable="true"], [contenteditable=""]');
    if (block || inner.length > 0) this.closeParagraph();
    for (const editable of inner) {
      const around = editable.parentElement?.closest('[contenteditable]') ?? element;
      if (around !== element && element.contains(around)) continue;
      this.closeParagraph();
      this.read(editable, preserve);
      this.closeParagraph();
    }
    const hasWords = !block && inner.length === 0 && (element.textContent ?? '').trim() !== '';
    if (hasWords && !isOutOfFlow(element)) this.placeAtom();
  }

  private readBreak(element: Element): void {
    const parent = element.parentNode;
    if (this.heldBreak) this.text += '\n';
    const empty = !this.open || this.heldBreak;
    this.startParagraph();
    this.heldBreak = true;
    this.heldSpace = null;
    if (empty && parent !== null) {
      const at = Array.prototype.indexOf.call(parent.childNodes, element);
      this.segments.push({ node: parent, at, start: this.text.length, length: 0 });
    }
  }

  private placeAtom(): void {
    this.startLine();
    this.text += atom;
  }

  private readText(node: Text, preserve: boolean): void {
    const { data } = node;
    const special = preserve ? specialPreserved : specialCollapsed;
    if (data.search(special) === -1) {
      this.readWords(node, 0, data.length);
      return;
    }
    let from = 0;
    for (const { 0: unit, index: at } of data.matchAll(special)) {
      this.readWords(node, from, at);
      from = at + 1;
      if (zeroWidth.test(unit)) continue;
      if (preserve) this.breakLine(node, at);
      else this.holdSpace(node, at);
    }
    this.readWords(node, from, data.length);
  }

  /** Reads a stretch of a node without special characters. */
  private readWords(node: Text, from: number, to: number): void {
    if (from === to) return;
    this.startLine();
    this.place(node, from, node.data.slice(from, to));
  }

  /** Collapsed white space: dropped at the start of a line, and only the first of several in a row counts. */
  private holdSpace(node: Text, at: number): void {
    if (this.open && !this.heldBreak && this.heldSpace === null) this.heldSpace = { node, offset: at };
  }

  /** A line feed that counts (white-space: pre-wrap); at the end of a block it is dropped. */
  private breakLine(node: Text, at: number): void {
    this.startLine();
    this.heldBreak = true;
    this.segments.push({ node, at: at + 1, start: this.text.length + 1, length: 0 });
  }

  private place(node: Text, at: number, words: string): void {
    this.segments.push({ node, at, start: this.text.length, length: words.length });
    // Editors write a no-break space beside another space; the author typed a plain one.
    this.text += words.includes('\u00a0') ? words.replaceAll('\u00a0', ' ') : words;
  }

  private startLine(): void {
    this.startParagraph();
    if (this.heldBreak) {
      this.text += '\n';
      this.heldBreak = false;
      this.heldSpace = null;
    }
    const space = this.heldSpace;
    if (space !== null) {
      this.heldSpace = null;
      this.segments.push({ node: space.node, at: space.offset, start: this.text.length, length: 1 });
      this.text += ' ';
    }
  }

  private startParagraph(): void {
    if (this.open) return;
    if (this.paragraphs > 0) this.text += '\n';
    this.paragraphs++;
    this.open = true;
    this.heldBreak = false;
    this.heldSpace = null;
  }

  private closeParagraph(): void {
    this.open = false;
    this.heldBreak = false;
    this.heldSpace = null;
  }
}

/** Helper elements of TinyMCE, wangEditor's list markers, and the marks of Markdown that Vditor hides. */
function isHelper(element: Element): boolean {
  return element.matches('[data-mce-bogus="all"], [data-w-e-reserve], .vditor-ir__marker');
}

/** wangEditor makes its tables non-editable while the selection is outside them. */
function isLockedTable(element: Element): boolean {
  return element.tagName === 'TABLE' && element.closest('[data-slate-editor]') !== null;
}

function isBlock(element: Element, tag: string): boolean {
  if (blockTags.has(tag)) return true;
  if (inlineTags.has(tag)) return false;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'inline';
  return !display.startsWith('inline') && display !== 'contents';
}

/** True for an element out of the flow, such as Slate's placeholder. */
function isOutOfFlow(element: Element): boolean {
  const position = element.ownerDocument.defaultView?.getComputedStyle(element).position;
  return position === 'absolute' || position === 'fixed';
}

/** The DOM position of a text offset (UTF-16). `side` chooses between two adjoining nodes. */
export function pointAt(map: TextMap, offset: number, side: 'start' | 'end'): Point | null {
  const { segments } = map;
  const next = lowerBound(segments.length, (at) => (segments[at]?.start ?? 0) <= offset);
  // The last segment that starts at or before the offset.
  const last = Math.max(0, next - 1);
  let segment = segments[last];
  if (segment === undefined) return null;
  if (side === 'end' && segment.start === offset && offset > 0 && map.text.charAt(offset - 1) !== '\n') {
    for (let at = last; at >= 0; at--) {
      const before = segments[at];
      if (before !== undefined && before.start < offset) {
        segment = before;
        break;
      }
    }
  }
  const inside = Math.min(Math.max(0, offset - segment.start), segment.length);
  return { node: segment.node, offset: segment.at + inside };
}

/**
 * The DOM range of a span of the text (UTF-16), or null if the text is empty. Returns `known` if it is at
 * that place already.
 */
export function rangeOf(map: TextMap, start: number, end: number, known?: Range): Range | null {
  const from = pointAt(map, start, start === end ? 'end' : 'start');
  const to = start === end ? from : pointAt(map, end, 'end');
  const document = from?.node.ownerDocument;
  if (from === null || to === null || document === null || document === undefined) return null;
  if (known !== undefined && isAt(known, from, to)) return known;
  const range = document.createRange();
  try {
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
  } catch (error) {
    // The editor has replaced the node since the text was read.
    if (error instanceof DOMException) return null;
    throw error;
  }
  return range;
}

/**
 * The text offset (UTF-16) of a DOM position inside the editor; between paragraphs, the end of the previous
 * one.
 */
export function offsetOf(map: TextMap, node: Node, offset: number): number | null {
  let point: Point = { node, offset };
  for (;;) {
    const child: Node | undefined =
      point.node.nodeType === 1 ? point.node.childNodes[point.offset] : undefined;
    if (child === undefined || child.nodeName === 'BR') break;
    point = { node: child, offset: 0 };
  }
  const here = node.ownerDocument?.createRange();
  if (here === undefined || map.segments.length === 0) return map.segments.length === 0 ? 0 : null;
  here.setStart(point.node, point.offset);
  const next = lowerBound(map.segments.length, (at) => {
    const segment = map.segments[at];
    return segment !== undefined && here.comparePoint(segment.node, segment.at) <= 0;
  });
  const segment = map.segments[Math.max(0, next - 1)];
  if (segment === undefined) return null;
  if (segment.node !== point.node) return segment.start + segment.length;
  return segment.start + Math.min(Math.max(0, point.offset - segment.at), segment.length);
}
