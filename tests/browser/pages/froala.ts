import FroalaEditor from 'froala-editor';
import 'froala-editor/css/froala_editor.css';
import 'froala-editor/css/froala_style.css';
import 'froala-editor/js/plugins/lists.min.js';
import 'froala-editor/js/plugins/table.min.js';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';

// The check of its licence writes cookies, which Firefox rejects and reports as errors of the page.
Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined });
const place = document.createElement('div');
place.innerHTML = draftHtml;
document.body.append(place);
const editor = await new Promise<FroalaEditor>((resolve) => {
  const made: FroalaEditor = new FroalaEditor(place, { placeholderText: placeholder, height: 520 }, () =>
    resolve(made),
  );
});
const strangers = watchStrangers(editor.el);

window.editorPage = {
  model: () => fromHtml(editor.html.get()).text,
  saved: () => editor.html.get(),
  bold: () => fromHtml(editor.html.get()).bold,
  strangers,
  box: (words) => boxOf(editor.el, words),
  redraw() {
    editor.html.set(editor.html.get());
  },
};
