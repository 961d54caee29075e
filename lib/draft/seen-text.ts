import { lowerBound } from '../common/lower-bound.ts';
import type { NumberedItem, Span } from './types.ts';

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
  /** The offset in `text` of an offset in the whole text. */
  fromWhole(offset: number): number;
}

/** The text as it is seen; null if every character of it is. */
export function seenText(whole: string): SeenText | null {
  if (whole.search(unseen) < 0) return null;
  const leftOut = [...whole.matchAll(unseen)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
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
  return {
    text,
    leftOut,
    toWhole(span) {
      const start = toWhole(span.start, false);
      return { ...span, start, end: span.end === span.start ? start : toWhole(span.end, true) };
    },
    fromWhole(offset) {
      const before = lowerBound(leftOut.length, (one) => (leftOut[one]?.start ?? 0) < offset);
      const last = leftOut[before - 1];
      const within = last === undefined ? 0 : Math.max(0, last.end - offset);
      return offset - (shifts[before] ?? 0) + within;
    },
  };
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
  return { text, leftOut: [], toWhole: (span) => span, fromWhole: (offset) => offset };
}

/** How many units are left out before each part, and in all. */
function shiftsOf(leftOut: readonly Span[]): readonly number[] {
  const shifts = [0];
  for (const { start, end } of leftOut) shifts.push((shifts.at(-1) ?? 0) + end - start);
  return shifts;
}
