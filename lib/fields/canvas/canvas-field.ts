import { applyEdits, difference } from '../../draft/text-edits.ts';
import type { Edit, Span } from '../../draft/types.ts';
import { watchComposition } from '../composition.ts';
import { parentOf } from '../own-host.ts';
import { type ApplyOutcome, composingOutcome, type Field } from '../types.ts';
import { type Editing, editOnCanvas, selectGlyphs } from './canvas-edit.ts';
import type { Box } from './drawn.ts';
import { createFrames } from './frames.ts';
import type { Glyph } from './glyphs.ts';
import type { Link } from './link.ts';
import { scrollIntoSight } from './scroll.ts';
import { boxesOf, glyphsAt, type SheetText } from './sheet-text.ts';
import type { Sheets } from './sheets.ts';

/** A field that is drawn on canvases. */
export interface CanvasField extends Field {
  /** The canvases that show its text, from top to bottom. */
  readonly canvases: readonly HTMLCanvasElement[];
}

/**
 * A field for an editor that draws its text on the canvases of a document. `element` holds them all. What is not drawn is
 * not known, so it is never complete. Ends with the signal.
 */
export function createCanvasField(
  element: HTMLElement,
  sheets: Sheets,
  link: Link,
  signal: AbortSignal,
): CanvasField {
  const { ownerDocument: document } = element;
  const listeners = new Set<() => void>();
  const composition = watchComposition(document, () => frames.ask(), signal);
  const reading = createReading(sheets, () => composition.now);
  const { layout } = reading;
  let last: number | null = null;

  const frames = createFrames(
    document,
    () => {
      // Also during a composition, which moves what is marked.
      for (const listener of listeners) listener();
    },
    signal,
  );
  link.onDrawn(frames.ask, signal);
  followPress(
    element,
    (x, y) => {
      last = offsetAt(layout(), sheets, x, y) ?? last;
    },
    signal,
  );

  const editing: Editing = {
    document,
    sheets,
    frame: frames.next,
    within: (at) => element.contains(at),
    composing: () => composition.now,
    scrollTo: (glyphs) => scrollToGlyphs(glyphs, sheets),
  };
  const apply: Field['apply'] = async (edits, expected) => {
    if (composition.now) return composingOutcome;
    if (layout().text !== expected) return { ok: false, reason: 'stale', undone: true };
    if (applyEdits(expected, edits) === expected) return { ok: true };
    return await applyAll(editing, edits, (at) => {
      last = at;
    });
  };
  return {
    element,
    kind: 'canvas',
    complete: false,
    get canvases() {
      return sheets.canvases;
    },
    read: reading.read,
    listItems: () => [],
    toRange: () => null,
    get reading() {
      return reading.count;
    },
    rects: reading.rects,
    caret: () => last,
    apply,
    insert(text) {
      const now = layout().text;
      const at = Math.min(last ?? now.length, now.length);
      return apply([{ start: at, end: at, text }], now);
    },
    reveal(span) {
      last = span.start;
      const glyphs = glyphsAt(layout(), span);
      if (glyphs !== null) void selectGlyphs(editing, glyphs);
    },
    watch(onChange, until) {
      if (until.aborted || signal.aborted) return;
      listeners.add(onChange);
      until.addEventListener('abort', () => listeners.delete(onChange));
    },
    get composing() {
      return composition.now;
    },
  };
}

/** The text as it is drawn, and as it was read last: spans are of the latter. */
function createReading(sheets: Sheets, composing: () => boolean) {
  let shown = sheets.read();
  let readings = 0;
  /** Not what stands there while an input method composes. */
  let known = shown.text;
  const layout = (): SheetText => {
    const now = sheets.read();
    if (now !== shown) readings++;
    shown = now;
    return now;
  };
  return {
    layout,
    read(): string {
      const { text } = layout();
      if (!composing()) known = text;
      return text;
    },
    /** Changes with every new text or place. */
    get count(): number {
      layout();
      return readings;
    },
    rects(span: Span): DOMRect[] {
      const now = layout();
      const { left, top } = sheets.origin();
      return boxesOf(now, movedTo(now.text, known, span)).map((box) => rectOf(box, left, top));
    },
  };
}

/** Where a span of one text stands in another; an empty one where they differ in it. */
function movedTo(now: string, before: string, span: Span): Span {
  if (now === before) return span;
  const { start, end, text } = difference(before, now);
  if (span.end <= start) return span;
  const by = text.length - (end - start);
  return span.start < end ? { start: 0, end: 0 } : { start: span.start + by, end: span.end + by };
}

/** Makes edits from the last to the first, so that the places of those before it stay. `onMade` hears where each ends. */
async function applyAll(
  editing: Editing,
  edits: readonly Edit[],
  onMade: (end: number) => void,
): Promise<ApplyOutcome> {
  let made = 0;
  for (const edit of edits.toReversed()) {
    const outcome = await editOnCanvas(editing, edit);
    if (!outcome.ok) return made === 0 ? outcome : partly(outcome, made);
    onMade(edit.start + edit.text.length);
    made++;
  }
  return { ok: true };
}

function partly(outcome: ApplyOutcome, made: number): ApplyOutcome {
  return outcome.ok ? outcome : { ...outcome, undone: false, made };
}

function rectOf(box: Box, left: number, top: number): DOMRect {
  return new DOMRect(box.left + left, box.top + top, box.right - box.left, box.bottom - box.top);
}

function followPress(
  element: HTMLElement,
  onPress: (x: number, y: number) => void,
  signal: AbortSignal,
): void {
  element.addEventListener(
    'pointerdown',
    ({ isTrusted, clientX, clientY }) => {
      if (isTrusted) onPress(clientX, clientY);
    },
    { signal, capture: true, passive: true },
  );
}

/** The offset of the glyph at a point of the view; null where none stands. */
function offsetAt({ glyphs }: SheetText, sheets: Sheets, x: number, y: number): number | null {
  const { left, top } = sheets.origin();
  const at = glyphs.findIndex(
    (glyph) =>
      glyph !== null &&
      x - left >= glyph.left &&
      x - left <= glyph.right &&
      y - top >= glyph.top &&
      y - top <= glyph.bottom,
  );
  return at === -1 ? null : at;
}

function scrollToGlyphs(glyphs: readonly Glyph[], sheets: Sheets): boolean {
  const origin = sheets.origin();
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  const [canvas] = sheets.canvases;
  if (first === undefined || last === undefined || canvas === undefined) return false;
  const box = {
    left: Math.min(first.left, last.left) + origin.left,
    right: Math.max(first.right, last.right) + origin.left,
    top: first.top + origin.top,
    bottom: last.bottom + origin.top,
  };
  return scrollIntoSight(canvas, box);
}

/** The innermost element that holds all of some elements. */
export function commonParent(elements: readonly Element[]): HTMLElement | null {
  const [first, ...others] = elements;
  let at = first === undefined ? null : parentOf(first);
  while (at !== null && !others.every((other) => at?.contains(other))) at = parentOf(at);
  return at as HTMLElement | null;
}
