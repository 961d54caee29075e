import { draftHtml, fromHtml, watchStrangers } from './draft.ts';

const field = document.createElement('div');
field.id = 'editor';
field.contentEditable = 'true';
field.innerHTML = draftHtml;
document.body.append(field);
const strangers = watchStrangers(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers,
};
