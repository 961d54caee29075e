import { sharedHead, sharedTail } from '../../draft/text-edits.ts';
import type { Edit } from '../../draft/types.ts';
import type { SheetText } from './sheet-text.ts';

/** What became of an edit, as far as it is drawn. */
export type CameOut = 'as-wanted' | 'unchanged' | 'otherwise';

/**
 * Compares what is drawn before and after an edit of `before`. Where paragraphs end is a guess and does not count, but
 * right in front of the edit and behind it: an editor that moves its selection there may have taken a break with it, which
 * is drawn in no selection. On the lines below the edit, some may have left the sheet at its end or come into it, which
 * shows as one stretch.
 */
export function cameOut(before: SheetText, edit: Edit, after: SheetText): CameOut {
  const old = drawnOf(before, 0, before.text.length);
  const now = drawnOf(after, 0, after.text.length);
  if (now === old) return 'unchanged';
  const front = drawnOf(before, 0, edit.start);
  const head = front + edit.text;
  const keepsBreaks =
    (!isBreakBefore(before, edit.start) || isBreakBefore(after, offsetOf(after, front.length))) &&
    (!isBreakBehind(before, edit.end) || isBreakBefore(after, offsetOf(after, head.length)));
  if (!keepsBreaks) return 'otherwise';
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

/** The offset of the drawn character with this number, or of the end of the text. */
function offsetOf({ text, glyphs }: SheetText, number: number): number {
  let left = number;
  for (let at = 0; at < text.length; at++) if (glyphs[at] !== null && left-- === 0) return at;
  return text.length;
}

/** True if a paragraph ends between an offset and what is drawn before it; so it does around the whole text. */
function isBreakBefore({ text, glyphs }: SheetText, offset: number): boolean {
  let at = offset;
  while (at > 0 && glyphs[at - 1] === null) at--;
  return at === 0 || offset === text.length || text.slice(at, offset).includes('\n');
}

/** True if a paragraph ends between an offset and what is drawn behind it. */
function isBreakBehind({ text, glyphs }: SheetText, offset: number): boolean {
  let at = offset;
  while (at < text.length && glyphs[at] === null) at++;
  return text.slice(offset, at).includes('\n');
}

/** The drawn characters of a part of a text. */
function drawnOf({ text, glyphs }: SheetText, start: number, end: number): string {
  let drawn = '';
  for (let at = start; at < end; at++) if (glyphs[at] !== null) drawn += text[at] ?? '';
  return drawn;
}
