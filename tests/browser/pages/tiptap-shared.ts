import { Editor } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import StarterKit from '@tiptap/starter-kit';
import { applyUpdate, Doc, type XmlElement, XmlText } from 'yjs';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';

/** Tiptap on a shared document, of which a second writer has a copy: each change of one reaches the other. */
const own = new Doc();
const others = new Doc();
own.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== others) applyUpdate(others, update, own);
});
others.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== own) applyUpdate(own, update, others);
});

const place = document.createElement('div');
document.body.append(place);
const start = () =>
  new Editor({
    element: place,
    extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: own })],
  });
// What fills the document must not be in the history of the editor that is tried.
const filling = start();
filling.commands.setContent(draftHtml);
filling.destroy();
const editor = start();
const strangers = watchStrangers(place);

/** All texts of a document in order. */
function textsIn(node: { toArray(): unknown[] }): XmlText[] {
  return node
    .toArray()
    .flatMap((child) => (child instanceof XmlText ? [child] : textsIn(child as XmlElement)));
}
const textsOf = (doc: Doc) => textsIn(doc.getXmlFragment('default'));

Object.assign(window, {
  /** The next two times that the selection changes, the second writer writes in the first and the last paragraph. */
  writeAlong(): () => number {
    let times = 0;
    const write = () => {
      if (times === 2) return;
      times++;
      const texts = textsOf(others);
      texts[0]?.insert(0, '甲');
      const last = texts.at(-1);
      last?.insert(last.length, '乙');
    };
    document.addEventListener('selectionchange', write);
    return () => {
      document.removeEventListener('selectionchange', write);
      return times;
    };
  },
  /** True if both copies are the same. */
  agree: () => own.getXmlFragment('default').toString() === others.getXmlFragment('default').toString(),
});

window.editorPage = {
  model() {
    const lines: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.isTextblock) lines.push(node.textBetween(0, node.content.size, '\n', '\n'));
    });
    return linesOf(lines);
  },
  saved: () => editor.getHTML(),
  bold: () => fromHtml(editor.getHTML()).bold,
  strangers,
  box: (words) => boxOf(editor.view.dom, words),
  redraw() {
    editor.view.setProps({ nodeViews: { none: () => ({ dom: document.createElement('i') }) } });
  },
};
