import { draftHtml, fromHtml, watchStrangers } from './draft.ts';

/** An editor of unknown make in a shadow tree, like web components. */
const host = document.createElement('draft-editor');
const root = host.attachShadow({ mode: 'open' });
const field = document.createElement('div');
field.id = 'editor';
field.contentEditable = 'true';
field.setAttribute('role', 'textbox');
field.setAttribute('data-editor', 'true');
field.innerHTML = draftHtml;
root.append(field);
document.body.append(host);
const strangers = watchStrangers(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers,
};
