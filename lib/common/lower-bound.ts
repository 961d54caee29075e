/** Place of the first number of a rising list that is no smaller than `wanted`; its length where all are. */
export function firstAtLeast(rising: Int32Array | Uint32Array, wanted: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
