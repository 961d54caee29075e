import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { watchStrangers } from './draft.ts';
import { listHtml } from './draft-list.ts';

const place = document.createElement('div');
document.body.append(place);
const quill = new Quill(place, { theme: 'snow' });
quill.clipboard.dangerouslyPasteHTML(listHtml);

window.editorPage = {
  model: () => quill.getText(),
  saved: () => quill.root.innerHTML,
  bold: () => [],
  strangers: watchStrangers(place),
};
