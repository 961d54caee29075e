import type { Words } from '../../../lib/language/language.ts';
import type { ReadDrafts } from '../../../lib/phrases/exchange/table.ts';
import type { OtherYaml } from '../../../lib/phrases/exchange/yaml.ts';

/** What the worker that reads files of phrases is asked. */
export interface ImportRequest {
  readonly form: 'xlsx' | 'table' | 'yaml';
  readonly bytes: Uint8Array;
}

/** What it answers: what the file holds, or why it is refused, in one sentence. */
export type ImportReply = { readonly read: ReadDrafts | OtherYaml } | { readonly refused: Words };
