import Quill from 'quill1';
import { draftHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';
import 'quill1/dist/quill.snow.css';

const place = document.createElement('div');
document.body.append(place);
const quill = new Quill(place, {
  theme: 'snow',
  placeholder,
  modules: { toolbar: true, history: { userOnly: true } },
});
quill.clipboard.dangerouslyPasteHTML(draftHtml);
quill.history.clear();
const strangers = watchStrangers(quill.root);

window.editorPage = {
  model: () =>
    quill
      .getText()
      .split('\n')
      .filter((line) => line !== '')
      .join('\n'),
  saved: () => quill.root.innerHTML,
  bold: () =>
    quill
      .getContents()
      .ops.flatMap((op) =>
        op.attributes?.bold === true && typeof op.insert === 'string' ? [op.insert] : [],
      ),
  strangers,
  box: (words) => boxOf(quill.root, words),
  redraw() {
    quill.setContents(quill.getContents());
  },
};
