import Editor from '@hufe921/canvas-editor';
import { draftText } from './draft.ts';

const place = document.createElement('div');
place.id = 'editor';
document.body.append(place);
const editor = new Editor(
  place,
  {
    main: draftText
      .split('\n')
      .flatMap((line, i) => [...(i === 0 ? [] : [{ value: '\n' }]), { value: line }]),
  },
  { pageNumber: { format: '' } },
);
const model = () => editor.command.getText().main;

window.editorPage = {
  model,
  saved: () => JSON.stringify(editor.command.getValue()),
  bold: () => [],
  strangers: () => [],
};
