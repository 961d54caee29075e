import { draftHtml, fromHtml, watchStrangers } from './draft.ts';

/** An editor that says nothing of what it is made of, in a shadow tree as web components have it. */
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
