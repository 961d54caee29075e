import { convertFromRaw, convertToRaw, Editor, EditorState, type RawContent } from 'draft-js';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { draftHtml, watchStrangers } from './draft.ts';
import { type Block, blocksOf, linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';
import 'draft-js/dist/Draft.css';

const place = document.createElement('div');
document.body.append(place);
const types: Record<Block['tag'], string> = {
  h1: 'header-one',
  h2: 'header-two',
  h3: 'header-three',
  p: 'unstyled',
  td: 'unstyled',
  li: 'unordered-list-item',
};
const first = EditorState.createWithContent(convertFromRaw(rawOf(draftHtml)));
let current = first;
let redraw: (() => void) | undefined;

function Page(): object {
  const [state, setState] = useState(first);
  current = state;
  const ref = (editor: { restoreEditorDOM(): void } | null) => {
    if (editor !== null) redraw = () => editor.restoreEditorDOM();
  };
  return createElement(Editor, { ref, editorState: state, onChange: setState });
}
createRoot(place).render(createElement(Page));
await new Promise((resolve) => setTimeout(resolve, 0));
const strangers = watchStrangers(place);

function rawOf(html: string): RawContent {
  const blocks = blocksOf(html).map(({ tag, runs, ordered }) => {
    let at = 0;
    const inlineStyleRanges = runs.flatMap(({ text, bold }) => {
      at += text.length;
      return bold ? [{ offset: at - text.length, length: text.length, style: 'BOLD' }] : [];
    });
    return {
      text: runs.map(({ text }) => text).join(''),
      type: ordered ? 'ordered-list-item' : types[tag],
      depth: 0,
      inlineStyleRanges,
      entityRanges: [],
    };
  });
  return { blocks, entityMap: {} };
}

window.editorPage = {
  model: () => linesOf(convertToRaw(current.getCurrentContent()).blocks.map(({ text }) => text)),
  saved: () => JSON.stringify(convertToRaw(current.getCurrentContent())),
  bold: () =>
    convertToRaw(current.getCurrentContent()).blocks.flatMap(({ text, inlineStyleRanges }) =>
      inlineStyleRanges
        .filter(({ style }) => style === 'BOLD')
        .map(({ offset, length }) => text.slice(offset, offset + length)),
    ),
  strangers,
  box: (words) => boxOf(place, words),
  redraw: () => redraw?.(),
};
