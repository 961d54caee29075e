import { BlockNoteEditor } from '@blocknote/core';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import '@blocknote/core/style.css';

const place = document.createElement('div');
document.body.append(place);
const editor = BlockNoteEditor.create();
editor.mount(place);
editor.replaceBlocks(editor.document, editor.tryParseHTMLToBlocks(draftHtml));
const body = document.querySelector('.ProseMirror');
if (body === null) throw new Error('BlockNote did not start.');
const strangers = watchStrangers(body);

window.editorPage = {
  model: () => fromHtml(editor.blocksToFullHTML()).text,
  saved: () => editor.blocksToFullHTML(),
  bold: () => fromHtml(editor.blocksToFullHTML()).bold,
  strangers,
  box: (words) => boxOf(body, words),
  redraw() {
    editor.replaceBlocks(editor.document, editor.document);
  },
};
