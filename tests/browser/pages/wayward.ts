import { draftHtml, fromHtml, watchStrangers } from './draft.ts';

/** An editor that accepts input but puts something else in its place. */
const field = document.createElement('div');
field.id = 'editor';
field.contentEditable = 'true';
field.setAttribute('data-editor', 'wayward');
field.innerHTML = draftHtml;
field.addEventListener('beforeinput', (event) => {
  if (event.inputType !== 'insertReplacementText') return;
  event.preventDefault();
  document.execCommand('insertText', false, `${event.data}！`);
});
document.body.append(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers: watchStrangers(field),
};
