import { diceOf } from '../../tests/unit/draft-styles.ts';

/** Draws that repeat for the same seed. */
export interface Random {
  /** An integer from 0 up to, and without, `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Makes draws from a seed. */
export function randomOf(seed: number): Random {
  const below = diceOf(seed);
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    shuffled(items) {
      const rest = [...items];
      for (let at = rest.length - 1; at > 0; at--) {
        const other = below(at + 1);
        const [a, b] = [rest[at], rest[other]];
        if (a === undefined || b === undefined) break;
        rest[at] = b;
        rest[other] = a;
      }
      return rest;
    },
  };
}
