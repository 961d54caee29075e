import { createHash } from 'node:crypto';
import type { Mutant } from './points.ts';

/**
 * Takes the mutants of one folder and a seed, and returns them in an order of chance that is the same each time. Every
 * file comes as often as another as long as it has mutants left, so that the first hundred are spread over the folder.
 * A change in one file moves no mutant of another.
 */
export function inRandomOrder(mutants: readonly Mutant[], seed: number): Mutant[] {
  const byFile = new Map<string, Mutant[]>();
  for (const one of mutants) {
    const list = byFile.get(one.file);
    if (list === undefined) byFile.set(one.file, [one]);
    else list.push(one);
  }
  const drawn = [...byFile].flatMap(([file, list]) =>
    list
      .map((mutant) => ({ mutant, chance: chance(seed, file, mutant.text, mutant.change) }))
      .sort((a, b) => a.chance - b.chance)
      .map(({ mutant }, place) => ({ mutant, turn: place + chance(seed, file, String(place)) })),
  );
  return drawn.sort((a, b) => a.turn - b.turn).map(({ mutant }) => mutant);
}

/** A number from 0 to below 1 that hangs on these words alone. */
function chance(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE() / 2 ** 32;
}
