/** How many items of a list that is in the order of its offsets stand before an offset. */
export function countBefore<T>(items: readonly T[], offset: number, offsetOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(items[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
