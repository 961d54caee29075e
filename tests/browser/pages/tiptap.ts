import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';

const place = document.createElement('div');
document.body.append(place);
const editor = new Editor({ element: place, extensions: [StarterKit], content: draftHtml });
const strangers = watchStrangers(place);

window.editorPage = {
  model() {
    const lines: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.isTextblock && node.textContent !== '') lines.push(node.textContent);
    });
    return lines.join('\n');
  },
  saved: () => editor.getHTML(),
  bold: () => fromHtml(editor.getHTML()).bold,
  strangers,
};
