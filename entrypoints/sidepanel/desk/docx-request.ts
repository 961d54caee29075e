import type { WriteOptions } from '../../../lib/docx/open.ts';
import type { Change } from '../../../lib/draft/changes.ts';
import type { NumberedItem } from '../../../lib/draft/types.ts';

export type DocxRequest =
  | { readonly type: 'read'; readonly bytes: Uint8Array }
  | {
      readonly type: 'write';
      readonly bytes: Uint8Array;
      readonly changes: readonly Change[];
      readonly options: WriteOptions;
    };

/** The text of a .docx, and the numbers that Word computes, with offsets of it. */
export interface DocxText {
  readonly text: string;
  readonly numbered: readonly NumberedItem[];
}

/** What comes of a request. `bytes`: null if the changes add or remove lines. */
export type DocxAnswer = DocxText | { readonly bytes: Uint8Array<ArrayBuffer> | null };
