import CodeMirror from 'codemirror5';
import 'codemirror5/lib/codemirror.css';
import { draftText } from './draft.ts';

const editor = CodeMirror(document.body, { value: draftText, lineWrapping: true });

window.editorPage = {
  model: () => editor.getValue(),
  saved: () => editor.getValue(),
  bold: () => [],
  strangers: () => [],
};
