/** The words of lines with several each, separated by blanks. */
export function wordsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
