import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Element, Node, type Text } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, type RenderElementProps, type RenderLeafProps, Slate, withReact } from 'slate-react';
import { draftHtml, watchStrangers } from './draft.ts';
import { type Block, blocksOf, linesOf } from './draft-blocks.ts';

const place = document.createElement('div');
document.body.append(place);
const editor = withHistory(withReact(createEditor()));

/** A block of the page's own making: its tag, and other blocks or words. */
interface Piece {
  readonly tag: string;
  readonly children: Descendant[];
}

function drawElement({ attributes, children, element }: RenderElementProps): object {
  const { tag } = element as Element & Piece;
  return tag === 'table'
    ? createElement(tag, attributes, createElement('tbody', null, children))
    : createElement(tag, attributes, children);
}

function drawLeaf({ attributes, children, leaf }: RenderLeafProps): object {
  return createElement('span', attributes, isBold(leaf) ? createElement('strong', null, children) : children);
}

function isBold(leaf: Text): boolean {
  return Reflect.get(leaf, 'bold') === true;
}

function piece(tag: string, children: Descendant[]): Descendant & Piece {
  return { tag, children };
}

/** The blocks of a draft, with those of one list or table row under one parent. */
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
    const words = runs.map(({ text, bold }) => (bold ? { text, bold } : { text }));
    const block = piece(tag, words.length === 0 ? [{ text: '' }] : words);
    if (parent === null) pieces.push(block);
    else if (table === null) under(parent, ordered ? 'ol' : 'ul', pieces).push(block);
    else under(parent, 'tr', under(table, 'table', pieces)).push(block);
  }
  return pieces;
}

const initialValue = piecesOf(blocksOf(draftHtml));
createRoot(place).render(
  createElement(
    Slate,
    { editor, initialValue },
    createElement(Editable, { renderElement: drawElement, renderLeaf: drawLeaf }),
  ),
);
await new Promise((resolve) => setTimeout(resolve, 0));
const strangers = watchStrangers(place);

window.editorPage = {
  model: () =>
    linesOf(
      [
        ...Editor.nodes(editor, {
          at: [],
          match: (node) => Element.isElement(node) && Editor.hasInlines(editor, node),
        }),
      ].map(([node]) => Node.string(node)),
    ),
  saved: () => JSON.stringify(editor.children),
  bold: () => [...Node.texts(editor)].flatMap(([leaf]) => (isBold(leaf) ? [leaf.text] : [])),
  strangers,
};
