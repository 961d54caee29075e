import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { addFrame } from './draft-frame.ts';

/** An editor in a frame with `srcdoc`. */
const frame = await addFrame({
  srcdoc: `<style>body { font: 16px/1.8 sans-serif; margin: 16px } #editor { min-height: 120px }</style><div id="editor" contenteditable="true">${draftHtml}</div>`,
});
const field = frame.contentDocument?.querySelector('#editor') ?? null;
if (field === null) throw new Error('The frame has no editor.');
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
