import { adoptStyle, dropStyle, highlightName, looks } from './style.ts';
import type { Mark, Painter } from './types.ts';

/** Where a painter's marks stand. */
export interface Canvas {
  readonly element: HTMLElement;
  /** The tree whose style paints: the field's own, or its mirror's. */
  readonly root: Document | ShadowRoot;
  /** Another number whenever marks may stand elsewhere than they did. */
  reading(): number;
  /** Where `known` stands there already, that one. */
  range(mark: Mark, known?: Range): Range | null;
}

interface Painted {
  readonly range: Range;
  readonly look: Mark['look'];
}

/**
 * Up to here all ranges are registered, and scrolling is the browser's alone; above, only those near the window, since
 * each costs at every key.
 */
const paintAll = 1_000;
/** A pointer this many pixels beside a mark still means it. */
const slack = 2;

/** Paints by the CSS Custom Highlight API; all painters of a document share its registry. */
export function createRangePainter(canvas: Canvas, signal: AbortSignal): Painter {
  const view = canvas.element.ownerDocument.defaultView ?? window;
  const registry = view.CSS.highlights;
  let marks: readonly Mark[] = [];
  let painted: readonly Painted[] = [];
  /** What was painted last, and in which reading. */
  let last: { readonly marks: readonly Mark[]; readonly reading: number } = { marks: [], reading: -1 };
  let frame = 0;

  const highlight = (look: Mark['look']): Highlight => {
    const name = highlightName(look);
    const known = registry.get(name);
    if (known !== undefined) return known;
    const made = new view.Highlight();
    made.priority = look === 'active' ? 0 : 4 - looks.indexOf(look);
    registry.set(name, made);
    return made;
  };
  const wipe = () => {
    for (const { range, look } of painted) registry.get(highlightName(look))?.delete(range);
    painted = [];
    last = { marks: [], reading: -1 };
    for (const look of looks) {
      if (registry.get(highlightName(look))?.size === 0) registry.delete(highlightName(look));
    }
  };
  /** A range that stands where it should stays registered: a new one has its line, and all that hangs on it, drawn again. */
  const draw = () => {
    const wanted = marks.length <= paintAll ? marks : inView();
    const reading = canvas.reading();
    if (reading === last.reading && areSame(wanted, last.marks) && isWhole()) return;
    last = { marks: wanted, reading };
    const old = painted;
    const registered = new Map(looks.map((look) => [look, registry.get(highlightName(look))]));
    const stays = (mark: Mark | undefined, known: Painted | undefined) =>
      mark !== undefined &&
      mark.look === known?.look &&
      canvas.range(mark, known.range) === known.range &&
      registered.get(mark.look)?.has(known.range) === true;
    const most = Math.min(old.length, wanted.length);
    let head = 0;
    while (head < most && stays(wanted[head], old[head])) head++;
    let tail = 0;
    while (tail < most - head && stays(wanted.at(-1 - tail), old.at(-1 - tail))) tail++;
    const fresh: Painted[] = [];
    for (const mark of wanted.slice(head, wanted.length - tail)) {
      const range = canvas.range(mark);
      if (range !== null && !range.collapsed) fresh.push({ range, look: mark.look });
    }
    for (const { range, look } of old.slice(head, old.length - tail)) {
      registered.get(look)?.delete(range);
    }
    painted = [...old.slice(0, head), ...fresh, ...old.slice(old.length - tail)];
    if (painted.length > 0) adoptStyle(canvas.root);
    for (const { range, look } of fresh) highlight(look).add(range);
    for (const look of looks) {
      if (registry.get(highlightName(look))?.size === 0) registry.delete(highlightName(look));
    }
  };
  /** Whether all that was painted is there still: a page may clear the registry, or move the editor as a whole. */
  const isWhole = () => {
    const [mark, known] = [last.marks[0], painted[0]];
    if (mark !== undefined && known !== undefined && canvas.range(mark, known.range) !== known.range)
      return false;
    const counts = new Map<Mark['look'], number>();
    for (const { look } of painted) counts.set(look, (counts.get(look) ?? 0) + 1);
    return [...counts].every(([look, count]) => (registry.get(highlightName(look))?.size ?? 0) >= count);
  };
  /** The marks within a window's height of what is seen. Marks run down the page in the order of the text. */
  const inView = (): readonly Mark[] => {
    const height = view.innerHeight;
    const from = firstWhere(marks, (mark) => (bottomOf(mark) ?? 0) > -height);
    const to = firstWhere(marks, (mark) => (topOf(mark) ?? 0) > 2 * height);
    return marks.slice(Math.max(0, from - 1), to);
  };
  const topOf = (mark: Mark) => canvas.range(mark)?.getBoundingClientRect().top;
  const bottomOf = (mark: Mark) => canvas.range(mark)?.getBoundingClientRect().bottom;

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
    // The last painter of a document takes the look along.
    if (looks.every((look) => !registry.has(highlightName(look)))) dropStyle(canvas.root);
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
      for (const mark of inView()) {
        const rects = canvas.range(mark)?.getClientRects() ?? [];
        for (const rect of rects) {
          const inside = x >= rect.left - slack && x <= rect.right + slack && y >= rect.top - slack;
          if (inside && y <= rect.bottom + slack && mark.look !== 'active') return marks.indexOf(mark);
        }
      }
      return -1;
    },
    dispose() {
      marks = [];
      wipe();
    },
  };
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

function firstWhere(marks: readonly Mark[], test: (mark: Mark) => boolean): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mark = marks[middle];
    if (mark !== undefined && test(mark)) high = middle;
    else low = middle + 1;
  }
  return low;
}
