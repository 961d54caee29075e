import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

/** A plain editor in the open shadow tree of a web component. */
class DraftEditor extends HTMLElement {
  readonly field = document.createElement('div');

  connectedCallback(): void {
    this.field.id = 'editor';
    this.field.contentEditable = 'true';
    this.field.style.minHeight = '120px';
    this.field.innerHTML = draftHtml;
    this.attachShadow({ mode: 'open' }).append(this.field);
  }
}
customElements.define('draft-editor', DraftEditor);
const { field } = document.body.appendChild(new DraftEditor());
// A component's tree is searched when it gets the focus.
field.focus();
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
