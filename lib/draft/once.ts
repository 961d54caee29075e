import type { Paragraph } from './types.ts';

/** What is made of a paragraph on the first question, and given out again at the next ones. */
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
