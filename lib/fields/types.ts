import type { Edit, NumberedItem, Span } from '../draft/types.ts';

/** Each kind has a file in `kinds/`. */
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
  | 'vditor'
  | 'codemirror6'
  | 'quill1'
  | 'ueditor'
  | 'kindeditor'
  | 'medium-editor'
  | 'froala'
  | 'canvas'
  | 'unknown';

/** What is not read by default, and read if the author allows it for a site. */
export interface AlsoRead {
  /** Code editors whose text is in the page. */
  readonly codeEditors: boolean;
  /** Fields that opt out of checking (`spellcheck=false` and the like). */
  readonly optedOut: boolean;
}

/** The result of an edit, after reading back. Nothing is retried. */
export type ApplyOutcome =
  | { readonly ok: true }
  /**
   * `stale`: the text had changed before the edit; `refused`: the editor changed nothing; `differs`: the
   * result was unexpected, and undone if `undone` is true. `made`: how many of several edits were made, each whole.
   */
  | {
      readonly ok: false;
      readonly reason: 'stale' | 'refused' | 'differs';
      readonly undone: boolean;
      readonly made?: number;
    };

/** The text is about to change while an input method composes, so that no edit is applied. */
export const composingOutcome: ApplyOutcome = { ok: false, reason: 'stale', undone: true };

/**
 * An editor field on a page. Offsets are UTF-16 units of `read()`'s text; paragraphs are separated by one
 * `\n`.
 */
export interface Field {
  readonly element: HTMLElement;
  readonly kind: FieldKind;
  /** The text as the author sees it, without zero-width characters, placeholders and non-editable parts. */
  read(): string;
  /** Items of lists that the editor numbers itself (`<ol>`), in order; their numbers are not in the text. */
  listItems(): readonly NumberedItem[];
  /** False if the DOM holds only the visible part of a long document. */
  readonly complete: boolean;
  /**
   * The DOM range of a span (rich fields), valid until the next change; null for fields whose text is not in
   * the DOM. Returns `known` if it is at that place already.
   */
  toRange(span: Span, known?: Range): Range | null;
  /** Changes with every new reading of the text. Ranges stay valid while it is the same. */
  readonly reading: number;
  /** Client rectangles of a span, in the coordinates of the field's own window. */
  rects(span: Span): DOMRect[];
  /**
   * The offset of the caret (focus of the selection); the last known one while the field has no focus, null
   * before that.
   */
  caret(): number | null;
  /**
   * Applies sorted, non-overlapping edits through the editor's own input path, as one undo step if the editor
   * allows it, then reads back and verifies. `expected` is the text the edits were computed on.
   */
  apply(edits: readonly Edit[], expected: string): Promise<ApplyOutcome>;
  insert(text: string): Promise<ApplyOutcome>;
  /**
   * Scrolls a span into view and puts the caret at its start. Takes the focus, so call it only on the
   * author's click.
   */
  reveal(span: Span): void;
  /**
   * Calls back after each change of the text, at most once per frame; during a composition only once after
   * its end. Stops with the signal.
   */
  watch(onChange: () => void, signal: AbortSignal): void;
  readonly composing: boolean;
}
