import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

interface Editor {
  getData(): string;
  setData(html: string): void;
  editable(): { readonly $: HTMLElement };
  on(event: 'instanceReady', ready: () => void): void;
}
interface Ckeditor {
  disableAutoInline: boolean;
  replace(place: HTMLElement, options: object): Editor;
  inline(place: HTMLElement, options: object): Editor;
}
declare global {
  interface Window {
    CKEDITOR?: Ckeditor;
  }
}

/** Starts CKEditor 4 in place of a textarea: with its body in a frame, or in the page itself. */
export async function startCkeditor4(how: 'replace' | 'inline'): Promise<void> {
  const place = document.createElement('textarea');
  // Room for the bar that the inline editor shows above itself.
  place.style.marginTop = '90px';
  place.value = draftHtml;
  document.body.append(place);
  const script = document.createElement('script');
  script.src = '/npm/ckeditor4/ckeditor.js';
  document.head.append(script);
  await new Promise((resolve) => script.addEventListener('load', resolve));
  const { CKEDITOR } = window;
  if (CKEDITOR === undefined) throw new Error('CKEditor 4 did not load.');
  // It would begin a second editor in the body of the first.
  CKEDITOR.disableAutoInline = true;
  const editor = CKEDITOR[how](place, {
    height: 520,
    allowedContent: true,
    versionCheck: false,
    toolbar: [['Undo', 'Redo', 'Bold', 'Source']],
  });
  await new Promise<void>((resolve) => editor.on('instanceReady', resolve));
  const body = () => editor.editable().$;
  const strangers = watchStrangers(body());

  window.editorPage = {
    model: () => fromHtml(editor.getData()).text,
    saved: () => editor.getData(),
    bold: () => fromHtml(editor.getData()).bold,
    strangers,
    box: (words) => boxOf(body(), words),
    redraw() {
      const { $ } = editor.editable();
      const { innerHTML } = $;
      $.innerHTML = innerHTML;
    },
  };
}
