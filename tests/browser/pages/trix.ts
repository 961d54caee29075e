import 'trix';
import 'trix/dist/trix.css';
import { draftHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

/** The part of Trix's document used here: blocks of pieces with one format each. */
interface TrixElement extends HTMLElement {
  readonly value: string;
  readonly editor: {
    loadJSON(document: unknown): void;
    getDocument(): {
      toString(): string;
      getPieces(): { toString(): string; getAttributes(): Record<string, unknown> }[];
    };
  };
}

const saved = document.createElement('input');
saved.type = 'hidden';
saved.id = 'saved';
// Trix supports neither tables nor headings of the second level.
saved.value = draftHtml
  .replaceAll(/<\/?(?:table|tbody|tr)>/g, '')
  .replaceAll(/<(\/?)(?:p|h2|h3|td)>/g, '<$1div>');
const field = document.createElement('trix-editor') as TrixElement;
field.setAttribute('input', saved.id);
document.body.append(saved, field);
await new Promise((resolve) => {
  field.addEventListener('trix-initialize', resolve, { once: true });
});
field.focus();
const strangers = watchStrangers(field);

window.editorPage = {
  model: () =>
    field.editor
      .getDocument()
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .join('\n'),
  saved: () => field.value,
  bold: () =>
    field.editor
      .getDocument()
      .getPieces()
      .filter((piece) => piece.getAttributes().bold === true)
      .map(String),
  strangers,
  box: (words) => boxOf(field, words),
  redraw() {
    field.editor.loadJSON(JSON.parse(JSON.stringify(field.editor)));
  },
};
