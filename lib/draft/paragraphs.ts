import { countBefore } from '../common/lower-bound.ts';
import type { Draft } from './types.ts';

/** Index of the paragraph that holds an offset. */
export function paragraphAt({ paragraphs }: Draft, offset: number): number {
  return Math.max(0, countBefore(paragraphs, offset + 1, ({ start }) => start) - 1);
}
