import { Jodit } from 'jodit';
import 'jodit/es2021/jodit.min.css';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

const place = document.createElement('textarea');
place.value = draftHtml;
document.body.append(place);
const editor = Jodit.make(place, { height: 620, toolbarAdaptive: false, buttons: 'bold,ul,ol,undo,redo' });
const strangers = watchStrangers(editor.editor);

window.editorPage = {
  model: () => fromHtml(editor.value).text,
  saved: () => editor.value,
  bold: () => fromHtml(editor.value).bold,
  strangers,
  box: (words) => boxOf(editor.editor, words),
  redraw() {
    const { value } = editor;
    editor.value = '';
    editor.value = value;
  },
};
