import type { CanvasField } from '../fields/canvas/canvas-field.ts';
import { createPlacing } from '../fields/mirror-place.ts';
import { watchPlace } from '../fields/place-watcher.ts';
import { createBoxLayer, drawLines } from './box-lines.ts';
import type { Mark, Painter } from './types.ts';

/** Space between glyphs and line, in CSS pixels. */
const offset = 3;
/** The tolerance of `hit`, in CSS pixels. */
const slack = 2;

/** The layer over one canvas. */
interface Layer {
  readonly host: HTMLElement;
  readonly layer: HTMLElement;
  readonly place: () => void;
  readonly arm: () => void;
  readonly end: AbortController;
}

/**
 * Paints the marks of a canvas field in layers beside the page's body, one over each canvas, which take no event. Removes
 * everything when the signal aborts.
 */
export function createSheetPainter(field: CanvasField, signal: AbortSignal): Painter {
  const { ownerDocument: document } = field.element;
  const view = document.defaultView ?? window;
  const layers = new Map<HTMLCanvasElement, Layer>();
  let marks: readonly Mark[] = [];
  let frame = 0;

  const soon = () => {
    if (frame !== 0 || signal.aborted) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  const layerOf = (canvas: HTMLCanvasElement): Layer => {
    const known = layers.get(canvas);
    if (known !== undefined) return known;
    const made = newLayer(canvas, soon, signal);
    layers.set(canvas, made);
    return made;
  };
  const draw = () => {
    if (signal.aborted) return;
    const boxes = marks.flatMap((mark) => field.rects(mark).map((rect) => ({ rect, look: mark.look })));
    const left = new Set(boxes);
    const used = new Set<HTMLCanvasElement>();
    const canvases = marks.length === 0 ? [] : field.canvases;
    // All places are read before anything is written, so that the page is laid out once.
    const areas = canvases.map((canvas) => canvas.getBoundingClientRect());
    for (const [nth, canvas] of canvases.entries()) {
      const area = areas[nth] as DOMRect;
      if (area.bottom < -view.innerHeight || area.top > 2 * view.innerHeight) continue;
      const own = [...left].filter(({ rect }) => isOn(area, rect));
      if (own.length === 0) continue;
      for (const box of own) left.delete(box);
      used.add(canvas);
      fill(layerOf(canvas), own);
    }
    for (const [canvas, { end }] of layers) {
      if (used.has(canvas)) continue;
      end.abort();
      layers.delete(canvas);
    }
  };
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    for (const { end } of layers.values()) end.abort();
  });
  return {
    paint(next) {
      marks = next;
      draw();
    },
    refresh: draw,
    hit(x, y) {
      const isAt = (mark: Mark) =>
        field
          .rects(mark)
          .some(
            ({ left, right, top, bottom }) =>
              x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
          );
      return marks.findIndex((mark) => mark.look !== 'active' && isAt(mark));
    },
    dispose() {
      marks = [];
      draw();
    },
  };
}

function newLayer(canvas: HTMLCanvasElement, onMove: () => void, signal: AbortSignal): Layer {
  const { ownerDocument: document } = canvas;
  const end = new AbortController();
  const { host, layer } = createBoxLayer(document);
  const watcher = watchPlace(canvas, onMove, AbortSignal.any([signal, end.signal]));
  end.signal.addEventListener('abort', () => host.remove());
  return { host, layer, place: createPlacing(canvas, host, layer), arm: watcher.arm, end };
}

function fill(
  { host, layer, place, arm }: Layer,
  boxes: readonly { readonly rect: DOMRect; readonly look: Mark['look'] }[],
): void {
  place();
  arm();
  drawLines(
    host,
    layer,
    boxes.map((box) => ({ ...box, below: box.look === 'active' ? 0 : offset })),
  );
}

/** True if the middle of a box lies on an area. */
function isOn(area: DOMRect, { left, right, top, bottom }: DOMRect): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}
