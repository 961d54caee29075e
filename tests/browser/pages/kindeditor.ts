import source from 'kindeditor/kindeditor-all-min.js' with { type: 'text' };
import words from 'kindeditor/lang/zh-CN.js' with { type: 'text' };
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { boxOf } from './draft-box.ts';

interface KindEditor {
  readonly edit: { readonly doc: Document };
  html(): string;
  html(html: string): void;
}
declare const KindEditor: { create(place: Element, options: object): KindEditor };

// Not as modules: it assigns names that it never declared.
for (const text of [source, words]) {
  const script = document.createElement('script');
  script.textContent = text;
  document.head.append(script);
}
const place = document.createElement('textarea');
place.value = draftHtml;
place.style.cssText = 'width: 700px; height: 600px';
document.body.append(place);
const editor = await new Promise<KindEditor>((resolve) => {
  KindEditor.create(place, {
    loadStyleMode: false,
    filterMode: false,
    // With `p` its own handler of Enter throws in a heading.
    newlineTag: 'br',
    items: ['undo', 'redo', 'bold'],
    afterCreate(this: KindEditor) {
      resolve(this);
    },
  });
});
const { body } = editor.edit.doc;
const strangers = watchStrangers(body);

window.editorPage = {
  model: () => fromHtml(editor.html()).text,
  saved: () => editor.html(),
  bold: () => fromHtml(editor.html()).bold,
  strangers,
  box: (words) => boxOf(body, words),
  redraw() {
    editor.html(editor.html());
  },
};
