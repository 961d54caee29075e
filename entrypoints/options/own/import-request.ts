/** What the worker that reads files of phrases is asked. */
export interface ImportRequest {
  readonly form: 'xlsx' | 'table' | 'yaml';
  readonly bytes: Uint8Array;
}
