/**
 * How many items two lists share from their start and, behind those, from their end: what lies between was replaced.
 * `isSame` compares an item of the first list with one of the second.
 */
export function commonEnds<A, B>(
  before: readonly A[],
  now: readonly B[],
  isSame: (one: A, other: B) => boolean,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, now.length);
  const isSameAt = (one: number, other: number) => isSame(before[one] as A, now[other] as B);
  let head = 0;
  while (head < most && isSameAt(head, head)) head++;
  let tail = 0;
  while (tail < most - head && isSameAt(before.length - 1 - tail, now.length - 1 - tail)) tail++;
  return { head, tail };
}
