import { lowerBound } from '../common/lower-bound.ts';
import type { Edit, Span } from './types.ts';

/** A part of a text that is left out. */
export interface LeftOut extends Span {
  /** True if it belongs to what stands before it. */
  readonly closes?: boolean;
}

const isWord = /[\p{L}\p{N}]/u;
/** Emphasis that ends behind a mark, and such that begins before one. */
const closed = /[\p{P}\p{S}](?<![*_])(?:\*{1,3}|_{1,3})$/u;
const opened = /^(?:\*{1,3}|_{1,3})(?![*_])[\p{P}\p{S}]/u;

/**
 * The edit, changed so that emphasis beside it is still emphasis: CommonMark reads `**` between a mark and a letter as
 * none, so that the blank in `**注意：** 要抓好` stays, and new quotation marks stand outside: “`**十五五**`”规划.
 * @param marks the marks of Markdown in the whole text, in order
 */
export function keepingEmphasis<E extends Edit>(edit: E, marks: readonly LeftOut[], whole: string): E {
  return keepingBlanks(enclosing(edit, marks, whole), marks, whole);
}

function keepingBlanks<E extends Edit>(edit: E, marks: readonly LeftOut[], whole: string): E {
  const { start, end } = edit;
  const deleted = whole.slice(start, end);
  const behind = /\s+$/u.exec(deleted.slice(-4))?.[0] ?? '';
  const before = /^\s+/u.exec(deleted)?.[0] ?? '';
  const isBeside = (side: 'start' | 'end', offset: number) => markAt(marks, side, offset)?.[side] === offset;
  let { text } = edit;
  const left = whole.slice(Math.max(0, start - 4), start) + text;
  if (
    behind !== '' &&
    isWord.test(whole.charAt(end)) &&
    closed.test(left) &&
    isBeside('end', end - behind.length)
  )
    text += behind;
  const right = text + whole.slice(end, end + 4);
  const isBefore = before !== '' && isWord.test(whole.charAt(start - 1)) && opened.test(right);
  if (isBefore && isBeside('start', start + before.length)) text = before + text;
  return { ...edit, text };
}

/** New marks at both ends of words that are emphasised stand outside the emphasis. */
function enclosing<E extends Edit>(edit: E, marks: readonly LeftOut[], whole: string): E {
  const { start, end, text } = edit;
  const [, first = '', words = '', last = ''] = /^(\p{P}*)(.*?)(\p{P}*)$/su.exec(text) ?? [];
  if (first === '' || last === '' || words === '') return edit;
  const [open, close] = [markAt(marks, 'end', start), markAt(marks, 'start', end)];
  if (open?.end !== start || close?.start !== end) return edit;
  const [before, behind] = [whole.slice(open.start, start), whole.slice(end, close.end)];
  if (before !== behind || !isWord.test(whole.charAt(start)) || !isWord.test(whole.charAt(end - 1)))
    return edit;
  return { ...edit, start: open.start, end: close.end, text: first + before + words + behind + last };
}

/** The first mark that begins or ends at an offset or behind it. */
function markAt(marks: readonly LeftOut[], side: 'start' | 'end', offset: number): LeftOut | undefined {
  return marks[lowerBound(marks.length, (at) => (marks[at]?.[side] ?? 0) < offset)];
}
