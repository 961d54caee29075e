/** A manual line break of Word as plain text, the line and paragraph separators, and the line end of old files. */
const otherEnds = /[\v\u2028\u2029]|\r(?!\n)/u;
const allOtherEnds = new RegExp(otherEnds, 'gu');

/** The text with `\n` for every other single character that ends a line: offsets stay what they are. */
export function withLineEnds(text: string): string {
  return otherEnds.test(text) ? text.replace(allOtherEnds, '\n') : text;
}

/** The offsets (UTF-16 units) at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const plain = withLineEnds(text);
  const starts = [0];
  for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
