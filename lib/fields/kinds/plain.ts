import { richAdapter } from './adapter.ts';

/** Attributes any hand-made editable part may carry; a framework adds some of its own. */
const humble = new Set([
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

/** An editable part that the browser edits and nobody else has a model of. */
export const plain = richAdapter({
  kind: 'plain',
  is: (element) =>
    element.getAttribute('contenteditable') === 'plaintext-only' ||
    element.ownerDocument.designMode === 'on' ||
    (element.getAttributeNames().every((name) => humble.has(name)) && !/editor/i.test(element.className)),
  path: 'exec',
  marksItself: false,
  partly: true,
});
