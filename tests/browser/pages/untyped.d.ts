// The parts of editors without types that the pages use.

declare module 'react' {
  export type Node = object | string | null;
  export type Component<P> = (props: P) => Node;
  export function createElement(type: unknown, props?: object | null, ...children: unknown[]): object;
  export function useState<S>(first: S): [S, (next: S) => void];
}

declare module 'react-dom/client' {
  export function createRoot(place: Element): { render(node: object): void };
}

declare module 'draft-js' {
  export interface RawContent {
    readonly blocks: readonly {
      readonly key?: string;
      readonly text: string;
      readonly type: string;
      readonly depth: number;
      readonly inlineStyleRanges: readonly { offset: number; length: number; style: string }[];
      readonly entityRanges: readonly { offset: number; length: number; key: number }[];
    }[];
    readonly entityMap: Readonly<Record<string, { type: string; mutability: string; data: object }>>;
  }
  export interface ContentState {
    readonly content: unique symbol;
  }
  export interface EditorState {
    getCurrentContent(): ContentState;
  }
  export const EditorState: { createWithContent(content: ContentState): EditorState };
  export const Editor: unique symbol;
  export function convertFromRaw(raw: RawContent): ContentState;
  export function convertToRaw(content: ContentState): RawContent;
}

declare module 'codemirror5' {
  export default function CodeMirror(
    place: Element,
    options: { value: string; lineWrapping: boolean },
  ): { getValue(): string };
}

declare module 'quill1' {
  export default class Quill {
    constructor(place: Element, options: object);
    readonly root: HTMLElement;
    readonly clipboard: { dangerouslyPasteHTML(html: string): void };
    readonly history: { clear(): void };
    getText(): string;
    getContents(): Delta;
    setContents(delta: Delta): void;
  }
  interface Delta {
    readonly ops: readonly { readonly insert?: unknown; readonly attributes?: { readonly bold?: boolean } }[];
  }
}

declare module 'tinymce4' {
  export default tinymce;
  const tinymce: import('./draft-tinymce.ts').TinyMce;
}

declare module 'medium-editor' {
  export default class MediumEditor {
    constructor(place: Element, options: object);
    getContent(): string;
    setContent(html: string): void;
  }
}

declare module 'kindeditor/*' {
  export default text;
  const text: string;
}
declare module '@toast-ui/editor' {
  export default class Editor {
    constructor(options: {
      el: Element;
      initialEditType: 'wysiwyg' | 'markdown';
      height: string;
      usageStatistics: boolean;
      hideModeSwitch: boolean;
      autofocus: boolean;
    });
    getHTML(): string;
    setHTML(html: string, cursorToEnd: boolean): void;
    getMarkdown(): string;
    setMarkdown(text: string, cursorToEnd: boolean): void;
    getEditorElements(): { readonly mdEditor: Element; readonly wwEditor: Element };
  }
}
