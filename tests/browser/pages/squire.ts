import Squire from 'squire-rte';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

const place = document.createElement('div');
place.style.cssText = 'min-height: 300px; outline: 1px solid #999';
document.body.append(place);
const editor = new Squire(place, {
  sanitizeToDOMFragment: (html: string) => document.createRange().createContextualFragment(html),
});
editor.setHTML(draftHtml);
const strangers = watchStrangers(place);

window.editorPage = {
  model: () => fromHtml(editor.getHTML()).text,
  saved: () => editor.getHTML(),
  bold: () => fromHtml(editor.getHTML()).bold,
  strangers,
  box: (words) => boxOf(place, words),
  redraw() {
    editor.setHTML(editor.getHTML());
  },
};
