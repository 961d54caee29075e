import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { keepCopies } from './draft-snapshots.ts';

/**
 * Stands for UEditor 1.4, which is in no registry, and does what was seen of it: the body of a frame that a script writes
 * is edited as a whole and says spellcheck=false; an undo history of copies; its own form of what it keeps; pastes are
 * caught in a box of its own; the selection goes with the focus and comes back with it.
 */
const frame = document.createElement('iframe');
frame.style.cssText = 'width: 700px; height: 600px; border: 1px solid #999';
const head =
  '<style>.view{padding:0;cursor:text;height:90%}body{margin:8px;font:16px sans-serif}p{margin:5px 0}</style>';
frame.src = `javascript:void(function(){document.open();document.write("<!DOCTYPE html><html class='view'><head>${head}</head><body class='view'></body><script>setTimeout(function(){window.parent.setUp(document)},0)</script></html>");document.close()}())`;
const inner = await new Promise<Document>((resolve) => {
  Object.assign(window, { setUp: resolve });
  document.body.append(frame);
});
const { body } = inner;
body.contentEditable = 'true';
body.spellcheck = false;
body.innerHTML = draftHtml;

/** Its own form: no fillers, its own names of tags, paragraphs for divisions. */
const normalised = (html: string) =>
  html
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/<(\/?)b(?=[ >])/g, '<$1strong')
    .replace(/<(\/?)i(?=[ >])/g, '<$1em')
    .replace(/<(\/?)div(?=[ >])/g, '<$1p');
keepCopies(body, normalised);

body.addEventListener('paste', () => {
  const range = inner.getSelection()?.getRangeAt(0).cloneRange();
  const box = inner.createElement('div');
  body.append(box);
  inner.getSelection()?.selectAllChildren(box);
  setTimeout(() => {
    const { innerHTML } = box;
    box.remove();
    if (range === undefined) return;
    inner.getSelection()?.removeAllRanges();
    inner.getSelection()?.addRange(range);
    inner.execCommand('insertHTML', false, innerHTML);
  });
});
let left: Range | null = null;
inner.defaultView?.addEventListener('blur', () => {
  const selection = inner.getSelection();
  left = selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
  selection?.removeAllRanges();
});
inner.defaultView?.addEventListener('focus', () => {
  if (left !== null) inner.getSelection()?.addRange(left);
});
const strangers = watchStrangers(body);

window.editorPage = {
  model: () => fromHtml(normalised(body.innerHTML)).text,
  saved: () => normalised(body.innerHTML),
  bold: () => fromHtml(normalised(body.innerHTML)).bold,
  strangers,
  box: (words) => boxOf(body, words),
  redraw() {
    body.innerHTML = normalised(body.innerHTML);
  },
};
