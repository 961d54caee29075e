import { isEmphasis, isRule, isSlanted } from './emphasis.ts';
import { withLineEnds } from './line-ends.ts';
import { codeSpans, hiddenLines, hideIndented } from './markdown-code.ts';
import { readInline, withLettersAt } from './markdown-inline.ts';
import { itemsWithoutNumber } from './markdown-lists.ts';
import { CommentReader, hideQuotations } from './markdown-unread.ts';
import { matchesOf } from './matches.ts';
import { readHeading } from './ordinals.ts';
import type { Span } from './types.ts';

/** A part of Markdown that the reader does not see. UTF-16 offsets of the text. */
export interface MarkdownMark extends Span {
  /** True if it belongs to the words before it: what is inserted there stands before the mark. */
  readonly closes: boolean;
}

/** What of a text is Markdown, in order of place. UTF-16 offsets of the text. */
export interface Markdown {
  /** Marks of headings, lists, quotations, tables, emphasis and links; comments, code blocks and a front matter. */
  readonly marks: readonly MarkdownMark[];
  /** Code within a line, without its back ticks, and addresses. */
  readonly unread: readonly Span[];
}

/** First characters of lines that may be Markdown. */
const firsts = '#`~*_>|-+';
/** What else may be Markdown, wherever it stands: code, links, tags, entities, emphasis, addresses and paths. */
const anywhere = /[`<*\\]|\]\(|\[\[|\]:|__|~~|:\/|www\.|&[#A-Za-z]|\.\/|[A-Za-z]\//u;
/** What may stand before the words of a line: `> `, `- `, `- [ ] `, `## `, `| `. */
const quote = /^[ \t]*>[ \t]?/u;
const bullet = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/u;
const heading = /^[ \t]{0,3}#{1,6}[ \t]+(?=\S)/u;
const cell = /^[ \t]*\|[ \t]*/u;
const emphasis = /\*{2,3}|_{2,3}/gu;
/** Between Chinese words only: 5*8*3 is a product. */
const slanted = /(?<=\p{Script=Han})\*(?=\p{Script=Han})([^*\n]{2,20})\*(?=\p{Script=Han})/gu;
const emphasisAtStart = /^(?:\*{1,3}|_{1,3})(?=\S)/u;
/** |---|:---:| */
const tableRule = /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/u;
/** So many marks stand before the words of a line at most. */
const deepest = 6;

/**
 * Reads what of a text is Markdown; null if nothing of it is. Marks of lists, quotations, tables and emphasis are read
 * before an ordinal; emphasis is read more freely in a text that has headings (`## `), code blocks, a front matter or a
 * table: plain text has none of these. Linear in the text's length.
 */
export function readMarkdown(written: string): Markdown | null {
  const text = withLineEnds(written);
  if (!mayBeMarkdown(text)) return null;
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const hidden = hiddenLines(lines);
  const isWhole = lines.some((line, at) => hidden[at] === true || heading.test(line) || tableRule.test(line));
  if (isWhole) hideIndented(lines, hidden);
  hideQuotations(lines, hidden);
  const bare = isWhole ? itemsWithoutNumber(lines, hidden) : null;
  const marks: MarkdownMark[] = [];
  const unread: Span[] = [];
  const comments = new CommentReader(lines);
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const words = bare?.get(at) ?? 0;
    const read = readLine(
      line,
      hidden[at] === true,
      comments.inLine(line, at, hidden[at] === true),
      isWhole,
      words,
    );
    for (const span of read.unread) unread.push({ start: span.start + start, end: span.end + start });
    for (const mark of read.marks) marks.push({ ...mark, start: mark.start + start, end: mark.end + start });
    start += line.length + (text.charAt(start + line.length) === '\r' ? 2 : 1);
  }
  return marks.length === 0 && unread.length === 0 ? null : { marks, unread };
}

/** What of a line is Markdown, in order. Offsets of the line; before `words` stands a number that counts nothing. */
function readLine(
  line: string,
  isHidden: boolean,
  comments: readonly Span[],
  isWhole: boolean,
  words: number,
): Markdown {
  const all = line === '' ? [] : [{ start: 0, end: line.length, closes: false }];
  if (isHidden) return { marks: all, unread: [] };
  const shown = withLettersAt(line, comments);
  const code = shown.includes('`') ? codeSpans(shown) : [];
  const inline = readInline(withLettersAt(shown, code));
  if (inline.isHidden) return { marks: all, unread: [] };
  const byStart = (a: Span, b: Span) => a.start - b.start;
  const marks = [
    ...comments.map((span) => ({ ...span, closes: false })),
    ...inline.marks,
    ...(words > 0 ? [{ start: 0, end: words, closes: false }] : []),
    ...marksOf(inline.words, isWhole, words),
  ].sort(byStart);
  return { marks, unread: [...code, ...inline.unread].sort(byStart) };
}

/** False if no line begins like Markdown, and there is no code, link or address: true of nearly all drafts. */
function mayBeMarkdown(text: string): boolean {
  if (anywhere.test(text)) return true;
  for (let at = 0; ; ) {
    while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 9) at++;
    if (at < text.length && firsts.includes(text.charAt(at))) return true;
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return false;
  }
}

/** The marks of a line behind an offset, in order. Offsets of the line. */
function marksOf(line: string, isWhole: boolean, words: number): MarkdownMark[] {
  const { end, isHeading } = leadOf(line, words);
  const bold = /\*\*|__/u.test(line);
  const slant = line.includes('*') && !bold ? slantedIn(line, end) : [];
  if (end === 0 && !bold && slant.length === 0 && !emphasisAtStart.test(line.trimStart())) return [];
  const from = end === 0 ? line.length - line.trimStart().length : end;
  const emphasised = emphasisedOrdinal(line, from);
  const isOrdinal = emphasised !== null || readHeading(line.slice(from))?.certainty === 'sure';
  const marks: MarkdownMark[] = [];
  if (end > words && (isHeading || isOrdinal)) marks.push({ start: 0, end, closes: false });
  if (emphasised !== null) marks.push(...emphasised);
  if (bold) marks.push(...emphasisOf(line, emphasised?.[1]?.end ?? from, isWhole));
  if (slant.length > 0 && emphasised === null) marks.push(...slant);
  const tail = isHeading ? closingHashes(line, from) : line.length;
  if (tail < line.length) marks.push({ start: tail, end: line.length, closes: true });
  return marks;
}

/** Where the marks before the words of a line end, and whether one of them makes it a heading. */
function leadOf(line: string, words: number): { readonly end: number; readonly isHeading: boolean } {
  if (words > 0) return { end: words, isHeading: false };
  const isRow = /^[ \t]*\|.*\|[ \t]*$/u.test(line);
  let end = 0;
  for (let depth = 0; depth < deepest; depth++) {
    const rest = line.slice(end);
    const mark = heading.exec(rest);
    if (mark !== null) return { end: end + mark[0].length, isHeading: true };
    const other = quote.exec(rest) ?? bullet.exec(rest) ?? (isRow ? cell.exec(rest) : null);
    if (other === null) break;
    end += other[0].length;
  }
  return { end, isHeading: false };
}

/** The two marks of **一、提高认识** and **一、**提高认识; null if no ordinal stands there. */
function emphasisedOrdinal(line: string, from: number): readonly [MarkdownMark, MarkdownMark] | null {
  const run = emphasisAtStart.exec(line.slice(from))?.[0];
  if (run === undefined) return null;
  const inside = from + run.length;
  const close = line.indexOf(run, inside);
  if (
    close < 0 ||
    /[\s*_]/u.test(line.charAt(close - 1)) ||
    line.charAt(close + run.length) === run.charAt(0)
  )
    return null;
  const words = line.slice(inside, close) + line.slice(close + run.length);
  if (readHeading(words)?.certainty !== 'sure') return null;
  return [
    { start: from, end: inside, closes: false },
    { start: close, end: close + run.length, closes: true },
  ];
}

/** The marks of emphasis in a line behind an offset. */
function emphasisOf(line: string, from: number, isWhole: boolean): MarkdownMark[] {
  const marks: MarkdownMark[] = [];
  let free = from;
  // Behind a blank of a template, other marks of the line are likely blanks too.
  let isTemplate = false;
  for (const { index: start, 0: run } of matchesOf(line, emphasis)) {
    const inside = start + run.length;
    if (start < free || isRule(line, start)) continue;
    const end = isEmphasis(line, start, inside, isWhole && !isTemplate);
    if (end === null) {
      isTemplate = true;
      continue;
    }
    marks.push({ start, end: inside, closes: false }, { start: end - run.length, end, closes: true });
    free = end;
  }
  return marks;
}

/** The marks of words between single stars: 党的*十九大*精神. */
function slantedIn(line: string, from: number): MarkdownMark[] {
  return matchesOf(line.slice(from), slanted).flatMap(({ index, 0: whole, 1: content = '' }) => {
    const start = from + index;
    const end = start + whole.length;
    if (!isSlanted(content, line.slice(end, end + 4))) return [];
    return [
      { start, end: start + 1, closes: false },
      { start: end - 1, end, closes: true },
    ];
  });
}

/** Where the # begin that close a heading (`## 一、 ##`), with the blanks before them; the line's end if there are none. */
function closingHashes(line: string, from: number): number {
  let at = line.trimEnd().length;
  while (line.charAt(at - 1) === '#') at--;
  if (at === line.trimEnd().length || !/[ \t]/u.test(line.charAt(at - 1))) return line.length;
  return Math.max(from, line.slice(0, at).trimEnd().length);
}
