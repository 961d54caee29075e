import MediumEditor from 'medium-editor';
import 'medium-editor/dist/css/medium-editor.css';
import 'medium-editor/dist/css/themes/default.css';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';

const place = document.createElement('div');
place.innerHTML = draftHtml;
document.body.append(place);
const editor = new MediumEditor(place, { placeholder: { text: placeholder, hideOnClick: false } });
const strangers = watchStrangers(place);

window.editorPage = {
  model: () => fromHtml(editor.getContent()).text,
  saved: () => editor.getContent(),
  bold: () => fromHtml(editor.getContent()).bold,
  strangers,
  box: (words) => boxOf(place, words),
  redraw() {
    editor.setContent(editor.getContent());
  },
};
