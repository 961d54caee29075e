import type { Glyph } from './glyphs.ts';

/** Glyphs that stand side by side on one line: a line of a paragraph, or of one cell of a table. */
export interface Line {
  /** From left to right. */
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** In heights of the font: how far glyphs of one line may stand higher or lower, for raised figures. */
const uneven = 0.4;
/** In heights of the font: what is wider parts two cells, or a line number from its line. */
const cellGap = 0.7;
/** A line whose glyphs are spaced is parted only by a gap that is so many times wider than its common one. */
const spaced = 2.5;

/** Sorts glyphs into lines, from top to bottom and from left to right. Glyphs that were drawn twice count once. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const lines: Line[] = [];
  let row: Glyph[] = [];
  const end = () => {
    if (row.length > 0) lines.push(...parted(row));
    row = [];
  };
  for (const glyph of sorted) {
    const [first] = row;
    if (first !== undefined && glyph.baseline - first.baseline > uneven * Math.max(first.size, glyph.size))
      end();
    row.push(glyph);
  }
  end();
  return lines;
}

function parted(row: readonly Glyph[]): Line[] {
  const glyphs = onlyOnce(row.toSorted((a, b) => a.left - b.left));
  const gaps = glyphs.slice(1).map(({ left }, at) => left - (glyphs[at]?.right ?? left));
  const common = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const lines: Line[] = [];
  let from = 0;
  for (let at = 1; at <= glyphs.length; at++) {
    const glyph = glyphs[at];
    const gap = gaps[at - 1] ?? 0;
    if (glyph !== undefined && gap <= Math.max(cellGap * glyph.size, spaced * common)) continue;
    lines.push(lineOf(glyphs.slice(from, at)));
    from = at;
  }
  return lines;
}

/** The same glyph in the same place is drawn twice for bold or for a shadow, or by two tiles at their border. */
function onlyOnce(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const isKnown = (other: Glyph | undefined) =>
      other?.character === glyph.character &&
      glyph.right > glyph.left &&
      glyph.left - other.left <= 0.15 * glyph.size;
    if (!isKnown(kept.at(-1)) && !isKnown(kept.at(-2))) kept.push(glyph);
  }
  return kept;
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const common = glyphs.map(({ size }) => size).sort((a, b) => a - b)[glyphs.length >> 1] ?? 0;
  return {
    glyphs,
    left: glyphs[0]?.left ?? 0,
    right: Math.max(...glyphs.map(({ right }) => right)),
    baseline: glyphs[0]?.baseline ?? 0,
    size: common,
  };
}
