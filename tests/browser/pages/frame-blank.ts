import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { addFrame } from './draft-frame.ts';

/** An editor in a frame without an address that is editable as a whole, like older editors. */
const frame = await addFrame({});
const inner = frame.contentDocument;
if (inner === null) throw new Error('The frame has no document.');
inner.body.innerHTML = draftHtml;
inner.body.style.cssText = 'font: 16px/1.8 sans-serif; margin: 16px';
inner.designMode = 'on';
const strangers = watchStrangers(inner.body);

window.editorPage = {
  model: () => fromHtml(inner.body.innerHTML).text,
  saved: () => inner.body.innerHTML,
  bold: () => fromHtml(inner.body.innerHTML).bold,
  strangers,
  box: (words) => boxOf(inner.body, words),
  redraw() {
    const { innerHTML } = inner.body;
    inner.body.innerHTML = innerHTML;
  },
};
