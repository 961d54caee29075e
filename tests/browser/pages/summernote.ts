import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import 'summernote/dist/summernote-lite.css';
import 'summernote/dist/summernote-lite.js';

interface Summernote {
  summernote(options: object): void;
  summernote(question: 'code'): string;
  summernote(order: 'code', html: string): void;
}
// Not `import`: that would load a second jQuery without Summernote.
const jquery: (place: Element) => Summernote = require('jquery');

const place = document.createElement('div');
place.innerHTML = draftHtml;
document.body.append(place);
const editor = jquery(place);
editor.summernote({ height: 560, toolbar: [['edit', ['undo', 'redo', 'bold']]], disableResizeEditor: true });
const field = document.querySelector('.note-editable');
if (field === null) throw new Error('Summernote did not start.');
const strangers = watchStrangers(field);

window.editorPage = {
  model: () => fromHtml(editor.summernote('code')).text,
  saved: () => editor.summernote('code'),
  bold: () => fromHtml(editor.summernote('code')).bold,
  strangers,
  box: (words) => boxOf(field, words),
  redraw() {
    editor.summernote('code', editor.summernote('code'));
  },
};
