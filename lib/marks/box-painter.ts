import { createPlacing } from '../fields/mirror-place.ts';
import { watchPlace } from '../fields/place-watcher.ts';
import { createBoxLayer, drawLines } from './box-lines.ts';
import { type Canvas, isAt, marksInView } from './range-painter.ts';
import type { Mark, Painter } from './types.ts';

/** Space between words and line, in CSS pixels. */
const offset = 3;

/**
 * Paints lines in a layer over the field, where highlights do not serve: in forced colours the browser paints each as a solid
 * block, in which the levels look alike and the words like a selection; older browsers and some forks have none. Removes
 * everything when the signal aborts.
 */
export function createBoxPainter(canvas: Canvas, signal: AbortSignal): Painter {
  const { element } = canvas;
  const document = element.ownerDocument;
  const view = document.defaultView ?? window;
  const { host, layer } = createBoxLayer(document);
  const place = createPlacing(element, host, layer);
  let marks: readonly Mark[] = [];
  let frame = 0;

  const draw = () => {
    if (signal.aborted) return;
    if (marks.length === 0) {
      host.remove();
      return;
    }
    place();
    watcher.arm();
    const lines = inView().flatMap((mark) => {
      const rects = [...(canvas.range(mark)?.getClientRects() ?? [])];
      return rects.filter(({ width }) => width > 0).map((rect) => ({ rect, look: mark.look, below: offset }));
    });
    drawLines(host, layer, lines);
  };
  const inView = () => {
    const inOrder = marks.filter(({ look }) => look !== 'active');
    const active = marks.filter(({ look }) => look === 'active');
    return [...marksInView(inOrder, canvas, view.innerHeight), ...active];
  };
  const soon = () => {
    if (frame !== 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  const watcher = watchPlace(element, soon, signal);
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    host.remove();
  });

  return {
    paint(next) {
      marks = next;
      draw();
    },
    refresh: draw,
    hit(x, y) {
      const hit = inView().find((mark) => mark.look !== 'active' && isAt(mark, canvas, x, y));
      return hit === undefined ? -1 : marks.indexOf(hit);
    },
    dispose() {
      marks = [];
      draw();
    },
  };
}
