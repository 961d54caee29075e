import type { FieldKind } from './types.ts';

/** The ways an editor takes input from outside. See `input-paths.ts`. */
export type InputPath = 'exec' | 'beforeinput' | 'paste' | 'careful';

interface KnownEditor {
  readonly selector: string;
  readonly kind: FieldKind;
  readonly path: InputPath;
}

/** What an editor says of itself, and the way that was measured to change its model exactly and to be undone. */
const known: readonly KnownEditor[] = [
  { selector: '.ProseMirror', kind: 'prosemirror', path: 'exec' },
  { selector: '.ql-editor', kind: 'quill', path: 'beforeinput' },
  { selector: '.ck-editor__editable', kind: 'ckeditor5', path: 'beforeinput' },
  { selector: '.mce-content-body', kind: 'tinymce', path: 'paste' },
  { selector: '[data-slate-editor], trix-editor', kind: 'unknown', path: 'beforeinput' },
  {
    selector: '[data-lexical-editor], .public-DraftEditor-content, .cke_editable, .sun-editor-editable',
    kind: 'unknown',
    path: 'paste',
  },
];

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

/** Asks a field what it is: its kind, and by which path it takes an edit. */
export function detect(element: HTMLElement): { kind: FieldKind; path: InputPath } {
  if (isTextControl(element)) return { kind: 'textarea', path: 'exec' };
  const editor = known.find(({ selector }) => element.matches(selector));
  if (editor !== undefined) return editor;
  const plain =
    element.getAttribute('contenteditable') === 'plaintext-only' ||
    element.ownerDocument.designMode === 'on' ||
    (element.getAttributeNames().every((name) => humble.has(name)) && !/editor/i.test(element.className));
  return plain ? { kind: 'plain', path: 'exec' } : { kind: 'unknown', path: 'careful' };
}

/** True for a textarea or a single-line input, in whichever window it was made. */
export function isTextControl(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}
