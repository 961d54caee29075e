import 'trix';
import 'trix/dist/trix.css';
import { draftHtml, watchStrangers } from './draft.ts';

/** What is asked of Trix's document: blocks of pieces of one format each. */
interface TrixElement extends HTMLElement {
  readonly value: string;
  readonly editor: {
    getDocument(): {
      toString(): string;
      getPieces(): { toString(): string; getAttributes(): Record<string, unknown> }[];
    };
  };
}

const saved = document.createElement('input');
saved.type = 'hidden';
saved.id = 'saved';
saved.value = draftHtml;
const field = document.createElement('trix-editor') as TrixElement;
field.setAttribute('input', saved.id);
document.body.append(saved, field);
await new Promise((resolve) => {
  field.addEventListener('trix-initialize', resolve, { once: true });
});
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
};
