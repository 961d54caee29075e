import Editor from '@toast-ui/editor';
import { draftHtml, draftText, fromHtml, watchStrangers } from './draft.ts';
import { linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';
import '@toast-ui/editor/dist/toastui-editor.css';

/** Starts Toast UI in one of its modes. Its Markdown mode has the draft as plain lines. */
export async function startToastUi(mode: 'wysiwyg' | 'markdown'): Promise<void> {
  const place = document.createElement('div');
  document.body.append(place);
  const editor = new Editor({
    el: place,
    initialEditType: mode,
    height: '640px',
    usageStatistics: false,
    hideModeSwitch: true,
    autofocus: false,
  });
  const isSource = mode === 'markdown';
  if (isSource) editor.setMarkdown(draftText, false);
  else editor.setHTML(draftHtml, false);
  // It takes what is changed within half a second as one step: the filling must not be undone with the first fix.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const elements = editor.getEditorElements();
  const body = isSource ? elements.mdEditor : elements.wwEditor;
  const strangers = watchStrangers(body);

  window.editorPage = {
    model: () => (isSource ? linesOf([editor.getMarkdown()]) : fromHtml(editor.getHTML()).text),
    saved: () => (isSource ? editor.getMarkdown() : editor.getHTML()),
    bold: () => (isSource ? [] : fromHtml(editor.getHTML()).bold),
    strangers,
    box: (words) => boxOf(body, words),
    redraw() {
      if (isSource) editor.setMarkdown(editor.getMarkdown(), false);
      else editor.setHTML(editor.getHTML(), false);
    },
  };
}
