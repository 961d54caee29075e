import { watchStrangers } from './draft.ts';
import { listHtml } from './draft-list.ts';

const field = document.createElement('div');
field.id = 'editor';
field.contentEditable = 'true';
field.innerHTML = listHtml;
document.body.append(field);

window.editorPage = {
  model: () => field.textContent ?? '',
  saved: () => field.innerHTML,
  bold: () => [],
  strangers: watchStrangers(field),
};
