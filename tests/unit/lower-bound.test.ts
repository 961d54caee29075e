import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBefore, lowerBound } from '../../lib/common/lower-bound.ts';

describe('binary search', () => {
  it('finds what a walk through the list finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 })),
        fc.integer({ min: -1, max: 21 }),
        (list, wanted) => {
          const sorted = list.sort((a, b) => a - b);
          const walked = sorted.filter((one) => one < wanted).length;
          expect(lowerBound(sorted.length, (at) => (sorted[at] ?? 0) < wanted)).toBe(walked);
          expect(countBefore(sorted, wanted, (one) => one)).toBe(walked);
        },
      ),
    );
  });

  it('asks about no place outside of the list', () => {
    const asked: number[] = [];
    expect(lowerBound(5, (at) => asked.push(at) > 0)).toBe(5);
    expect(asked.every((at) => at >= 0 && at < 5)).toBe(true);
    expect(lowerBound(0, () => true)).toBe(0);
  });
});
