import type { Box, Drawn } from './drawn.ts';
import { parseDrawn } from './drawn.ts';
import { type Glyph, glyphsOf, type Measure, type Placing, type Tint, tintsOf } from './glyphs.ts';
import type { Link } from './link.ts';
import { joined, type SheetText, sheetTextOf } from './sheet-text.ts';

/** All canvases of a document that show text, read together. */
export interface Sheets {
  /** Reads what has changed. The text is the same object while nothing has. */
  read(): SheetText;
  /** The canvases that showed text at the last reading, from top to bottom. */
  readonly canvases: readonly HTMLCanvasElement[];
  /** Where the boxes of the text begin in the view: the corner of the first canvas. */
  origin(): { readonly left: number; readonly top: number };
  /** The filled and tinted boxes as last read, in the coordinates of the text. */
  tints(): Tint[];
}

/** What is known of one canvas. */
interface Sheet {
  readonly canvas: HTMLCanvasElement;
  turn: string;
  drawn: readonly Drawn[];
  placed: string;
  placing: Placing;
  box: Box;
  glyphs: readonly Glyph[];
}

/** Canvases that touch, and the text that stands on them together. */
interface Page {
  readonly parts: readonly (readonly Glyph[])[];
  readonly text: SheetText;
}

const nowhere = { left: 0, top: 0 };
/** Canvases whose edges are nearer, in CSS pixels, are tiles of one page. */
const touching = 1.5;

/** Reads the canvases of a document through a link to the page's world. */
export function createSheets(document: Document, link: Link, measure: Measure): Sheets {
  const list = document.getElementsByTagName('canvas');
  const known = new WeakMap<HTMLCanvasElement, Sheet>();
  let sheets: readonly Sheet[] = [];
  let pages: readonly Page[] = [];
  let text: SheetText = { text: '', glyphs: [] };
  let first: HTMLCanvasElement | undefined;
  /** True until the task ends: what is drawn does not change before. */
  let isFresh = false;

  const read = () => {
    if (isFresh) return text;
    isFresh = true;
    queueMicrotask(() => {
      isFresh = false;
    });
    const shown = [...list].flatMap((canvas) => asked(canvas, known, link) ?? []);
    const origin = shown[0]?.canvas.getBoundingClientRect() ?? nowhere;
    for (const sheet of shown) place(sheet, origin, measure);
    const before = pages;
    const withText = shown.filter(({ glyphs }) => glyphs.length > 0);
    // The origin is of the first canvas of all, so that a blank one above changes no place.
    sheets = withText;
    first = shown[0]?.canvas;
    const groups = together(withText);
    pages = groups.map((group) => pageOf(group, before));
    const isSame = pages.length === before.length && pages.every((page, at) => page === before[at]);
    if (!isSame) text = joined(pages.map((page) => page.text));
    return text;
  };
  return {
    read,
    get canvases() {
      return sheets.map(({ canvas }) => canvas);
    },
    origin: () => first?.getBoundingClientRect() ?? nowhere,
    tints: () => sheets.flatMap(({ drawn, placing }) => tintsOf(drawn, placing)),
  };
}

/** The canvas with what is drawn on it now; null for one that is not shown or has no text. */
function asked(
  canvas: HTMLCanvasElement,
  known: WeakMap<HTMLCanvasElement, Sheet>,
  link: Link,
): Sheet | null {
  const before = known.get(canvas);
  const answer = link.ask(canvas, before?.turn ?? '');
  if (answer === null || canvas.offsetWidth === 0) {
    known.delete(canvas);
    return null;
  }
  const nothing = { left: 0, top: 0, right: 0, bottom: 0 };
  const sheet = before ?? {
    canvas,
    turn: '',
    drawn: [],
    placed: '',
    placing: { ...nowhere, across: 1, down: 1 },
    box: nothing,
    glyphs: [],
  };
  known.set(canvas, sheet);
  if (answer.records !== null) {
    sheet.turn = answer.turn;
    sheet.drawn = parseDrawn(answer.records);
    sheet.placed = '';
  }
  return sheet;
}

function place(sheet: Sheet, origin: { left: number; top: number }, measure: Measure): void {
  const { canvas } = sheet;
  const rect = canvas.getBoundingClientRect();
  const [scaleX, scaleY] = [rect.width / canvas.offsetWidth, rect.height / canvas.offsetHeight];
  const placing = {
    left: rect.left + canvas.clientLeft * scaleX - origin.left,
    top: rect.top + canvas.clientTop * scaleY - origin.top,
    across: (canvas.clientWidth * scaleX) / canvas.width,
    down: (canvas.clientHeight * scaleY) / canvas.height,
  };
  const placed = Object.values(placing)
    .map((value) => value.toFixed(3))
    .join();
  if (placed === sheet.placed) return;
  sheet.placed = placed;
  sheet.placing = placing;
  sheet.box = {
    left: placing.left,
    top: placing.top,
    right: placing.left + canvas.width * placing.across,
    bottom: placing.top + canvas.height * placing.down,
  };
  sheet.glyphs = glyphsOf(sheet.drawn, placing, measure);
}

/** Groups of canvases that touch or overlap, from top to bottom. */
function together(sheets: readonly Sheet[]): Sheet[][] {
  const groups: Sheet[][] = [];
  for (const sheet of sheets) {
    const near = groups.filter((group) => group.some((other) => touch(sheet.box, other.box)));
    const [into = []] = near;
    if (near.length === 0) groups.push(into);
    into.push(sheet);
    for (const other of near.slice(1)) {
      into.push(...other);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  const topOf = (group: readonly Sheet[]) => Math.min(...group.map(({ box }) => box.top));
  const leftOf = (group: readonly Sheet[]) => Math.min(...group.map(({ box }) => box.left));
  return groups.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
}

function touch(a: Box, b: Box): boolean {
  return (
    a.left <= b.right + touching &&
    b.left <= a.right + touching &&
    a.top <= b.bottom + touching &&
    b.top <= a.bottom + touching
  );
}

function pageOf(group: readonly Sheet[], before: readonly Page[]): Page {
  const parts = group.map(({ glyphs }) => glyphs);
  const known = before.find(
    (page) => page.parts.length === parts.length && page.parts.every((part, at) => part === parts[at]),
  );
  return known ?? { parts, text: sheetTextOf(parts.flat()) };
}
