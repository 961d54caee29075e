import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Element, Node, Text } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, type RenderElementProps, type RenderLeafProps, Slate, withReact } from 'slate-react';
import { draftHtml, watchStrangers } from './draft.ts';
import { type Block, blocksOf, linesOf, type Run } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';

/** A node of the editor's document: its tag, and children or text. `a` and `mention` are inline. */
interface Piece {
  readonly tag: string;
  readonly to?: string;
  readonly children: Descendant[];
}

const place = document.createElement('div');
document.body.append(place);
const editor = withHistory(withReact(createEditor()));
editor.isInline = (element) => ['a', 'mention'].includes(pieceOf(element).tag);
editor.isVoid = (element) => pieceOf(element).tag === 'mention';
let redraw: (() => void) | undefined;

function pieceOf(node: Element): Piece {
  return node as Element & Piece;
}

function piece(tag: string, children: Descendant[], to?: string): Descendant & Piece {
  return { tag, children, ...(to === undefined ? {} : { to }) };
}

function drawElement({ attributes, children, element }: RenderElementProps): object {
  const { tag, to } = pieceOf(element);
  if (tag === 'mention')
    return createElement('span', { ...attributes, contentEditable: false }, `@${to}`, children);
  if (tag === 'table') return createElement(tag, attributes, createElement('tbody', null, children));
  return createElement(tag, { ...attributes, href: to }, children);
}

function drawLeaf(drawing: number, { attributes, children, leaf }: RenderLeafProps): object {
  const words = isBold(leaf) ? createElement('strong', null, children) : children;
  return createElement('span', attributes, createElement('span', { key: drawing }, words));
}

function isBold(leaf: Text): boolean {
  return Reflect.get(leaf, 'bold') === true;
}

function inline({ text, bold, link, island }: Run): Descendant {
  if (island) return piece('mention', [{ text: '' }], text.slice(1));
  const words = bold ? { text, bold } : { text };
  return link === null ? words : piece('a', [words], link);
}

/** The blocks of a draft, grouped by list or table row. */
function piecesOf(blocks: readonly Block[]): Descendant[] {
  const pieces: Descendant[] = [];
  const around = new Map<globalThis.Element, Descendant & Piece>();
  const under = (parent: globalThis.Element, tag: string, into: Descendant[]): Descendant[] => {
    const known = around.get(parent) ?? piece(tag, []);
    if (!around.has(parent)) into.push(known);
    around.set(parent, known);
    return known.children;
  };
  for (const { tag, parent, table, ordered, runs } of blocks) {
    const block = piece(tag, runs.length === 0 ? [{ text: '' }] : runs.map(inline));
    if (parent === null) pieces.push(block);
    else if (table === null) under(parent, ordered ? 'ol' : 'ul', pieces).push(block);
    else under(parent, 'tr', under(table, 'table', pieces)).push(block);
  }
  return pieces;
}

function Page(): object {
  const [drawing, setDrawing] = useState(0);
  redraw = () => setDrawing(drawing + 1);
  const renderLeaf = (props: RenderLeafProps) => drawLeaf(drawing, props);
  return createElement(
    Slate,
    { editor, initialValue },
    createElement(Editable, { renderElement: drawElement, renderLeaf, placeholder }),
  );
}

const initialValue = piecesOf(blocksOf(draftHtml));
createRoot(place).render(createElement(Page));
await new Promise((resolve) => setTimeout(resolve, 0));
const strangers = watchStrangers(place);

function textOf(node: Node): string {
  if (Text.isText(node)) return node.text;
  const { tag, to } = pieceOf(node as Element);
  return tag === 'mention' ? `@${to}` : node.children.map(textOf).join('');
}

function htmlOf(node: Node): string {
  if (Text.isText(node)) return isBold(node) ? `<strong>${node.text}</strong>` : node.text;
  const { tag, to } = pieceOf(node as Element);
  const inner = tag === 'mention' ? `@${to}` : node.children.map(htmlOf).join('');
  return tag === 'a' ? `<a href="${to}">${inner}</a>` : `<${tag}>${inner}</${tag}>`;
}

window.editorPage = {
  model() {
    const blocks = Editor.nodes(editor, {
      at: [],
      match: (node) => Element.isElement(node) && !editor.isInline(node) && Editor.hasInlines(editor, node),
    });
    return linesOf([...blocks].map(([node]) => textOf(node)));
  },
  saved: () => editor.children.map(htmlOf).join(''),
  bold: () => [...Node.texts(editor)].flatMap(([leaf]) => (isBold(leaf) ? [leaf.text] : [])),
  strangers,
  box: (words) => boxOf(place, words),
  redraw: () => redraw?.(),
};
