import type { Draft } from './types.ts';

/** Index of the paragraph that holds an offset. */
export function paragraphAt(draft: Draft, offset: number): number {
  let low = 0;
  let high = draft.paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((draft.paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
