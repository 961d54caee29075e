import { Bold, ClassicEditor, Essentials, Heading, Link, List, Paragraph, Table, Undo } from 'ckeditor5';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';
import 'ckeditor5/ckeditor5.css';

const place = document.createElement('div');
document.body.append(place);
const editor = await ClassicEditor.create(place, {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Heading, Bold, Link, List, Table, Undo],
  toolbar: ['undo', 'redo', 'bold'],
  initialData: draftHtml,
  placeholder,
});
const view = editor.ui.getEditableElement();
const strangers = view === undefined ? () => ['no editor'] : watchStrangers(view);

window.editorPage = {
  model() {
    const root = editor.model.document.getRoot();
    if (root === null) return '';
    const lines: string[] = [];
    for (const { item, type } of editor.model.createRangeIn(root)) {
      if (type === 'elementStart') lines.push('');
      else if (type === 'text' && item.is('$textProxy')) lines.push(`${lines.pop() ?? ''}${item.data}`);
    }
    return lines.filter((line) => line !== '').join('\n');
  },
  saved: () => editor.getData(),
  bold: () => fromHtml(editor.getData()).bold,
  strangers,
  box(words) {
    if (view === undefined) throw new Error('CKEditor shows nothing.');
    return boxOf(view, words);
  },
  redraw() {
    editor.setData(editor.getData());
  },
};
