import type { Paragraph } from './types.ts';

/** A value that is computed per paragraph at the first call and remembered for the next ones. */
export function once<T>(make: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const made = new Map<number, T>();
  return (paragraph) => {
    let own = made.get(paragraph.index);
    if (own === undefined) {
      own = make(paragraph);
      made.set(paragraph.index, own);
    }
    return own;
  };
}
