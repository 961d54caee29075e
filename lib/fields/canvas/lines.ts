import type { Letter } from './letters.ts';

/** Letters that stand side by side on one line: a line of a paragraph, or of one cell of a table. */
export interface Line {
  /** From left to right. */
  readonly letters: readonly Letter[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** In heights of the font: how far letters of one line may stand higher or lower, for raised figures. */
const uneven = 0.4;
/** In heights of the font: what is wider parts two cells, or a line number from its line. */
const cellGap = 0.7;
/** A line whose letters are spaced is parted only by a gap that is so many times wider than its common one. */
const spaced = 2.5;

/** Sorts letters into lines, from top to bottom and from left to right. Letters that were drawn twice count once. */
export function linesOf(letters: readonly Letter[]): Line[] {
  const sorted = [...letters].sort((a, b) => a.baseline - b.baseline);
  const lines: Line[] = [];
  let row: Letter[] = [];
  const end = () => {
    if (row.length > 0) lines.push(...parted(row));
    row = [];
  };
  for (const letter of sorted) {
    const [first] = row;
    if (first !== undefined && letter.baseline - first.baseline > uneven * Math.max(first.size, letter.size))
      end();
    row.push(letter);
  }
  end();
  return lines;
}

function parted(row: readonly Letter[]): Line[] {
  const letters = onlyOnce(row.toSorted((a, b) => a.left - b.left));
  const gaps = letters.slice(1).map(({ left }, at) => left - (letters[at]?.right ?? left));
  const common = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const lines: Line[] = [];
  let from = 0;
  for (let at = 1; at <= letters.length; at++) {
    const letter = letters[at];
    const gap = gaps[at - 1] ?? 0;
    if (letter !== undefined && gap <= Math.max(cellGap * letter.size, spaced * common)) continue;
    lines.push(lineOf(letters.slice(from, at)));
    from = at;
  }
  return lines;
}

/** The same letter in the same place is drawn twice for bold or for a shadow, or by two tiles at their border. */
function onlyOnce(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  for (const letter of letters) {
    const isKnown = (other: Letter | undefined) =>
      other?.character === letter.character &&
      letter.right > letter.left &&
      letter.left - other.left <= 0.15 * letter.size;
    if (!isKnown(kept.at(-1)) && !isKnown(kept.at(-2))) kept.push(letter);
  }
  return kept;
}

function lineOf(letters: readonly Letter[]): Line {
  const common = letters.map(({ size }) => size).sort((a, b) => a - b)[letters.length >> 1] ?? 0;
  return {
    letters,
    left: letters[0]?.left ?? 0,
    right: Math.max(...letters.map(({ right }) => right)),
    baseline: letters[0]?.baseline ?? 0,
    size: common,
  };
}
