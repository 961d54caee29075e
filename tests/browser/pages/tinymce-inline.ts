import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/plugins/lists';
import 'tinymce/plugins/table';
import 'tinymce/skins/ui/oxide/skin.css';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

const place = document.createElement('div');
place.innerHTML = draftHtml;
place.style.marginTop = '60px';
document.body.append(place);
const [editor] = await tinymce.init({
  target: place,
  inline: true,
  license_key: 'gpl',
  skin: false,
  content_css: false,
  plugins: 'lists table',
  menubar: false,
  promotion: false,
});
if (editor === undefined) throw new Error('TinyMCE did not start.');
const strangers = watchStrangers(editor.getBody());

window.editorPage = {
  model: () => fromHtml(editor.getContent()).text,
  saved: () => editor.getContent(),
  bold: () => fromHtml(editor.getContent()).bold,
  strangers,
  box: (words) => boxOf(editor.getBody(), words),
  redraw() {
    editor.setContent(editor.getContent());
  },
};
