import suneditor from 'suneditor';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import 'suneditor/css/contents';
import 'suneditor/css/editor';

const place = document.createElement('textarea');
document.body.append(place);
const editor = suneditor.create(place, {
  value: draftHtml,
  height: '560px',
  buttonList: [['undo', 'redo', 'bold']],
});
const body = document.querySelector('.sun-editor-editable');
if (body === null) throw new Error('SunEditor did not start.');
const strangers = watchStrangers(body);
const saved = (): string => {
  const html = editor.$.html.get();
  if (typeof html !== 'string') throw new Error('SunEditor has more than one frame.');
  return html;
};

window.editorPage = {
  model: () => fromHtml(saved()).text,
  saved,
  bold: () => fromHtml(saved()).bold,
  strangers,
  box: (words) => boxOf(body, words),
  redraw() {
    editor.$.html.set(saved());
  },
};
