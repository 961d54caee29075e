import { draftHtml, type EditorPage, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

/** What the pages need of TinyMCE, the same in all versions. */
export interface TinyMce {
  init(options: object): Promise<readonly TinyMceEditor[]>;
}
interface TinyMceEditor {
  getBody(): HTMLElement;
  getContent(): string;
  setContent(html: string): void;
}

/** Starts an older TinyMCE on the draft, in a frame, with these plugins. Its skins are not loaded: they are files. */
export async function startTinyMce(tinymce: TinyMce, plugins: string): Promise<EditorPage> {
  const place = document.createElement('div');
  place.innerHTML = draftHtml;
  document.body.append(place);
  const [editor] = await tinymce.init({
    target: place,
    height: 560,
    skin: false,
    content_css: false,
    plugins,
    menubar: false,
    branding: false,
    statusbar: false,
  });
  if (editor === undefined) throw new Error('TinyMCE did not start.');
  const strangers = watchStrangers(editor.getBody());
  return {
    model: () => fromHtml(editor.getContent()).text,
    saved: () => editor.getContent(),
    bold: () => fromHtml(editor.getContent()).bold,
    strangers,
    box: (words) => boxOf(editor.getBody(), words),
    redraw() {
      editor.setContent(editor.getContent());
    },
  };
}
