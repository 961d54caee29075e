import type { Fault } from '../pages/draft.ts';
import type { Driver } from './driver.ts';

/**
 * Presses of Ctrl+Z that restore the original; `never` if the editor's history cannot; `few` if the editor groups its
 * steps by time.
 */
export type Presses = number | 'never' | 'few';

/** Differences between browsers. */
export interface Ways {
  readonly undo: {
    /** One fix. */
    readonly fix: Presses;
    /** Three fixes in three paragraphs, as one action. */
    readonly three: Presses;
    /** The repair of ten headings' numbers. */
    readonly repair: Presses;
  };
}

/** A kind of field and its test page. Data only: the steps use it, and results are not in it. */
export interface Kind extends Ways {
  /** The page: `tests/browser/pages/<name>.ts`. */
  readonly name: string;
  /** Its name in the README's table. */
  readonly title: string;
  /** Its name in the Chinese table, if different. */
  readonly zh?: string;
  /** The parts of the drafts that the editor's model supports; the rest becomes plain lines. */
  readonly holds: {
    readonly bold: boolean;
    readonly link: boolean;
    readonly table: boolean;
    /** An uneditable part within a line. */
    readonly island: boolean;
    /** More than one line. */
    readonly lines: boolean;
  };
  /** False if only the visible part is in the DOM. */
  readonly complete: boolean;
  /** True if the editor changes its DOM when the mouse is over a line. */
  readonly stirs?: boolean;
  /** The faults whose fix the editor rejects; the card must say so, and the text stay unchanged. */
  readonly refuses?: readonly Fault['place'][];
  /** Time until the editor's bubble over a selection disappears after deselection, ms. */
  readonly bubble?: number;
  /** Differences in Firefox, or the reason why the kind is not supported there. */
  readonly firefox?: Partial<Ways> | { readonly not: string };
}

/** The behaviour of a kind in a browser; null if it is not supported there. */
export function waysOf(kind: Kind, browser: Driver['browser']): Ways | null {
  if (browser === 'chromium' || kind.firefox === undefined) return kind;
  return 'not' in kind.firefox ? null : { undo: kind.firefox.undo ?? kind.undo };
}

const all = { bold: true, link: true, table: true, island: true, lines: true };
const none = { bold: false, link: false, table: false, island: false, lines: true };
const once = { fix: 1, three: 1, repair: 1 };
/** A step of undo for each edit. */
const oneByOne = { fix: 1, three: 3, repair: 5 };
const few = { fix: 'few', three: 'few', repair: 'few' } as const;

export const kinds: readonly Kind[] = [
  { name: 'textarea', title: 'textarea', zh: '文本框（textarea）', holds: none, undo: once, complete: true },
  {
    name: 'plain',
    title: 'contenteditable',
    zh: '普通富文本（contenteditable）',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  {
    name: 'tiptap',
    title: 'tiptap / ProseMirror',
    holds: { ...all, table: false, island: false },
    undo: once,
    complete: true,
  },
  { name: 'quill', title: 'Quill 2', holds: { ...all, island: false }, undo: once, complete: true },
  { name: 'ckeditor5', title: 'CKEditor 5', holds: { ...all, island: false }, undo: once, complete: true },
  {
    name: 'tinymce',
    title: 'TinyMCE',
    holds: all,
    undo: once,
    complete: true,
  },
  {
    name: 'lexical',
    title: 'Lexical',
    holds: { ...all, link: false, table: false, island: false },
    undo: oneByOne,
    complete: true,
  },
  { name: 'slate', title: 'Slate', holds: all, undo: oneByOne, complete: true },
  {
    name: 'draftjs',
    title: 'Draft.js',
    holds: { ...all, link: false, table: false, island: false },
    undo: oneByOne,
    complete: true,
  },
  { name: 'wangeditor', title: 'wangEditor 5', holds: { ...all, island: false }, undo: once, complete: true },
  {
    name: 'editorjs',
    title: 'Editor.js',
    holds: { ...all, table: false, island: false },
    undo: oneByOne,
    complete: true,
    stirs: true,
    bubble: 300,
  },
  {
    name: 'input',
    title: 'input',
    zh: '单行输入框（input）',
    holds: { ...none, lines: false },
    undo: once,
    complete: true,
  },
  {
    name: 'tinymce-inline',
    title: 'TinyMCE (inline)',
    zh: 'TinyMCE（页内）',
    holds: all,
    undo: once,
    complete: true,
  },
  {
    name: 'jodit',
    title: 'Jodit',
    holds: all,
    undo: once,
    complete: true,
    firefox: { undo: { ...once, repair: 'few' } },
  },
  { name: 'summernote', title: 'Summernote', holds: all, undo: once, complete: true },
  {
    name: 'trix',
    title: 'Trix',
    holds: { ...all, table: false, island: false },
    undo: oneByOne,
    complete: true,
    firefox: { not: 'Trix puts its caret at the start a moment after it was given the focus' },
  },
  { name: 'codemirror6', title: 'CodeMirror 6', holds: none, undo: once, complete: true },
  {
    name: 'virtual',
    title: 'virtualised (visible paragraphs only)',
    zh: '只呈现可见段落的编辑器',
    holds: { ...none, bold: true },
    undo: { fix: 1, three: 3, repair: 'never' },
    complete: false,
  },
  {
    name: 'shadow',
    title: 'contenteditable in an open shadow root',
    zh: '影子树（open）里的富文本',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  {
    name: 'frame-same',
    title: 'frame, same origin',
    zh: '同源框架里的编辑器',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  {
    name: 'frame-cross',
    title: 'frame, cross-origin',
    zh: '跨源框架里的编辑器',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  {
    name: 'frame-srcdoc',
    title: 'frame, srcdoc',
    zh: 'srcdoc 框架里的编辑器',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  {
    name: 'frame-blank',
    title: 'frame, about:blank (designMode)',
    zh: 'about:blank 框架（designMode）',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  {
    name: 'quill1',
    title: 'Quill 1',
    holds: { ...all, table: false, island: false },
    undo: once,
    complete: true,
  },
  {
    name: 'vditor-wysiwyg',
    title: 'Vditor (WYSIWYG)',
    zh: 'Vditor（所见即所得）',
    holds: { ...all, island: false },
    undo: few,
    complete: true,
  },
  {
    name: 'vditor-ir',
    title: 'Vditor (instant rendering)',
    zh: 'Vditor（即时渲染）',
    holds: { ...all, island: false },
    undo: few,
    complete: true,
  },
  {
    name: 'vditor-sv',
    title: 'Vditor (Markdown)',
    zh: 'Vditor（分屏预览）',
    holds: none,
    undo: few,
    complete: true,
  },
  {
    name: 'toastui',
    title: 'Toast UI (WYSIWYG)',
    zh: 'Toast UI（所见即所得）',
    holds: { ...all, island: false },
    undo: once,
    complete: true,
  },
  {
    name: 'toastui-markdown',
    title: 'Toast UI (Markdown)',
    zh: 'Toast UI（Markdown）',
    holds: none,
    undo: once,
    complete: true,
  },
  {
    name: 'suneditor',
    title: 'SunEditor',
    holds: { ...all, island: false },
    undo: oneByOne,
    complete: true,
  },
  { name: 'squire', title: 'Squire', holds: all, undo: once, complete: true },
  { name: 'milkdown', title: 'Milkdown', holds: { ...all, island: false }, undo: once, complete: true },
  { name: 'blocknote', title: 'BlockNote', holds: { ...all, island: false }, undo: once, complete: true },
  {
    name: 'ckeditor4',
    title: 'CKEditor 4',
    holds: all,
    undo: oneByOne,
    complete: true,
    stirs: true,
    firefox: { undo: few },
  },
  {
    name: 'ckeditor4-inline',
    title: 'CKEditor 4 (inline)',
    zh: 'CKEditor 4（页内）',
    holds: all,
    undo: oneByOne,
    complete: true,
    stirs: true,
    firefox: { undo: few },
  },
  {
    name: 'tiptap-shared',
    title: 'tiptap with a second writer (Yjs)',
    zh: 'tiptap 多人同写（Yjs）',
    holds: { ...all, table: false, island: false },
    undo: once,
    complete: true,
  },
  { name: 'tinymce5', title: 'TinyMCE 5', holds: all, undo: once, complete: true },
  {
    name: 'tinymce5-bare',
    title: 'TinyMCE 5 without its paste plugin',
    zh: 'TinyMCE 5（无 paste 插件）',
    holds: all,
    undo: once,
    complete: true,
  },
  { name: 'tinymce4', title: 'TinyMCE 4', holds: all, undo: once, complete: true },
  {
    name: 'ueditor',
    title: 'UEditor 1.4 (a page like it)',
    zh: 'UEditor 1.4（仿其行为的页面）',
    holds: all,
    undo: once,
    complete: true,
  },
  { name: 'kindeditor', title: 'KindEditor', holds: all, undo: once, complete: true },
  {
    name: 'medium-editor',
    title: 'Medium Editor',
    holds: all,
    undo: oneByOne,
    complete: true,
  },
  { name: 'froala', title: 'Froala', holds: all, undo: oneByOne, complete: true },
];
