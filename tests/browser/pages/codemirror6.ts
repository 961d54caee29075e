import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { draftText, watchStrangers } from './draft.ts';
import { linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';

/** CodeMirror set up for prose; `?long` gives a draft of which it renders only a part. */
const long = new URLSearchParams(location.search).has('long');
const filler = Array.from({ length: 400 }, (_, at) => `第${at + 1}段，把各项措施落到实处。`).join('\n');
const editor = new EditorView({
  parent: document.body,
  state: EditorState.create({
    doc: long ? `${draftText}\n${filler}\n市工商局要会同有关部门。` : draftText,
    extensions: [
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.theme({ '&': { height: '640px', border: '1px solid #999' } }),
    ],
  }),
});
const strangers = watchStrangers(editor.contentDOM);

window.editorPage = {
  model: () => linesOf(editor.state.doc.toJSON()),
  saved: () => editor.state.doc.toString(),
  bold: () => [],
  strangers,
  box: (words) => {
    editor.dispatch({ effects: EditorView.scrollIntoView(editor.state.doc.toString().indexOf(words)) });
    return boxOf(editor.contentDOM, words);
  },
  redraw() {
    editor.setState(editor.state);
  },
};
