import { defaultValueCtx, Editor, editorViewCtx, rootCtx } from '@milkdown/kit/core';
import { history } from '@milkdown/kit/plugin/history';
import { commonmark } from '@milkdown/kit/preset/commonmark';
import { gfm } from '@milkdown/kit/preset/gfm';
import { getHTML } from '@milkdown/kit/utils';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

const place = document.createElement('div');
document.body.append(place);
const given = document.createElement('div');
given.innerHTML = draftHtml;
// A table of Markdown has a row of heads.
for (const cell of given.querySelectorAll('tr:first-child td')) {
  const head = document.createElement('th');
  head.append(...cell.childNodes);
  cell.replaceWith(head);
}
const editor = await Editor.make()
  .config((context) => {
    context.set(rootCtx, place);
    context.set(defaultValueCtx, { type: 'html', dom: given });
  })
  .use(commonmark)
  .use(gfm)
  .use(history)
  .create();
const view = editor.ctx.get(editorViewCtx);
const strangers = watchStrangers(view.dom);

window.editorPage = {
  model: () => fromHtml(editor.action(getHTML())).text,
  saved: () => editor.action(getHTML()),
  bold: () => fromHtml(editor.action(getHTML())).bold,
  strangers,
  box: (words) => boxOf(view.dom, words),
  // New node views, even none, make it render everything again.
  redraw() {
    view.setProps({ nodeViews: { none: () => ({ dom: document.createElement('i') }) } });
  },
};
