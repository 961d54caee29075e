/** Draws that repeat for the same seed. */
export interface Random {
  /** An integer from 0 up to, and without, `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Makes draws from a seed by Marsaglia’s xorshift with 32 bits of state. */
export function randomOf(seed: number): Random {
  // A state of 0 would stay 0; neighbouring seeds must not begin alike.
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
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
