import type { Box } from './drawn.ts';
import type { Letter, Tint } from './letters.ts';

/**
 * True if the boxes of one colour lie over exactly these letters, and over no other letter of the text: then a page shows
 * them as selected.
 */
export function showsSelected(
  tints: readonly Tint[],
  letters: readonly Letter[],
  all: readonly (Letter | null)[],
): boolean {
  const colours = new Map<string, Box[]>();
  for (const { colour, ...box } of tints) colours.set(colour, [...(colours.get(colour) ?? []), box]);
  const wanted = new Set(letters);
  return [...colours.values()].some(
    (boxes) =>
      letters.every((letter) => boxes.some((box) => isOver(box, letter))) &&
      all.every(
        (letter) => letter === null || wanted.has(letter) || !boxes.some((box) => isOver(box, letter)),
      ),
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

function isOver({ left, top, right, bottom }: Box, letter: Letter): boolean {
  const x = (letter.left + letter.right) / 2;
  const y = (letter.top + letter.bottom) / 2;
  return x > left && x < right && y > top && y < bottom;
}
