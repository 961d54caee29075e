import { longestRun, mostRecords, recordEnd, valueEnd } from './wire.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Surface = HTMLCanvasElement | OffscreenCanvas;

/** Left, top, right and bottom, in pixels of the bitmap. */
type Box = readonly [number, number, number, number];

/** A run of text, or a box: cleared (`c`), filled so that it hides what lies under it (`o`), or tinted (`f`). */
type Mark =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly across: number;
      readonly down: number;
      readonly style: readonly unknown[];
      readonly clip: Box;
    }
  | { readonly text: null; readonly is: 'c' | 'o' | 'f'; readonly clip: Box; readonly colour: string };

/** What is drawn on one surface, in the order of drawing. */
interface Log {
  marks: Mark[];
  /** True if the whole surface was filled: then a copy of it hides what lies under it. */
  opaque: boolean;
  /** The clip of its context, and those that are kept by `save()`. */
  clip: Box;
  kept: Box[];
  /** The boxes of the current path. */
  path: Box[];
  /** Changes with every record; no other log has it. */
  turn: number;
}

/** Area in pixels of the smallest surface that is recorded: a tile or a line of text, and no icon. */
const smallest = 16_000;
/** Boxes thinner or lower than this, in pixels, are lines and carets: they cover no letter. */
const thin = 4;
/** What is fainter is a watermark. */
const faint = 0.3;

/** Records what is drawn on the canvases of a page. It runs in the page's world, and keeps nothing but strings and numbers. */
export interface Recorder {
  /** After `fillText` and `strokeText`. */
  wrote(context: Context, args: readonly unknown[]): void;
  /** After `fillRect` and `clearRect`. */
  filled(context: Context, args: readonly unknown[], clears: boolean): void;
  /** After `drawImage`. */
  drew(context: Context, args: readonly unknown[]): void;
  saved(context: Context): void;
  restored(context: Context): void;
  pathBegun(context: Context): void;
  /** After `rect` and `roundRect`. */
  boxAdded(context: Context, args: readonly unknown[]): void;
  /** After `clip` with the current path. */
  clipped(context: Context): void;
  /** After `fill` with the current path. */
  pathFilled(context: Context): void;
  /** The size of a surface was set, or its context reset: its bitmap is empty. */
  emptied(surface: object): void;
  /** After `transferToImageBitmap`, which empties the surface: what it held is the bitmap's. */
  moved(surface: object, bitmap: object): void;
  /**
   * What is drawn on a surface, as one string that begins with the turn of its last change; only the turn where that is
   * `known`; null for a surface that is not recorded.
   */
  answer(surface: object, known: string): string | null;
}

/** Makes a recorder. `onText` is called once for each change, at its first record. */
export function createRecorder(onText: (text: string) => void): Recorder {
  const logs = new WeakMap<object, Log>();
  /** Until the first text of a page nothing is recorded. */
  let begun = false;
  let turns = 0;

  const logOf = (context: Context): Log | null => {
    if (!begun) return null;
    const { canvas } = context;
    const known = logs.get(canvas);
    if (known !== undefined) return known;
    if (canvas.width * canvas.height < smallest) return null;
    const log = newLog(canvas, ++turns);
    logs.set(canvas, log);
    return log;
  };
  const changed = (log: Log, text = '') => {
    log.turn = ++turns;
    onText(text);
  };
  const add = (log: Log, mark: Mark) => {
    if (log.marks.length >= mostRecords) log.marks = log.marks.slice(mostRecords / 2);
    log.marks.push(mark);
  };
  const cover = (context: Context, log: Log, box: Box | null, clears: boolean) => {
    if (box === null) return;
    const clip = meet(box, log.clip);
    if (clip[2] - clip[0] < thin || clip[3] - clip[1] < thin) return;
    const is = clears ? 'c' : isOpaque(context) ? 'o' : 'f';
    if (is !== 'f' && isWhole(clip, context.canvas)) {
      log.marks = [];
      log.opaque = is === 'o';
    } else {
      if (clears) log.opaque = false;
      add(log, { text: null, is, clip, colour: clears ? '' : `${context.fillStyle} ${context.globalAlpha}` });
    }
    changed(log);
  };
  return {
    wrote(context, [words, x, y, most]) {
      const text = String(words).slice(0, longestRun);
      if (text === '') return;
      begun = true;
      const log = logOf(context);
      if (log === null || context.globalAlpha < faint) return;
      const { a, b, c, d, e, f } = context.getTransform();
      // Turned words are watermarks and labels.
      if (b !== 0 || c !== 0 || a <= 0 || d <= 0) return;
      add(log, {
        text,
        x: a * Number(x) + e,
        y: d * Number(y) + f,
        across: a,
        down: d,
        style: styleOf(context, most),
        clip: log.clip,
      });
      changed(log, text);
    },
    filled(context, args, clears) {
      const log = logOf(context);
      if (log !== null) cover(context, log, boxIn(context, args), clears);
    },
    drew(context, args) {
      const log = logOf(context);
      const source = args[0] as Surface;
      const from = log === null ? undefined : logs.get(source);
      if (log === null || from === undefined) return;
      copyMarks({ log, from, source, context, args, add });
      changed(log);
    },
    saved(context) {
      const log = logOf(context);
      if (log !== null && log.kept.length < 1_000) log.kept.push(log.clip);
    },
    restored(context) {
      const log = logOf(context);
      const clip = log?.kept.pop();
      if (log !== null && clip !== undefined) log.clip = clip;
    },
    pathBegun(context) {
      const log = logOf(context);
      if (log !== null && log.path.length > 0) log.path = [];
    },
    boxAdded(context, args) {
      const log = logOf(context);
      const box = log === null ? null : boxIn(context, args);
      if (log !== null && box !== null && log.path.length < 1_000) log.path.push(box);
    },
    clipped(context) {
      const log = logOf(context);
      const [only, second] = log?.path ?? [];
      if (log !== null && only !== undefined && second === undefined) log.clip = meet(only, log.clip);
    },
    pathFilled(context) {
      const log = logOf(context);
      for (const box of log?.path ?? []) if (log !== null) cover(context, log, box, false);
    },
    emptied(surface) {
      if (!logs.delete(surface)) return;
      onText('');
    },
    moved(surface, bitmap) {
      const log = logs.get(surface);
      if (log === undefined) return;
      logs.set(bitmap, log);
      logs.delete(surface);
    },
    answer(surface, known) {
      const log = logs.get(surface);
      if (log === undefined) return null;
      const turn = String(log.turn);
      return turn === known ? turn : [turn, ...log.marks.map(recordOf)].join(recordEnd);
    },
  };
}

function newLog({ width, height }: Surface, turn: number): Log {
  return { marks: [], opaque: false, clip: [0, 0, width, height], kept: [], path: [], turn };
}

function recordOf(mark: Mark): string {
  const clip = mark.clip.map(rounded).join(valueEnd);
  if (mark.text === null) return `${mark.is}${valueEnd}${clip}${valueEnd}${mark.colour}`;
  const { text, x, y, across, down, style } = mark;
  const place = [x, y, across, down].map(exactly).join(valueEnd);
  // These two part the records.
  const words = text.replaceAll(recordEnd, ' ').replaceAll(valueEnd, ' ');
  return `t${valueEnd}${clip}${valueEnd}${place}${valueEnd}${style.join(valueEnd)}${valueEnd}${words}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function exactly(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** What the width of a run hangs on. Some of it not every browser knows. */
function styleOf(context: Context, most: unknown): readonly unknown[] {
  const {
    font,
    textAlign,
    textBaseline,
    direction,
    letterSpacing = '',
    wordSpacing = '',
    fontKerning = '',
  } = context;
  const width = most === undefined ? '' : Number(most);
  return [font, textAlign, textBaseline, direction, letterSpacing, wordSpacing, fontKerning, width];
}

/** The place of a box (x, y, width, height of the context's space) on the bitmap; null where it is turned. */
function boxIn(context: Context, args: readonly unknown[]): Box | null {
  const [x = 0, y = 0, width = 0, height = 0] = args.map(Number);
  const { a, b, c, d, e, f } = context.getTransform();
  if (b !== 0 || c !== 0) return null;
  const [left, right] = [a * x + e, a * (x + width) + e];
  const [top, bottom] = [d * y + f, d * (y + height) + f];
  const box: Box = [
    Math.min(left, right),
    Math.min(top, bottom),
    Math.max(left, right),
    Math.max(top, bottom),
  ];
  return box.every(Number.isFinite) ? box : null;
}

function meet(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function isWhole([left, top, right, bottom]: Box, { width, height }: Surface): boolean {
  return left <= 0.5 && top <= 0.5 && right >= width - 0.5 && bottom >= height - 0.5;
}

/** True if what is filled now lets nothing through. */
function isOpaque({ globalAlpha, fillStyle, globalCompositeOperation }: Context): boolean {
  const blends = globalCompositeOperation !== 'source-over' && globalCompositeOperation !== 'copy';
  // A translucent colour reads as rgba(…).
  return globalAlpha === 1 && !blends && typeof fillStyle === 'string' && fillStyle.startsWith('#');
}

interface Copy {
  readonly log: Log;
  readonly from: Log;
  readonly source: Surface;
  readonly context: Context;
  readonly args: readonly unknown[];
  readonly add: (log: Log, mark: Mark) => void;
}

/** Carries what is drawn on one surface to where a picture of it is drawn. */
function copyMarks({ log, from, source, context, args, add }: Copy): void {
  const numbers = args.slice(1).map(Number);
  const { width, height } = source;
  const all: Box = [0, 0, width, height];
  const [x = 0, y = 0, w = width, h = height] = numbers.length === 8 ? numbers : all;
  const to =
    numbers.length === 8
      ? numbers.slice(4)
      : [numbers[0], numbers[1], numbers[2] ?? width, numbers[3] ?? height];
  const place = boxIn(context, to);
  if (place === null || w <= 0 || h <= 0) return;
  const seen = meet(place, log.clip);
  const across = (place[2] - place[0]) / w;
  const down = (place[3] - place[1]) / h;
  const carry = (box: Box): Box =>
    meet(
      [
        (box[0] - x) * across + place[0],
        (box[1] - y) * down + place[1],
        (box[2] - x) * across + place[0],
        (box[3] - y) * down + place[1],
      ],
      seen,
    );
  const marks = [...from.marks];
  if (from === log || from.opaque) {
    if (isWhole(seen, context.canvas)) log.marks = [];
    else add(log, { text: null, is: 'o', clip: seen, colour: '' });
  }
  for (const mark of marks) {
    const clip = carry(mark.clip);
    if (clip[2] <= clip[0] || clip[3] <= clip[1]) continue;
    if (mark.text === null) add(log, { ...mark, clip });
    else
      add(log, {
        ...mark,
        x: (mark.x - x) * across + place[0],
        y: (mark.y - y) * down + place[1],
        across: mark.across * across,
        down: mark.down * down,
        clip,
      });
  }
}
