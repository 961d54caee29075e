import type { Glyph } from './glyphs.ts';
import type { Line } from './lines.ts';

/** Lines of one paragraph, from top to bottom. Which lines belong together is a guess from their places. */
export type Paragraph = readonly Line[];

/** Lines of one size one below the other: a column, or the cells of one column of a table. */
interface Block {
  readonly lines: Line[];
  left: number;
  right: number;
  /** The distance of its lines; 0 while it has only one. */
  pitch: number;
}

/** In heights of the font: the widest distance of two lines. */
const widestPitch = 2.6;
/** Lines of one column are at most so many times farther apart than its first two. */
const evenly = 1.35;
/** Sizes that differ by less are one. */
const sameSize = 0.12;
/** In heights of the font: a first line that begins farther right is indented. */
const indent = 0.6;
/** In heights of the font: a column is wider, and what is narrower is a list of words. */
const narrowest = 8;
/** An editor may open a paragraph with a character that has no width. */
const opener = /^[\u200b\ufeff]/u;
const closing = /[，。、；：？！）》」』】〉”’…,.;:?!)\]}]/u;
const latin = /[\w'’-]/u;

/** Groups lines (from top to bottom) to paragraphs, in reading order: column by column. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const block = blocks.findLast((one) => continues(one, line));
    if (block === undefined) {
      blocks.push({ lines: [line], left: line.left, right: line.right, pitch: 0 });
      continue;
    }
    const last = block.lines.at(-1);
    if (block.pitch === 0 && last !== undefined) block.pitch = line.baseline - last.baseline;
    block.lines.push(line);
    block.left = Math.min(block.left, line.left);
    block.right = Math.max(block.right, line.right);
  }
  return blocks.flatMap(partedIn);
}

function continues({ lines, left, right, pitch }: Block, line: Line): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  const { size } = line;
  const below = line.baseline - last.baseline;
  if (below < indent * size || below > widestPitch * size || (pitch > 0 && below > evenly * pitch))
    return false;
  if (Math.abs(size - last.size) > sameSize * size) return false;
  return line.left < right && line.right > left && line.left > left - widestPitch * size;
}

function partedIn(block: Block): Paragraph[] {
  const right = rightEdge(block);
  const isColumn = (line: Line) => right - block.left >= narrowest * line.size;
  const paragraphs: Line[][] = [];
  for (const line of block.lines) {
    const paragraph = paragraphs.at(-1);
    const before = paragraph?.at(-1);
    const goesOn =
      before !== undefined &&
      isColumn(line) &&
      line.left <= block.left + indent * line.size &&
      !opener.test(line.glyphs[0]?.character ?? '') &&
      right - before.right < firstWidth(line) - 0.1 * line.size;
    if (paragraph !== undefined && goesOn) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/**
 * Where the lines of a block end. A mark of punctuation may hang out of a line: an edge that two lines share counts for
 * more than one a little farther out.
 */
function rightEdge({ lines, right }: Block): number {
  const near = lines.filter((line) => right - line.right <= 1.2 * line.size).map((line) => line.right);
  const sorted = near.sort((a, b) => b - a);
  const slack = 0.3 * (lines[0]?.size ?? 0);
  return sorted.find((edge, at) => edge - (sorted[at + 1] ?? Number.NEGATIVE_INFINITY) <= slack) ?? right;
}

/**
 * The width of what cannot be parted at the beginning of a line: had there been room for it in the line before, it would
 * stand there if both were of one paragraph.
 */
function firstWidth({ glyphs }: Line): number {
  const [first] = glyphs;
  if (first === undefined) return 0;
  const isWord = latin.test(first.character);
  let at = 1;
  while (at < glyphs.length && isUnparted(glyphs[at], isWord)) at++;
  return (glyphs[at - 1]?.right ?? first.right) - first.left;
}

function isUnparted(glyph: Glyph | undefined, isWord: boolean): boolean {
  return glyph !== undefined && (closing.test(glyph.character) || (isWord && latin.test(glyph.character)));
}
