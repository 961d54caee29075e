import { addressesIn } from './addresses.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './types.ts';

/** A mark within a line; `closes` as in MarkdownMark. */
interface InlineMark extends Span {
  readonly closes: boolean;
}

/** What a line holds beside its words. Offsets of the line, in order. */
export interface Inline {
  /** The marks of links and images, words that are struck out, and blanks written as &nbsp;. */
  readonly marks: readonly InlineMark[];
  /** Addresses, tags of HTML and other entities: they stay, but no rule is to judge them. */
  readonly unread: readonly Span[];
  /** The line with letters in place of all of these. */
  readonly words: string;
  /** Whether the line is nothing but the definition of a link, or an entry of a table of contents. */
  readonly isHidden: boolean;
}

const mayHold = /[[\]<&~:\\/]|www\./u;
const title = `(?:[ \\t]+(?:"[^"\\n]*"|'[^'\\n]*'|\\([^()\\n]*\\)))?`;
const target = /^(?:<[^<>\n]*>|(?:[^()\n]|\([^()\n]*\))*)$/u;
const withTitle = /^(.*?)([ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/u;
const definition = new RegExp(
  `^ {0,3}\\[(?!\\^)[^\\]\\n]{1,100}\\]:[ \\t]*(<[^<>\\n]*>|\\S+)${title}[ \\t]*$`,
  'u',
);
/** What a link leads to: a path, a place in the page, a file, or anything in Latin letters. Not (15) and （待定）. */
const leads = /^<|^#|^[a-z][a-z\d+.-]*:|[\\/]|\.[a-z][a-z\d]{1,4}(?:[#?].*)?$|^(?!\d+$)[!-~]+$/iu;
const wiki = /\[\[([^[\]|\n]{1,200})(?:\|[^[\]\n]{0,200})?\]\]/gu;
const tag = /<\/?[a-z][a-z\d-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>`]+))?)*\s*\/?>/giu;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,20});/giu;
const blankEntity = /^&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#8194|#8195|#12288|#x3000);$/iu;
/** Not 3~~5天，8~~9天. */
const struck = /(?<![~\d])~~(?![~\s])[^~\n]{1,400}?(?<!\s)~~(?!~)/gu;
const isHan = /\p{Script=Han}/u;
/** So many units of a target are read. */
const farthest = 500;

/** Reads links, images, HTML, addresses and words struck out of a line. Linear in its length. */
export function readInline(line: string): Inline {
  if (!mayHold.test(line)) return { marks: [], unread: [], words: line, isHidden: false };
  const found = new Found(line);
  const defined = definition.exec(line)?.[1];
  if (defined !== undefined && leads.test(defined)) return { ...found.inline(), isHidden: true };
  const isContents = readLinks(found);
  for (const { index, 0: whole, 1: place = '' } of matchesOf(found.words(), wiki))
    if (whole.length > 4) found.unread(index + 2, index + 2 + place.length);
  if (line.includes('<'))
    for (const { index, 0: whole } of matchesOf(found.words(), tag))
      found.unread(index + 1, index + whole.length - 1);
  for (const { start, end } of addressesIn(found.words())) found.unread(start, end);
  if (line.includes('&'))
    for (const { index, 0: whole } of matchesOf(found.words(), entity)) {
      if (blankEntity.test(whole)) found.mark(index, index + whole.length, false);
      else found.unread(index, index + whole.length);
    }
  if (line.includes('~~'))
    for (const { index, 0: whole } of matchesOf(found.words(), struck)) {
      const end = index + whole.length;
      // Between two marks the place is kept, so that they do not look doubled.
      if (isHan.test(line.charAt(index - 1)) && isHan.test(line.charAt(end))) found.mark(index, end, false);
      else found.unread(index, end);
    }
  return { ...found.inline(), isHidden: isContents };
}

/** What was found in a line so far. */
class Found {
  private readonly marks: InlineMark[] = [];
  private readonly spans: Span[] = [];
  constructor(readonly line: string) {}
  mark(start: number, end: number, closes: boolean): void {
    this.marks.push({ start, end, closes });
  }
  unread(start: number, end: number): void {
    this.spans.push({ start, end });
  }
  /** The line with letters in place of what was found. */
  words(): string {
    return withLettersAt(this.line, outermost<Span>([...this.marks, ...this.spans]));
  }
  inline(): Omit<Inline, 'isHidden'> {
    const kept = new Set(outermost<Span>([...this.marks, ...this.spans]));
    const isKept = (span: Span) => kept.has(span);
    return {
      marks: this.marks.filter(isKept).sort(byStart),
      unread: this.spans.filter(isKept).sort(byStart),
      words: this.words(),
    };
  }
}

const byStart = (a: Span, b: Span) => a.start - b.start;

/** The spans that lie in no other one, in order: what is struck out may hold an address. */
function outermost<S extends Span>(spans: readonly S[]): S[] {
  let end = -1;
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** A text with letters in place of some spans of it, which are in order and do not overlap. */
export function withLettersAt(text: string, spans: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + 'a'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** Reads [words](target "title") and ![words](target); returns whether the line is one link to a place in the text. */
function readLinks(found: Found): boolean {
  const { line } = found;
  if (!line.includes('](')) return false;
  const open: number[] = [];
  let isContents = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '[') open.push(at);
    if (char !== ']') continue;
    const start = open.pop();
    if (line.charAt(at + 1) !== '(') continue;
    const place = targetAt(line, at + 2);
    if (place === null) continue;
    if (start !== undefined) {
      const first = line.charAt(start - 1) === '!' ? start - 1 : start;
      found.mark(first, start + 1, false);
      const isAlone = place.end === line.trimEnd().length && line.slice(0, first).trim() === '';
      if (isAlone && line.charAt(at + 2) === '#') isContents = true;
    }
    found.mark(at, place.end, true);
    at = place.end - 1;
  }
  return isContents;
}

/** The target of a link from behind its opening bracket, up to behind the closing one; null if none stands there. */
function targetAt(line: string, from: number): Span | null {
  let depth = 0;
  let quote = '';
  for (let at = from; at < Math.min(line.length, from + farthest); at++) {
    const char = line.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '<' && at === from) quote = '>';
    else if ((char === '"' || char === "'") && /[ \t]/u.test(line.charAt(at - 1))) quote = char;
    else if (char === '(') depth++;
    else if (char === ')' && --depth < 0) {
      const [, place = '', words = ''] = withTitle.exec(line.slice(from, at)) ?? [];
      const isTarget = target.test(place) && (leads.test(place) || words !== '');
      return isTarget ? { start: from, end: at + 1 } : null;
    }
  }
  return null;
}
