import type { Knowledge } from '../phrases/types.ts';

/** Memoises a value per knowledge. Takes the function that computes it. */
export function byKnowledge<T extends object>(
  make: (knowledge: Knowledge) => T,
): (knowledge: Knowledge) => T {
  const cache = new WeakMap<Knowledge, T>();
  return (knowledge) => {
    let value = cache.get(knowledge);
    if (value === undefined) {
      value = make(knowledge);
      cache.set(knowledge, value);
    }
    return value;
  };
}
