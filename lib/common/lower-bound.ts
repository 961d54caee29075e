/**
 * Binary search: the first of the places 0 to `length` at which `isBefore` is false. `isBefore` must be true up to
 * some place and false from there on; it is not called for `length`, which is returned if it is true everywhere.
 */
export function lowerBound(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many items of a list sorted by offset lie before an offset. */
export function countBefore<T>(items: readonly T[], offset: number, offsetOf: (item: T) => number): number {
  return lowerBound(items.length, (at) => offsetOf(items[at] as T) < offset);
}
