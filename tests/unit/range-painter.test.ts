import { beforeEach, describe, expect, it } from 'vitest';
import { type Canvas, createRangePainter } from '../../lib/marks/range-painter.ts';
import { highlightName } from '../../lib/marks/style.ts';
import type { Mark } from '../../lib/marks/types.ts';

/** A range that knows its span; lines are 20 pixels high, a character is 10 wide, and a line has 10. */
class FakeRange {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
  get collapsed() {
    return this.start === this.end;
  }
  getBoundingClientRect() {
    const top = Math.floor(this.start / 10) * 20;
    const left = (this.start % 10) * 10;
    return { top, bottom: top + 20, left, right: left + (this.end - this.start) * 10 };
  }
  getClientRects() {
    return [this.getBoundingClientRect()];
  }
}

class FakeHighlight extends Set<FakeRange> {
  priority = 0;
}

const registry = new Map<string, FakeHighlight>();
const root = { nodeType: 9, adoptedStyleSheets: [] as object[], defaultView: {} };
let life = new AbortController();
let reading = 0;
let scroll: EventTarget;

/** A painter on a text; `made` counts the ranges that were made for it. */
function painterOf(made = { ranges: 0 }) {
  scroll = new EventTarget();
  const view = {
    CSS: { highlights: registry },
    Highlight: FakeHighlight,
    CSSStyleSheet: class {
      replaceSync() {
        return undefined;
      }
    },
    innerHeight: 100,
    document: scroll,
    requestAnimationFrame: (act: () => void) => {
      act();
      return 0;
    },
    cancelAnimationFrame: () => undefined,
  };
  root.defaultView = view;
  const canvas = {
    element: { ownerDocument: { defaultView: view } },
    root,
    reading: () => reading,
    range(mark: Mark, known?: FakeRange) {
      if (known?.start === mark.start && known.end === mark.end) return known;
      made.ranges++;
      return new FakeRange(mark.start, mark.end);
    },
  };
  return createRangePainter(canvas as unknown as Canvas, life.signal);
}

const mark = (start: number, end = start + 2, look: Mark['look'] = 'error'): Mark => ({ start, end, look });
const painted = (look: Mark['look']) => [...(registry.get(highlightName(look)) ?? [])];
const starts = (look: Mark['look'] = 'error') => painted(look).map(({ start }) => start);

beforeEach(() => {
  life.abort();
  life = new AbortController();
  reading = 0;
});

describe('painting marks as highlights', () => {
  it('registers each mark under its look, and leaves out what has no place', () => {
    painterOf().paint([mark(0), mark(4, 4), mark(6, 8, 'hint'), mark(0, 2, 'active')]);
    expect(starts()).toEqual([0]);
    expect(starts('hint')).toEqual([6]);
    expect(starts('active')).toEqual([0]);
    expect(registry.has(highlightName('warning'))).toBe(false);
    expect(registry.get(highlightName('error'))?.priority).toBeGreaterThan(
      registry.get(highlightName('hint'))?.priority ?? 0,
    );
  });

  it('keeps the ranges at both ends registered when one in the midst changes', () => {
    const painter = painterOf();
    painter.paint([mark(0), mark(10), mark(20)]);
    const [first, , last] = painted('error');
    painter.paint([mark(0), mark(11), mark(20)]);
    expect(painted('error').includes(first as FakeRange)).toBe(true);
    expect(painted('error').includes(last as FakeRange)).toBe(true);
    expect(starts().sort((a, b) => a - b)).toEqual([0, 11, 20]);
  });

  it('makes no range when nothing has changed', () => {
    const made = { ranges: 0 };
    const painter = painterOf(made);
    painter.paint([mark(0), mark(10)]);
    made.ranges = 0;
    painter.paint([mark(0), mark(10)]);
    reading++;
    painter.refresh();
    expect(made.ranges).toBe(0);
  });

  it('paints again what the page has thrown out of the registry', () => {
    const painter = painterOf();
    painter.paint([mark(0), mark(10)]);
    registry.clear();
    painter.refresh();
    expect(starts()).toEqual([0, 10]);
  });

  it('takes its own marks away and leaves those of another painter', () => {
    const one = painterOf();
    const other = painterOf();
    one.paint([mark(0)]);
    other.paint([mark(30)]);
    one.dispose();
    expect(starts()).toEqual([30]);
    expect(root.adoptedStyleSheets).toHaveLength(1);
    life.abort();
    expect(registry.size).toBe(0);
    expect(root.adoptedStyleSheets).toHaveLength(0);
    other.paint([mark(0)]);
    expect(registry.size).toBe(0);
  });

  it('registers only what is near the window of more than a thousand marks, and follows the scroll', () => {
    const painter = painterOf();
    const many = Array.from({ length: 1_001 }, (_, line) => mark(line * 10));
    painter.paint(many);
    expect(starts()).toEqual(many.slice(0, 11).map(({ start }) => start));
    registry.clear();
    scroll.dispatchEvent(new Event('scroll'));
    expect(starts()).toHaveLength(11);
    painter.paint(many.slice(0, 1_000));
    expect(starts()).toHaveLength(1_000);
  });

  it('finds the mark at a point, with a little slack, but not its emphasis', () => {
    const painter = painterOf();
    painter.paint([mark(0, 2, 'active'), mark(0), mark(15, 17, 'hint')]);
    expect(painter.hit(5, 5)).toBe(1);
    expect(painter.hit(21, 22)).toBe(1);
    expect(painter.hit(48, 18)).toBe(2);
    expect(painter.hit(23, 5)).toBe(-1);
    expect(painter.hit(60, 43)).toBe(-1);
  });
});
