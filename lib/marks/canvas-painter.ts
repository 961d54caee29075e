import { createBoxPainter } from './box-painter.ts';
import { type Canvas, createRangePainter } from './range-painter.ts';
import type { Mark, Painter } from './types.ts';

/** Paints with highlights, or with lines of its own where the browser has none, or while the system forces its colours. */
export function createCanvasPainter(canvas: Canvas, signal: AbortSignal): Painter {
  const view = canvas.element.ownerDocument.defaultView ?? window;
  const forced = view.matchMedia('(forced-colors: active)');
  const hasHighlights = view.CSS.highlights !== undefined && view.Highlight !== undefined;
  let marks: readonly Mark[] = [];
  let life = new AbortController();
  const begin = () => {
    life = new AbortController();
    const until = AbortSignal.any([signal, life.signal]);
    return forced.matches || !hasHighlights
      ? createBoxPainter(canvas, until)
      : createRangePainter(canvas, until);
  };
  let painter = begin();
  const change = () => {
    life.abort();
    painter = begin();
    painter.paint(marks);
  };
  forced.addEventListener('change', change, { signal });
  return {
    paint(next) {
      marks = next;
      painter.paint(next);
    },
    refresh: () => painter.refresh(),
    hit: (x, y) => painter.hit(x, y),
    dispose() {
      marks = [];
      painter.dispose();
    },
  };
}
