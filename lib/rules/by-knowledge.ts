import type { Knowledge } from '../phrases/types.ts';

/** What is made of the packs on the first question, and given out again at the next ones. Takes how it is made. */
export function byKnowledge<T extends object>(
  make: (knowledge: Knowledge) => T,
): (knowledge: Knowledge) => T {
  const made = new WeakMap<Knowledge, T>();
  return (knowledge) => {
    let own = made.get(knowledge);
    if (own === undefined) {
      own = make(knowledge);
      made.set(knowledge, own);
    }
    return own;
  };
}
