import { describe, expect, it } from 'vitest';
import { layoutOf, widthIn } from '../../entrypoints/writing/card-layout.ts';

const view = { width: 1000, height: 800 };
const card = { width: 320, height: 200 };
const mark = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 });

describe('the place of a card', () => {
  it('is below its mark, with the tip at the middle of the mark', () => {
    expect(layoutOf(mark(400, 100), card, view)).toEqual({
      left: 402,
      top: 133.5,
      above: false,
      tip: { left: 424.5, top: 128, hidden: false },
    });
  });

  it('is above the mark at the lower edge of the view', () => {
    expect(layoutOf(mark(400, 700), card, view)).toMatchObject({
      top: 486.5,
      above: true,
      tip: { top: 680, hidden: false },
    });
  });

  it('is over the mark, without a tip, where neither side has room', () => {
    const layout = layoutOf(mark(400, 100), card, { width: 1000, height: 300 });
    expect(layout).toMatchObject({ top: 92, above: false, tip: { hidden: true } });
  });

  it.each([-40, 0, 300, 960, 1200])('is within the view for a mark at %i', (left) => {
    const layout = layoutOf(mark(left, 100), card, view);
    expect(layout.left).toBeGreaterThanOrEqual(8);
    expect(layout.left + card.width).toBeLessThanOrEqual(view.width - 8);
    expect(layout.tip.left).toBeGreaterThanOrEqual(layout.left + 8);
    expect(layout.tip.left + 11).toBeLessThanOrEqual(layout.left + card.width - 8);
  });

  it('begins at the upper edge of a view that is lower than the card', () => {
    expect(layoutOf(mark(400, 100), card, { width: 1000, height: 150 }).top).toBe(8);
  });

  it('leaves a margin in a narrow view', () => {
    expect([widthIn(300), widthIn(336), widthIn(900)]).toEqual([284, 320, 320]);
  });
});
