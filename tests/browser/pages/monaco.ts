import * as monaco from 'monaco-editor/editor/editor.api.js';
import { draftText } from './draft.ts';

Object.assign(window, {
  // The worker has nothing to do without a language.
  MonacoEnvironment: { getWorker: () => new Worker(URL.createObjectURL(new Blob(['']))) },
});
const place = document.createElement('div');
place.id = 'editor';
place.style.cssText = 'width: 700px; height: 300px; border: 1px solid #999';
document.body.append(place);
const editor = monaco.editor.create(place, { value: draftText, language: 'plaintext', wordWrap: 'on' });

window.editorPage = {
  model: () => editor.getValue(),
  saved: () => editor.getValue(),
  bold: () => [],
  strangers: () => [],
};
