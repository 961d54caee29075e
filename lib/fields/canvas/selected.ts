import type { Box } from './drawn.ts';
import type { Glyph, Tint } from './glyphs.ts';

/**
 * True if the boxes of one colour lie over exactly these glyphs, and over no other glyph of the text: then a page shows
 * them as selected.
 */
export function showsSelected(
  tints: readonly Tint[],
  glyphs: readonly Glyph[],
  all: readonly (Glyph | null)[],
): boolean {
  const colours = new Map<string, Box[]>();
  for (const { colour, ...box } of tints) colours.set(colour, [...(colours.get(colour) ?? []), box]);
  const wanted = new Set(glyphs);
  return [...colours.values()].some(
    (boxes) =>
      glyphs.every((glyph) => boxes.some((box) => isOver(box, glyph))) &&
      all.every((glyph) => glyph === null || wanted.has(glyph) || !boxes.some((box) => isOver(box, glyph))),
  );
}

/** The boxes that were not there before. */
export function newTints(before: readonly Tint[], now: readonly Tint[]): Tint[] {
  const known = new Set(before.map(nameOf));
  return now.filter((tint) => !known.has(nameOf(tint)));
}

function nameOf({ left, top, right, bottom, colour }: Tint): string {
  return `${[left, top, right, bottom].map(Math.round).join()} ${colour}`;
}

function isOver({ left, top, right, bottom }: Box, glyph: Glyph): boolean {
  const x = (glyph.left + glyph.right) / 2;
  const y = (glyph.top + glyph.bottom) / 2;
  return x > left && x < right && y > top && y < bottom;
}
