import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, difference, narrowed } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { covering, offsetAfter, undoingEdits, withNeighbour } from '../../lib/fields/editor-edits.ts';

/** Texts with whole and broken surrogate pairs. */
const text = fc.string({
  unit: fc.constantFrom('一', '二', '、', '\n', 'a', '😀', '\ud83d', '\ude00', '\ufffc'),
});
const change = fc.tuple(text, text, fc.nat(), fc.nat()).map(([before, words, a, b]) => {
  const start = a % (before.length + 1);
  const edit: Edit = { start, end: start + (b % (before.length - start + 1)), text: words };
  return { before, edit };
});

describe('edits', () => {
  it('come out the same when narrowed, or given words in place of nothing', () => {
    fc.assert(
      fc.property(change, ({ before, edit }) => {
        const wanted = applyEdits(before, [edit]);
        expect(applyEdits(before, [narrowed(before, edit)])).toBe(wanted);
        expect(applyEdits(before, [withNeighbour(before, edit)])).toBe(wanted);
        expect(applyEdits(before, [difference(before, wanted)])).toBe(wanted);
      }),
    );
  });

  it('never begin or end within a surrogate pair, of the text before or after', () => {
    const isWithinPair = (whole: string, at: number) =>
      /^[\ud800-\udbff][\udc00-\udfff]$/.test(whole.slice(Math.max(0, at - 1), at + 1));
    fc.assert(
      fc.property(text, text, text, (head, before, after) => {
        const [old, now] = [`${head}${before}`, `${head}${after}`];
        const { start, end, text: words } = difference(old, now);
        const places = [
          [old, start],
          [old, end],
          [now, start],
          [now, start + words.length],
        ] as const;
        for (const [whole, at] of places) expect(isWithinPair(whole, at)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are compared alike over long stretches', () => {
    const long = '同志们，'.repeat(400);
    for (const at of [0, 511, 512, 513, 1_599, 1_600]) {
      const other = `${long.slice(0, at)}甲${long.slice(at)}`;
      expect(difference(long, other)).toEqual({ start: at, end: at, text: '甲' });
      expect(difference(other, long)).toEqual({ start: at, end: at + 1, text: '' });
    }
  });

  it('touch only what they change, and no half of a pair', () => {
    expect(narrowed('党的十九大精神', { start: 0, end: 7, text: '党的二十大精神' })).toEqual({
      start: 2,
      end: 4,
      text: '二十',
    });
    // 😀 and 😁 share their first half.
    expect(narrowed('甲😀乙', { start: 0, end: 4, text: '甲😁乙' })).toEqual({
      start: 1,
      end: 3,
      text: '😁',
    });
  });

  it('of several places become one over the whole stretch', () => {
    const before = '一、甲\n二、乙\n四、丙';
    const edits = [
      { start: 4, end: 5, text: '三' },
      { start: 8, end: 9, text: '五' },
    ];
    const one = covering(before, edits);
    expect(one).toEqual({ start: 4, end: 9, text: '三、乙\n五' });
    expect(applyEdits(before, [one])).toBe(applyEdits(before, edits));
  });

  it('take words beside a deletion, from its own line only', () => {
    expect(withNeighbour('甲乙丙', { start: 1, end: 2, text: '' })).toEqual({ start: 0, end: 2, text: '甲' });
    expect(withNeighbour('甲\n乙丙', { start: 2, end: 3, text: '' })).toEqual({
      start: 2,
      end: 4,
      text: '丙',
    });
    expect(withNeighbour('甲\n乙\n丙', { start: 2, end: 3, text: '' })).toEqual({
      start: 2,
      end: 3,
      text: '',
    });
    expect(withNeighbour('市旅游局', { start: 1, end: 1, text: '文化和' })).toEqual({
      start: 0,
      end: 1,
      text: '市文化和',
    });
  });

  it('move a caret along, and out of replaced words to behind them', () => {
    const edits = [
      { start: 2, end: 4, text: '市场监管' },
      { start: 8, end: 9, text: '' },
    ];
    expect([0, 2, 3, 4, 8, 9, 12].map((offset) => offsetAfter(edits, offset))).toEqual([
      0, 6, 6, 6, 10, 10, 13,
    ]);
  });
});

it('leads back from several edits', () => {
  const before = '一、甲\n三、乙\n四，丙';
  const edits = [
    { start: 4, end: 5, text: '二' },
    { start: 8, end: 9, text: '二十三' },
    { start: 9, end: 10, text: '' },
  ];
  const after = applyEdits(before, edits);
  expect(after).toBe('一、甲\n二、乙\n二十三丙');
  expect(applyEdits(after, undoingEdits(before, edits))).toBe(before);
});
