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

/** The same change without the characters that it leaves as they are at its two ends. Never cuts a surrogate pair. */
export function narrowed<E extends Edit>(text: string, edit: E): E {
  const { start, end, text: words } = edit;
  let head = sharedHead(text, start, end, words);
  if (isHighSurrogate(words, head - 1)) head--;
  let tail = sharedTail(text, start, end, words, head);
  if (isLowSurrogate(words, words.length - tail)) tail--;
  return { ...edit, start: start + head, end: end - tail, text: words.slice(head, words.length - tail) };
}

/** The one stretch in which two texts differ: `[start, end)` of the old text became `text`. */
export function difference(before: string, after: string): Edit {
  return narrowed(before, { start: 0, end: before.length, text: after });
}

/** Long texts are compared first by stretches of so many units, as strings, and then unit by unit. */
const stretch = 512;

/** How many units `[start, end)` of a text shares with other words from their start. */
export function sharedHead(text: string, start: number, end: number, words: string): number {
  const most = Math.min(end - start, words.length);
  let head = 0;
  while (
    head + stretch <= most &&
    text.slice(start + head, start + head + stretch) === words.slice(head, head + stretch)
  )
    head += stretch;
  while (head < most && text.charCodeAt(start + head) === words.charCodeAt(head)) head++;
  return head;
}

/** How many units the two share from their end, not counting the `head` units shared from the start. */
export function sharedTail(text: string, start: number, end: number, words: string, head: number): number {
  const most = Math.min(end - start, words.length) - head;
  const { length } = words;
  let tail = 0;
  while (
    tail + stretch <= most &&
    text.slice(end - tail - stretch, end - tail) === words.slice(length - tail - stretch, length - tail)
  )
    tail += stretch;
  while (tail < most && text.charCodeAt(end - 1 - tail) === words.charCodeAt(length - 1 - tail)) tail++;
  return tail;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
