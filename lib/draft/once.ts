import type { Paragraph } from './types.ts';

/** A value that is computed per paragraph at the first call and remembered for the next ones. */
export function once<T>(make: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const cache = new Map<number, T>();
  return (paragraph) => {
    let value = cache.get(paragraph.index);
    if (value === undefined) {
      value = make(paragraph);
      cache.set(paragraph.index, value);
    }
    return value;
  };
}
