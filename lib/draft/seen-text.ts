import { lowerBound } from '../common/lower-bound.ts';
import { keepingEmphasis, type LeftOut } from './emphasis-edits.ts';
import { readMarkdown } from './markdown.ts';
import { withLettersAt } from './markdown-inline.ts';
import { narrowed } from './text-edits.ts';
import type { Edit, NumberedItem, Span } from './types.ts';

/**
 * Characters that nobody sees: the Default_Ignorable_Code_Points of Unicode (zero-width characters, controls of
 * direction, variation selectors, soft hyphens) and the C0 controls other than tabs and line ends. Written out: the
 * property is slower, and the whole text is searched at each check.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: combining characters, too, one by one.
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43][\udc00-\udfff]/g;

/** A text without its characters that nobody sees. Offsets are UTF-16 units. */
export interface SeenText {
  readonly text: string;
  /** The characters left out, with their place in the whole text. */
  readonly leftOut: readonly Span[];
  /** The place in the whole text of a span of `text`: what is left out within it is part of it, at its edges not. */
  toWhole<S extends Span>(span: S): S;
  /** The edit of the whole text that an edit of `text` comes to. Marks of Markdown that are left out stay. */
  editInWhole<E extends Edit>(edit: E): E;
  /** The offset in `text` of an offset in the whole text. */
  fromWhole(offset: number): number;
}

/** The text without the characters that nobody sees; null if every character of it is seen. */
export function seenText(whole: string): SeenText | null {
  if (whole.search(unseen) < 0) return null;
  const leftOut = [...whole.matchAll(unseen)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return leavingOut(whole, leftOut);
}

/**
 * The text without marks of Markdown, comments, code blocks and front matter; null if it has none of them. With
 * `masked`, code within a line and addresses are replaced by as many letters, since no rule is to judge them.
 */
export function textOfMarkdown(whole: string, masked: boolean): SeenText | null {
  const read = readMarkdown(whole);
  if (read === null || (read.marks.length === 0 && !masked)) return null;
  const written = masked ? withLettersAt(whole, read.unread) : whole;
  const seen = keepingMarks(leavingOut(written, read.marks), read.marks, whole);
  if (written === whole) return seen;
  return {
    ...seen,
    editInWhole(edit) {
      const placed = seen.editInWhole(edit);
      return { ...placed, text: withWordsAt(placed, read.unread, whole) };
    },
  };
}

/** The new words of an edit, with what stands in the whole text in place of the letters that masked it. */
function withWordsAt({ start, end, text }: Edit, unread: readonly Span[], whole: string): string {
  let words = text;
  let from = 0;
  for (
    let at = lowerBound(unread.length, (one) => (unread[one]?.start ?? 0) < start);
    at < unread.length;
    at++
  ) {
    const span = unread[at];
    if (span === undefined || span.end > end) break;
    const place = words.indexOf('a'.repeat(span.end - span.start), from);
    if (place < 0) continue;
    from = place + span.end - span.start;
    words = words.slice(0, place) + whole.slice(span.start, span.end) + words.slice(from);
  }
  return words;
}

/** A text without some parts of it, which are in order and do not overlap. */
export function leavingOut(whole: string, leftOut: readonly LeftOut[]): SeenText {
  /** For each part that is left out, its offset in the text without any. */
  const cuts: number[] = [];
  let by = 0;
  let text = '';
  let at = 0;
  for (const { start, end } of leftOut) {
    text += whole.slice(at, start);
    cuts.push(start - by);
    by += end - start;
    at = end;
  }
  text += whole.slice(at);
  const shifts = shiftsOf(leftOut);
  /** `isEnd`: what is left out right there lies behind the offset. */
  const toWhole = (offset: number, isEnd: boolean) => {
    const before = lowerBound(cuts.length, (one) =>
      isEnd ? (cuts[one] ?? 0) < offset : (cuts[one] ?? 0) <= offset,
    );
    return offset + (shifts[before] ?? 0);
  };
  const place = <S extends Span>(span: S): S => {
    const start = toWhole(span.start, false);
    return { ...span, start, end: span.end === span.start ? start : toWhole(span.end, true) };
  };
  return {
    text,
    leftOut,
    toWhole: place,
    editInWhole: place,
    fromWhole(offset) {
      const before = lowerBound(leftOut.length, (one) => (leftOut[one]?.start ?? 0) < offset);
      const last = leftOut[before - 1];
      const within = last === undefined ? 0 : Math.max(0, last.end - offset);
      return offset - (shifts[before] ?? 0) + within;
    },
  };
}

/**
 * Edits that keep each of the marks left out: they stand before, behind or on both sides of the new words. A blank beside
 * emphasis stays where the emphasis would be none without it.
 */
function keepingMarks(seen: SeenText, marks: readonly LeftOut[], whole: string): SeenText {
  return {
    ...seen,
    editInWhole: (edit) =>
      edit.start === edit.end ? inserted(edit) : keepingEmphasis(replaced(edit), marks, whole),
  };

  function replaced<E extends Edit>(edit: E): E {
    // What the edit leaves as it is may hold the marks.
    const wide = seen.toWhole(edit);
    const held = marksWithin(wide);
    if (held.length === 0) return wide;
    const placed = seen.toWhole(narrowed(seen.text, edit));
    const within = placed.start === placed.end ? [] : marksWithin(placed);
    if (within.length === 0)
      return placed.start === placed.end ? inserted(narrowed(seen.text, edit)) : placed;
    return {
      ...placed,
      text: amongMarks(
        placed.text,
        within.map(({ start, end }) => whole.slice(start, end)),
      ),
    };
  }

  function marksWithin({ start, end }: Span): LeftOut[] {
    const from = lowerBound(marks.length, (at) => (marks[at]?.start ?? 0) < start);
    const to = lowerBound(marks.length, (at) => (marks[at]?.start ?? 0) < end);
    return marks.slice(from, to);
  }

  /** A new line begins before the marks of its words; other words stand within them. */
  function inserted<E extends Edit>(edit: E): E {
    const last = seen.toWhole({ start: edit.start, end: edit.start }).start;
    let from = lowerBound(marks.length, (at) => seen.fromWhole(marks[at]?.start ?? 0) < edit.start);
    let at = last;
    for (; from < marks.length && (marks[from]?.start ?? 0) < last; from++) {
      const mark = marks[from];
      if (mark === undefined || (mark.closes !== true && !edit.text.startsWith('\n'))) continue;
      at = mark.start;
      break;
    }
    return { ...edit, start: at, end: at };
  }
}

/** New words with the marks that stood in their place: of emphasis the outer ones, of links and comments all. */
function amongMarks(text: string, marks: readonly string[]): string {
  // A pair of marks encloses the new words; of one alone, what it opens or closes goes on.
  const before = marks.length % 2 === 0 ? (marks[0] ?? '') : '';
  const behind = marks.slice(before === '' ? 0 : 1);
  const areKept = marks.some((mark) => /^(?:\]\(|<!--|~~|&)/u.test(mark));
  return before + text + (areKept ? behind.join('') : (behind.at(-1) ?? ''));
}

/** Items that an editor numbers itself, with offsets of the text as it is seen. */
export function numberedInSeen(numbered: readonly NumberedItem[], seen: SeenText): NumberedItem[] {
  return numbered.map((item) => ({
    ...item,
    start: seen.fromWhole(item.start),
    end: seen.fromWhole(item.end),
  }));
}

/** A text that is seen as it is. */
export function wholeText(text: string): SeenText {
  return {
    text,
    leftOut: [],
    toWhole: (span) => span,
    editInWhole: (edit) => edit,
    fromWhole: (offset) => offset,
  };
}

/** A text seen through one reading after another, the outermost first. */
export function seenThrough(outer: SeenText, inner: SeenText): SeenText {
  return {
    text: inner.text,
    leftOut: outer.leftOut,
    toWhole: (span) => outer.toWhole(inner.toWhole(span)),
    editInWhole: (edit) => outer.editInWhole(inner.editInWhole(edit)),
    fromWhole: (offset) => inner.fromWhole(outer.fromWhole(offset)),
  };
}

/** How many units are left out before each part, and in all. */
function shiftsOf(leftOut: readonly Span[]): readonly number[] {
  const shifts = [0];
  for (const { start, end } of leftOut) shifts.push((shifts.at(-1) ?? 0) + end - start);
  return shifts;
}
