import type { Edit } from './types.ts';

/** The text after edits (sorted, not overlapping; UTF-16 offsets of the text before). */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
