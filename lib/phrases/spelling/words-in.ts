/** The words of lines that hold several each, with blanks between, as packs of spellings write them. */
export function wordsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
