import { richAdapter } from './adapter.ts';

/** Attributes that a hand-made editable element may carry; a framework adds others. */
const plainAttributes = new Set([
  'contenteditable',
  'id',
  'class',
  'style',
  'lang',
  'dir',
  'tabindex',
  'title',
  'spellcheck',
]);

/** An editable element without a model: the browser alone edits it. */
export const plain = richAdapter({
  kind: 'plain',
  is: (element) =>
    element.getAttribute('contenteditable') === 'plaintext-only' ||
    element.ownerDocument.designMode === 'on' ||
    (element.getAttributeNames().every((name) => plainAttributes.has(name)) &&
      !/editor/i.test(element.className)),
  path: 'exec',
  marksItself: false,
  partly: true,
});
