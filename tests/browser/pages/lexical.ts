import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  ListItemNode,
  ListNode,
  registerList,
} from '@lexical/list';
import { $createHeadingNode, HeadingNode, registerRichText } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  createEditor,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { draftHtml, watchStrangers } from './draft.ts';
import { type Block, blocksOf, linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';

const place = document.createElement('div');
place.contentEditable = 'true';
document.body.append(place);
const editor = createEditor({
  namespace: 'draft',
  nodes: [HeadingNode, ListNode, ListItemNode],
  theme: { text: { bold: 'bold' } },
  onError(error) {
    throw error;
  },
});
editor.setRootElement(place);
registerRichText(editor);
registerList(editor);
editor.update(fill, { discrete: true, tag: 'history-merge' });
registerHistory(editor, createEmptyHistoryState(), 300);
const strangers = watchStrangers(place);

function fill(): void {
  const root = $getRoot().clear();
  const lists = new Map<Element | null, ListNode>();
  for (const block of blocksOf(draftHtml)) {
    const { tag, parent, ordered } = block;
    if (tag === 'li') {
      const list = lists.get(parent) ?? $createListNode(ordered ? 'number' : 'bullet');
      if (!lists.has(parent)) root.append(list);
      lists.set(parent, list.append(withRuns($createListItemNode(), block)));
    } else {
      const prose = tag === 'p' || tag === 'td';
      root.append(withRuns(prose ? $createParagraphNode() : $createHeadingNode(tag), block));
    }
  }
}

function withRuns<N extends ElementNode>(node: N, { runs }: Block): N {
  for (const { text, bold } of runs) {
    if (text === '\n') node.append($createLineBreakNode());
    else node.append(bold ? $createTextNode(text).toggleFormat('bold') : $createTextNode(text));
  }
  return node;
}

function $leaves(node: LexicalNode): LexicalNode[] {
  if (!$isElementNode(node)) return [node];
  return node.getChildren().flatMap((child) => $leaves(child));
}

function $blocks(node: ElementNode): ElementNode[] {
  const inner = node.getChildren().filter((child) => $isElementNode(child) && !child.isInline());
  if (inner.length === 0 || $isListItemNode(node)) return [node];
  return inner.flatMap((child) => ($isElementNode(child) ? $blocks(child) : []));
}

window.editorPage = {
  model: () => editor.read(() => linesOf($blocks($getRoot()).map((block) => block.getTextContent()))),
  saved: () => JSON.stringify(editor.getEditorState()),
  bold: () =>
    editor.read(() =>
      $leaves($getRoot()).flatMap((node) =>
        $isTextNode(node) && node.hasFormat('bold') ? [node.getTextContent()] : [],
      ),
    ),
  strangers,
  box: (words) => boxOf(place, words),
  redraw() {
    editor.setRootElement(null);
    editor.setRootElement(place);
  },
};
