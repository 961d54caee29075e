import { sharedHead, sharedTail } from '../../draft/text-edits.ts';
import type { Edit } from '../../draft/types.ts';
import type { SheetText } from './sheet-text.ts';

/** What became of an edit, as far as it is drawn. */
export type CameOut = 'as-wanted' | 'unchanged' | 'otherwise';

/**
 * Compares what is drawn before and after an edit of `before`. Where paragraphs end is a guess and does not count. On the
 * lines below the edit, some may have left the sheet at its end or come into it, which shows as one stretch.
 */
export function cameOut(before: SheetText, edit: Edit, after: SheetText): CameOut {
  const old = drawnOf(before, 0, before.text.length);
  const now = drawnOf(after, 0, after.text.length);
  if (now === old) return 'unchanged';
  const head = drawnOf(before, 0, edit.start) + edit.text;
  const wanted = head + drawnOf(before, edit.end, before.text.length);
  if (now === wanted) return 'as-wanted';
  const kept = head.length + drawnOf(before, edit.end, lineEnd(before, edit.end)).length;
  const shared = sharedHead(wanted, 0, wanted.length, now);
  const isOneStretch =
    shared + sharedTail(wanted, 0, wanted.length, now, shared) === Math.min(wanted.length, now.length);
  return isOneStretch && shared >= kept ? 'as-wanted' : 'otherwise';
}

/** The offset behind the last glyph on the line of the glyph before `at`. */
function lineEnd({ glyphs }: SheetText, at: number): number {
  const baseline = glyphs[at - 1]?.baseline;
  let end = at;
  while (end < glyphs.length && glyphs[end] !== null && glyphs[end]?.baseline === baseline) end++;
  return end;
}

/** The drawn characters of a part of a text. */
function drawnOf({ text, glyphs }: SheetText, start: number, end: number): string {
  let drawn = '';
  for (let at = start; at < end; at++) if (glyphs[at] !== null) drawn += text[at] ?? '';
  return drawn;
}
