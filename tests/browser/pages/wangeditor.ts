import { createEditor, createToolbar, SlateNode, SlateText } from '@wangeditor/editor';
import { draftHtml, watchStrangers } from './draft.ts';
import { linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';
import '@wangeditor/editor/dist/css/style.css';

const toolbar = document.createElement('div');
const place = document.createElement('div');
place.style.cssText = 'height: 620px; border: 1px solid #ccc';
document.body.append(toolbar, place);
const editor = createEditor({ selector: place, html: draftHtml, mode: 'default', config: { placeholder } });
createToolbar({ editor, selector: toolbar, mode: 'default' });
const strangers = watchStrangers(place);

function lines(node: SlateNode): string[] {
  if (SlateText.isText(node)) return [node.text];
  const blocks = node.children.some((child) => !SlateText.isText(child) && !editor.isInline(child));
  return blocks ? node.children.flatMap(lines) : [SlateNode.string(node)];
}

window.editorPage = {
  model: () => linesOf(lines(editor)),
  saved: () => editor.getHtml(),
  bold: () =>
    [...SlateNode.texts(editor)].flatMap(([leaf]) => (Reflect.get(leaf, 'bold') === true ? [leaf.text] : [])),
  strangers,
  box: (words) => boxOf(place, words),
  redraw: () => editor.setHtml(editor.getHtml()),
};
