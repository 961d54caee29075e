import type { Edit, NumberedItem, Span } from '../draft/types.ts';

/** One file of `kinds/` each. */
export type FieldKind =
  | 'textarea'
  | 'plain'
  | 'prosemirror'
  | 'quill'
  | 'ckeditor5'
  | 'ckeditor4'
  | 'tinymce'
  | 'lexical'
  | 'slate'
  | 'wangeditor'
  | 'draftjs'
  | 'editorjs'
  | 'trix'
  | 'suneditor'
  | 'jodit'
  | 'summernote'
  | 'codemirror6'
  | 'unknown';

/** What is left alone by default, and read where the author says so for a site. */
export interface AlsoRead {
  /** Code editors whose text is in the page. */
  readonly codeEditors: boolean;
  /** Fields that ask not to be checked (`spellcheck=false` and its like). */
  readonly optedOut: boolean;
}

/** What became of an edit: read back and compared with what was wanted. Nothing is retried blindly. */
export type ApplyOutcome =
  | { readonly ok: true }
  /** `stale`: the text had changed before the edit; `refused`: the editor changed nothing; `differs`: it came out otherwise and was taken back (`undone`) or could not be. */
  | { readonly ok: false; readonly reason: 'stale' | 'refused' | 'differs'; readonly undone: boolean };

/** While an input method composes, the text is about to change, and nothing touches it. */
export const midWord: ApplyOutcome = { ok: false, reason: 'stale', undone: true };

/** An editor field on a page. Offsets are UTF-16 units of `read()`'s text; paragraphs are parted by one `\n`. */
export interface Field {
  readonly element: HTMLElement;
  readonly kind: FieldKind;
  /** The text as the author sees it: no zero-width characters, placeholders or non-editable islands. */
  read(): string;
  /** Items of lists that the editor numbers itself (`<ol>`), in order of place; their numbers are not in the text. */
  listItems(): readonly NumberedItem[];
  /** False when the DOM holds only the visible part of a long document. */
  readonly complete: boolean;
  /**
   * The DOM range of a span (rich fields); null for fields whose text is not in the DOM. Valid until the next change.
   * Where `known` stands there already, that one.
   */
  toRange(span: Span, known?: Range): Range | null;
  /** Another number whenever the text was read anew: until then, ranges stand where they stood. */
  readonly reading: number;
  /** Client rectangles of a span, in the coordinates of the field's own window. */
  rects(span: Span): DOMRect[];
  /** Offset of the text under a point of the field's window, or null. */
  offsetAt(x: number, y: number): number | null;
  /** Offset of the caret (focus of the selection) when the selection is in this field, else null. The last known one while the field has no focus. */
  caret(): number | null;
  /**
   * Applies edits (sorted, not overlapping) through the editor's own input path as one undo step where the editor
   * allows it, reads back and verifies. `expected` is the text the edits were computed on.
   */
  apply(edits: readonly Edit[], expected: string): Promise<ApplyOutcome>;
  /** Inserts text at the last caret, through the same path. */
  insert(text: string): Promise<ApplyOutcome>;
  /** Scrolls a span into view and puts the caret at its start; takes focus (only ever called on the author's click). */
  reveal(span: Span): void;
  /**
   * Calls back after each change of the text, once per frame at most, never during an input method's composition
   * (then once after it ended). Stops with the signal.
   */
  watch(onChange: () => void, signal: AbortSignal): void;
  /** True while an input method composes in this field. */
  readonly composing: boolean;
}
