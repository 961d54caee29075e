import type { WriteOptions } from '../../../lib/docx/open.ts';
import type { Change } from '../../../lib/draft/changes.ts';
import type { Words } from '../../../lib/language/language.ts';

/** What the panel asks its worker for. */
export type DocxRequest =
  | { readonly type: 'read'; readonly bytes: Uint8Array }
  | {
      readonly type: 'write';
      readonly bytes: Uint8Array;
      readonly changes: readonly Change[];
      readonly options: WriteOptions;
    };

/** What the worker answers; `unusable` says why a file cannot be worked on. */
export type DocxReply =
  | { readonly text: string }
  | { readonly bytes: Uint8Array<ArrayBuffer> | null }
  | { readonly unusable: Words };
