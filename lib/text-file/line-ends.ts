import type { Edit } from '../draft/types.ts';

/** The text with `\n` line ends, as a textarea holds it; a manual break (`\v`, U+2028, U+2029) ends a line as well. */
export function withPlainEnds(raw: string): string {
  return raw.replace(/\r\n?|[\v\u2028\u2029]/gu, '\n');
}

/**
 * The raw text after edits (sorted, not overlapping, with offsets of `withPlainEnds(raw)`): kept lines keep
 * their line ends, new ones get the most frequent.
 */
export function editedRaw(raw: string, edits: readonly Edit[]): string {
  const ends = raw.match(/\r\n?|\n/gu) ?? [];
  const usual = mostOf(ends);
  let result = '';
  let at = 0;
  /** Takes `length` units of the plain text from the raw text at `at`. */
  const take = (length: number): string => {
    const from = at;
    for (let left = length; left > 0; left--) at += raw[at] === '\r' && raw[at + 1] === '\n' ? 2 : 1;
    return raw.slice(from, at);
  };
  let plain = 0;
  for (const edit of edits) {
    result += take(edit.start - plain) + edit.text.replaceAll('\n', usual);
    take(edit.end - edit.start);
    plain = edit.end;
  }
  return result + raw.slice(at);
}

function mostOf(ends: readonly string[]): string {
  const counted = ['\n', '\r\n', '\r'].map((end) => ({
    end,
    count: ends.filter((one) => one === end).length,
  }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).end;
}
