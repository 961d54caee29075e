import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

const place = document.createElement('div');
document.body.append(place);
const editor = new Editor({ element: place, extensions: [StarterKit], content: draftHtml });
const strangers = watchStrangers(place);

window.editorPage = {
  model() {
    const lines: string[] = [];
    editor.state.doc.descendants((node) => {
      if (!node.isTextblock) return;
      const text = node.textBetween(0, node.content.size, '\n', '\n');
      lines.push(...text.split('\n').filter((line) => line !== ''));
    });
    return lines.join('\n');
  },
  saved: () => editor.getHTML(),
  bold: () => fromHtml(editor.getHTML()).bold,
  strangers,
  box: (words) => boxOf(editor.view.dom, words),
  // New node views, even none, make it render everything again.
  redraw() {
    editor.view.setProps({ nodeViews: { none: () => ({ dom: document.createElement('i') }) } });
  },
};
