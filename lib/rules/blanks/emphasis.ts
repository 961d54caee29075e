import { afterBlank } from './filling.ts';

/** Longest stretch of emphasis that runs in the middle of a clause. Units. */
const shortest = 20;

/** True on a line of nothing but marks: a divider, or a line to sign on. */
export function isRule(text: string, offset: number): boolean {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const to = text.indexOf('\n', offset);
  return /^[*＊_＿\s\-—]+$/u.test(text.slice(from, to < 0 ? text.length : to));
}

/**
 * Tells Markdown emphasis (**重点**) from two blanks in one line (**同志……**人). Takes the span of the first marks;
 * returns where the closing ones end, or null when they are no emphasis.
 */
export function isEmphasis(text: string, start: number, end: number): number | null {
  const marks = text.slice(start, end);
  if (marks.length > 3 || /[＊＿]/u.test(marks)) return null;
  const lineEnd = text.indexOf('\n', end);
  const close = text.indexOf(marks, end);
  if (close < 0 || (lineEnd >= 0 && close > lineEnd)) return null;
  const content = text.slice(end, close);
  if (content === '' || /^\s|\s$/u.test(content) || content.includes(marks.charAt(0))) return null;
  const closed = close + marks.length;
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(closed, closed + 1);
  const opensAlone = before === '' || /[\s，。；：、！？”）—-]/u.test(before);
  const closesAlone = after === '' || /[\s，。；：、！？“（—-]/u.test(after) || /[。：！？]$/u.test(content);
  if (opensAlone && closesAlone && !afterBlank.test(content)) return closed;
  const plain = content.length <= shortest && !/[，。；：！？、《》“”]/u.test(content);
  return plain && !afterBlank.test(content) && !/^[和与]/u.test(content) ? closed : null;
}
