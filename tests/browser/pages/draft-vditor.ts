import Vditor from 'vditor';
import { draftHtml, draftText, fromHtml, watchStrangers } from './draft.ts';
import { linesOf } from './draft-blocks.ts';
import { boxInControl, boxOf } from './draft-box.ts';
import 'vditor/dist/index.css';

/** Starts Vditor in one of its modes. Its source mode (`sv`) has the draft as plain lines. */
export async function startVditor(mode: 'wysiwyg' | 'ir' | 'sv'): Promise<void> {
  const place = document.createElement('div');
  document.body.append(place);
  const editor = await new Promise<Vditor>((resolve) => {
    const made: Vditor = new Vditor(place, {
      mode,
      cdn: '/npm/vditor',
      cache: { enable: false },
      toolbar: [],
      height: 640,
      after: () => resolve(made),
    });
  });
  const isSource = mode === 'sv';
  editor.setValue(isSource ? draftText : editor.html2md(draftHtml), true);
  const body = editor.vditor[mode]?.element;
  if (body === undefined) throw new Error('Vditor did not start.');
  const strangers = watchStrangers(body);
  const html = () => editor.getHTML();

  window.editorPage = {
    model: () => (isSource ? linesOf([editor.getValue()]) : fromHtml(html()).text),
    saved: () => (isSource ? editor.getValue() : html()),
    bold: () => (isSource ? [] : fromHtml(html()).bold),
    strangers,
    box: (words) => (body instanceof HTMLTextAreaElement ? boxInControl(body, words) : boxOf(body, words)),
    redraw() {
      editor.setValue(editor.getValue());
    },
  };
}
