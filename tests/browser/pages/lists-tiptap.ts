import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { watchStrangers } from './draft.ts';
import { listHtml } from './draft-list.ts';

const place = document.createElement('div');
document.body.append(place);
const editor = new Editor({ element: place, extensions: [StarterKit], content: listHtml });

window.editorPage = {
  model: () => editor.getText({ blockSeparator: '\n' }),
  saved: () => editor.getHTML(),
  bold: () => [],
  strangers: watchStrangers(place),
};
