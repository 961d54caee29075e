import { draftHtml, fromHtml, watchStrangers } from './draft.ts';

/** A plain editor in the open shadow tree of a web component. */
class DraftEditor extends HTMLElement {
  readonly field = document.createElement('div');

  connectedCallback(): void {
    this.field.id = 'editor';
    this.field.contentEditable = 'true';
    this.field.innerHTML = draftHtml;
    this.attachShadow({ mode: 'open' }).append(this.field);
  }
}
customElements.define('draft-editor', DraftEditor);
const { field } = document.body.appendChild(new DraftEditor());
const strangers = watchStrangers(field);

window.editorPage = {
  model: () => fromHtml(field.innerHTML).text,
  saved: () => field.innerHTML,
  bold: () => fromHtml(field.innerHTML).bold,
  strangers,
};
