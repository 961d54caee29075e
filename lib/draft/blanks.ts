import { withLineEnds } from './line-ends.ts';
import { matchesOf } from './matches.ts';
import { numeralCharacters } from './numeral-values.ts';
import { spansWithin } from './overlaps.ts';
import { leavingOut, type SeenText } from './seen-text.ts';
import type { Span } from './types.ts';

/** A line in which blanks stand between Chinese characters, or between one and a bracket, a quotation mark or 、. UTF-16 offsets of the text. */
export interface LineWithBlanks extends Span {
  /** The line without these blanks. */
  readonly joined: string;
  /** The blanks, in order. */
  readonly blanks: readonly Span[];
  /** For each blank, its offset in `joined`. */
  readonly cuts: readonly number[];
}

/** Tabs part columns, and are no blanks within a term. */
const marks = [' ', '\u3000', '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u205f'] as const;
const codes: ReadonlySet<number> = new Set(marks.map((mark) => mark.charCodeAt(0)));
/** A longer stretch of blanks parts columns. UTF-16 units. */
const longest = 2;
const opening = '（(“《';
const closing = '、）)”》，';

/**
 * The lines of a text in which one or two blanks stand between Chinese characters. Lines with columns (a tab, or three
 * blanks and more between words) are left out. Linear in the text's length.
 */
export function linesWithBlanks(written: string): LineWithBlanks[] {
  const text = withLineEnds(written);
  const found: LineWithBlanks[] = [];
  const next = marks.map((mark) => placeOf(text, mark, 0));
  for (let first = Math.min(...next); first < text.length; first = Math.min(...next)) {
    const start = text.lastIndexOf('\n', first) + 1;
    const lineEnd = placeOf(text, '\n', first);
    const end = text.charAt(lineEnd - 1) === '\r' ? lineEnd - 1 : lineEnd;
    const line = readLine(text.slice(start, end), start);
    if (line !== null) found.push(line);
    for (const [at, mark] of marks.entries()) if ((next[at] ?? 0) < end) next[at] = placeOf(text, mark, end);
  }
  return found;
}

/** Where a mark stands next; the length of the text if it stands nowhere. */
function placeOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

function readLine(line: string, start: number): LineWithBlanks | null {
  const blanks: Span[] = [];
  const cuts: number[] = [];
  let joined = '';
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    if (!isBlank(line, at)) continue;
    const first = at;
    while (isBlank(line, at + 1)) at++;
    if (!isBeside(line, first - 1, opening) || !isBeside(line, at + 1, closing)) continue;
    if (at + 1 - first > longest) return null;
    joined += line.slice(from, first);
    from = at + 1;
    blanks.push({ start: start + first, end: start + from });
    cuts.push(joined.length);
  }
  if (blanks.length === 0 || line.trim().includes('\t')) return null;
  return { start, end: start + line.length, joined: joined + line.slice(from), blanks, cuts };
}

function isBlank(text: string, at: number): boolean {
  return codes.has(text.charCodeAt(at));
}

/** Whether a Chinese character or one of some marks stands at an offset. */
function isBeside(text: string, at: number, some: string): boolean {
  const code = text.charCodeAt(at);
  if (at >= 0 && at < text.length && some.includes(text.charAt(at))) return true;
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

const blank = '[ \\u00a0\\u3000]{0,2}';
const numeral = `[${numeralCharacters}]`;
const number = `${numeral}(?:${blank}${numeral}){0,4}`;
/** Ordinals that begin a line, or only follow a stop: 第 一 章, （一 ）, 二 十、, 三 是. The mark before them is a group. */
const ordinals = new RegExp(
  `(^[\\s\\u3000]*|[。；：！？，]${blank})(?:第${blank}${number}${blank}(?:[条章节，、：]|部${blank}分)|` +
    `[（(]${blank}${number}${blank}[）)]|${number}${blank}[、是要]|其${blank}${number}${blank}[，、])`,
  'gu',
);

/** The blanks within the ordinals of a line: they are spaced out, or come from a scan. In order; offsets of the text. */
export function blanksInOrdinals({ start, end, blanks }: LineWithBlanks, text: string): Span[] {
  return matchesOf(text.slice(start, end), ordinals).flatMap(({ index, 0: whole, 1: before = '' }) => {
    const from = start + index + before.length;
    const to = start + index + whole.length;
    return spansWithin(blanks, { start: from + 1, end: to - 1 });
  });
}

/** The text without blanks within ordinals; null if there are none. */
export function textOfOrdinals(text: string): SeenText | null {
  const blanks = linesWithBlanks(text).flatMap((line) => blanksInOrdinals(line, text));
  return blanks.length === 0 ? null : leavingOut(text, blanks);
}
