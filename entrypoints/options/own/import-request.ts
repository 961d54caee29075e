/** What the worker that reads files of phrases is asked. */
export interface ImportRequest {
  readonly form: 'xlsx' | 'table' | 'list' | 'docx' | 'yaml';
  readonly bytes: Uint8Array;
}
