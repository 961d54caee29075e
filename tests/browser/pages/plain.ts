import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

const field = document.createElement('div');
field.id = 'editor';
field.contentEditable = 'true';
field.style.minHeight = '120px';
field.innerHTML = draftHtml;
document.body.append(field);
const strangers = watchStrangers(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers,
  box: (words) => boxOf(field, words),
  redraw() {
    const { innerHTML } = field;
    field.innerHTML = innerHTML;
  },
};
