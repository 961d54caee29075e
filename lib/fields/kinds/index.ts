import type { Adapter } from './adapter.ts';
import { ckeditor4 } from './ckeditor4.ts';
import { ckeditor5 } from './ckeditor5.ts';
import { codemirror6 } from './codemirror6.ts';
import { draftjs } from './draftjs.ts';
import { editorjs } from './editorjs.ts';
import { froala } from './froala.ts';
import { jodit } from './jodit.ts';
import { kindeditor } from './kindeditor.ts';
import { lexical } from './lexical.ts';
import { mediumEditor } from './medium-editor.ts';
import { plain } from './plain.ts';
import { prosemirror } from './prosemirror.ts';
import { quill } from './quill.ts';
import { quill1 } from './quill1.ts';
import { slate } from './slate.ts';
import { summernote } from './summernote.ts';
import { suneditor } from './suneditor.ts';
import { textControl } from './textarea.ts';
import { tinymce } from './tinymce.ts';
import { trix } from './trix.ts';
import { ueditor } from './ueditor.ts';
import { unknown } from './unknown.ts';
import { vditor, vditorSource } from './vditor.ts';
import { wangeditor } from './wangeditor.ts';

/** Tried in this order: the generic adapters come last. */
const adapters: readonly Adapter[] = [
  vditorSource,
  textControl,
  prosemirror,
  quill1,
  quill,
  ckeditor5,
  tinymce,
  lexical,
  wangeditor,
  slate,
  draftjs,
  editorjs,
  trix,
  ckeditor4,
  suneditor,
  jodit,
  summernote,
  vditor,
  codemirror6,
  ueditor,
  kindeditor,
  mediumEditor,
  froala,
  plain,
];

/** The adapter of a field element. */
export function adapterOf(element: HTMLElement): Adapter {
  return adapters.find((adapter) => adapter.is(element)) ?? unknown;
}
