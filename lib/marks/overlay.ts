import { type Mirror, mirrorOf } from '../fields/mirror.ts';
import { isTextControl } from '../fields/text-control.ts';
import { createCanvasPainter } from './canvas-painter.ts';
import type { CreatePainter, Painter } from './types.ts';

/**
 * Paints the marks of a textarea or input on its mirror, which lies over it. Makes the mirror with the first
 * mark.
 */
export const createOverlayPainter: CreatePainter = (field, signal) => {
  const { element } = field;
  if (!isTextControl(element)) throw new TypeError('An overlay is for a textarea or an input.');
  let active: { mirror: Mirror; painter: Painter } | null = null;

  const begin = () => {
    const mirror = mirrorOf(element, signal);
    const painter = createCanvasPainter(
      {
        element,
        root: mirror.root,
        reading: mirror.reading,
        range: (mark, known) => mirror.range(mark.start, mark.end, known),
      },
      signal,
    );
    mirror.onRenewed = () => painter.refresh();
    active = { mirror, painter };
    return active;
  };
  return {
    paint(marks) {
      if (signal.aborted || (active === null && marks.length === 0)) return;
      const { mirror, painter } = active ?? begin();
      mirror.sync();
      painter.paint(marks);
    },
    refresh() {
      active?.mirror.sync();
      active?.painter.refresh();
    },
    hit: (x, y) => active?.painter.hit(x, y) ?? -1,
    dispose: () => active?.painter.dispose(),
  };
};
