import { describe, expect, it } from 'vitest';
import { commonEnds } from '../../lib/common/common-ends.ts';

const ends = (before: string, now: string) =>
  commonEnds([...before], [...now], (one, other) => one === other);

describe('the common ends of two lists', () => {
  it.each([
    ['', '', 0, 0],
    ['', '甲', 0, 0],
    ['甲乙丙', '甲乙丙', 3, 0],
    ['甲乙丙', '甲丁丙', 1, 1],
    ['甲丙', '甲乙丙', 1, 1],
    ['乙', '甲乙', 0, 1],
    ['甲甲', '甲', 1, 0],
    ['甲乙', '丙丁', 0, 0],
  ])('of %s and %s are %i and %i', (before, now, head, tail) => {
    expect(ends(before, now)).toEqual({ head, tail });
  });
});
