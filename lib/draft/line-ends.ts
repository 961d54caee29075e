/** A manual line break of Word as plain text, the line and paragraph separators, and the line end of old files. */
const otherEnds = /[\v\u2028\u2029]|\r(?!\n)/u;
const allOtherEnds = new RegExp(otherEnds, 'gu');

/** The text with `\n` for every other single character that ends a line: offsets stay what they are. */
export function withLineEnds(text: string): string {
  return otherEnds.test(text) ? text.replace(allOtherEnds, '\n') : text;
}
