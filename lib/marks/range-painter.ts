import { commonEnds } from '../common/common-ends.ts';
import { lowerBound } from '../common/lower-bound.ts';
import { markRegistryOf, type Painted } from './registry.ts';
import { adoptStyle, dropStyle } from './style.ts';
import type { Mark, Painter } from './types.ts';

export interface Canvas {
  readonly element: HTMLElement;
  /** The root whose style sheet paints: the field's, or its mirror's. */
  readonly root: Document | ShadowRoot;
  /** Changes whenever marks may have moved. */
  reading(): number;
  /** The range of a mark; returns `known` if it is at that place already. */
  range(mark: Mark, known?: Range): Range | null;
}

/**
 * Up to this many marks, all ranges are registered, and scrolling costs nothing. Beyond it only those near
 * the window are, as each registered range costs time at every key.
 */
const paintAll = 1_000;
/** The tolerance of `hit`, in CSS pixels. */
const slack = 2;

/** Paints with the CSS Custom Highlight API. Removes everything when the signal aborts. */
export function createRangePainter(canvas: Canvas, signal: AbortSignal): Painter {
  const view = canvas.element.ownerDocument.defaultView ?? window;
  const registry = markRegistryOf(view);
  let marks: readonly Mark[] = [];
  let painted: readonly Painted[] = [];
  let last: { readonly marks: readonly Mark[]; readonly reading: number } = { marks: [], reading: -1 };
  let frame = 0;

  const inView = () => marksInView(marks, canvas, view.innerHeight);
  const draw = () => {
    const wanted = marks.length <= paintAll ? marks : inView();
    const reading = canvas.reading();
    const highlights = registry.highlights();
    const isUnchanged = reading === last.reading && areSame(wanted, last.marks);
    if (isUnchanged && isFirstInPlace(wanted, painted, canvas) && areRegistered(painted, highlights)) return;
    last = { marks: wanted, reading };
    // Registering a range again forces the browser to repaint its line, so the marks at both ends keep theirs.
    const { head, tail } = commonEnds(wanted, painted, (mark, known) => {
      const isInPlace = mark.look === known.look && canvas.range(mark, known.range) === known.range;
      return isInPlace && highlights.get(mark.look)?.has(known.range) === true;
    });
    const fresh = rangesOf(wanted.slice(head, wanted.length - tail), canvas);
    const gone = painted.slice(head, painted.length - tail);
    painted = [...painted.slice(0, head), ...fresh, ...painted.slice(painted.length - tail)];
    if (painted.length > 0) adoptStyle(canvas.root);
    registry.replace(gone, fresh);
  };
  const wipe = () => {
    registry.replace(painted, []);
    painted = [];
    last = { marks: [], reading: -1 };
  };

  view.document.addEventListener(
    'scroll',
    () => {
      if (marks.length <= paintAll || frame !== 0) return;
      frame = view.requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
    },
    { signal, capture: true, passive: true },
  );
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    wipe();
    // The last painter of a document removes the style sheet.
    if ([...registry.highlights().values()].every((highlight) => highlight === undefined))
      dropStyle(canvas.root);
  });

  return {
    paint(next) {
      marks = signal.aborted ? [] : next;
      draw();
    },
    refresh() {
      if (!signal.aborted) draw();
    },
    hit(x, y) {
      const hit = inView().find((mark) => mark.look !== 'active' && isAt(mark, canvas, x, y));
      return hit === undefined ? -1 : marks.indexOf(hit);
    },
    dispose() {
      marks = [];
      wipe();
    },
  };
}

function rangesOf(marks: readonly Mark[], canvas: Canvas): Painted[] {
  return marks.flatMap((mark) => {
    const range = canvas.range(mark);
    return range === null || range.collapsed ? [] : [{ range, look: mark.look }];
  });
}

/** False if the page has moved the whole editor: then no range is in place. */
function isFirstInPlace([mark]: readonly Mark[], [known]: readonly Painted[], canvas: Canvas): boolean {
  return mark === undefined || known === undefined || canvas.range(mark, known.range) === known.range;
}

/** False if the page has cleared the registry. */
function areRegistered(
  painted: readonly Painted[],
  highlights: ReadonlyMap<Mark['look'], Highlight | undefined>,
): boolean {
  const counts = new Map<Mark['look'], number>();
  for (const { look } of painted) counts.set(look, (counts.get(look) ?? 0) + 1);
  return [...counts].every(([look, count]) => (highlights.get(look)?.size ?? 0) >= count);
}

/** The marks within a window's height of the viewport. Marks run down the page in text order. */
export function marksInView(marks: readonly Mark[], canvas: Canvas, height: number): readonly Mark[] {
  const boxOf = (mark: Mark | undefined) => mark && canvas.range(mark)?.getBoundingClientRect();
  const from = lowerBound(marks.length, (at) => (boxOf(marks[at])?.bottom ?? 0) <= -height);
  const to = lowerBound(marks.length, (at) => (boxOf(marks[at])?.top ?? 0) <= 2 * height);
  return marks.slice(Math.max(0, from - 1), to);
}

/** True for a mark at a point of the window (CSS pixels), with a little slack. */
export function isAt(mark: Mark, canvas: Canvas, x: number, y: number): boolean {
  const rects = [...(canvas.range(mark)?.getClientRects() ?? [])];
  return rects.some(
    ({ left, right, top, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  );
}

function areSame(some: readonly Mark[], others: readonly Mark[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end, look }, i) => {
      const other = others[i];
      return start === other?.start && end === other.end && look === other.look;
    })
  );
}
