import { add, type Box, clear, type Log, newLog, recordsOf, type State } from './marks.ts';
import { longestRun, recordEnd, valueEnd } from './wire.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Surface = HTMLCanvasElement | OffscreenCanvas;

/** Area in pixels of the smallest surface that is recorded: a tile or a line of text, and no icon. */
const smallest = 16_000;
/** Boxes thinner or lower than this, in pixels, are lines and carets: they cover no glyph. */
const thin = 4;
/** What is fainter is a watermark. */
const faint = 0.3;
/** No page keeps more clips or boxes of a path than this. */
const mostKept = 1_000;

/**
 * Records what is drawn on the canvases of a page, by calls after each of its own. It runs in the page's world, and keeps
 * nothing but strings and numbers. `onText` is called at each change, with the text that was written, if any.
 */
export class Recorder {
  private readonly logs = new WeakMap<object, Log>();
  /** Until the first text of a page nothing is recorded. */
  private begun = false;
  /** How often a font, a transform or another setting was changed on any context. */
  private settings = 0;
  private readonly onText: (text: string) => void;

  constructor(onText: (text: string) => void) {
    this.onText = onText;
  }

  /** After `fillText` and `strokeText`. */
  wrote(context: Context, [words, x, y, most]: readonly unknown[]): void {
    const text = String(words).slice(0, longestRun);
    if (text === '') return;
    this.begun = true;
    const log = this.logOf(context);
    if (log === null || context.globalAlpha < faint) return;
    const { matrix, style } = this.stateOf(context, log);
    // Turned words are watermarks and labels.
    if (matrix === null || matrix.a <= 0 || matrix.d <= 0) return;
    const { a, d, e, f } = matrix;
    add(log, {
      text,
      x: a * Number(x) + e,
      y: d * Number(y) + f,
      across: a,
      down: d,
      style: most === undefined ? style : `${style}${Number(most)}`,
      clip: log.clip,
    });
    this.onText(text);
  }

  /** After `fillRect` and `clearRect`. */
  filled(context: Context, args: readonly unknown[], clears: boolean): void {
    const log = this.logOf(context);
    if (log !== null) this.cover(context, log, boxIn(this.stateOf(context, log), args), clears);
  }

  /** After `drawImage`. */
  drew(context: Context, args: readonly unknown[]): void {
    const log = this.logOf(context);
    const source = args[0] as Surface;
    const from = log === null ? undefined : this.logs.get(source);
    if (log === null || from === undefined) return;
    copyMarks({ log, from, source, context, state: this.stateOf(context, log), args });
    this.onText('');
  }

  saved(context: Context): void {
    const log = this.logOf(context);
    if (log !== null && log.kept.length < mostKept) log.kept.push(log.clip);
  }

  /** After a setter or a method that changes what text and boxes are drawn with. */
  set(): void {
    this.settings++;
  }

  restored(context: Context): void {
    this.settings++;
    const log = this.logOf(context);
    const clip = log?.kept.pop();
    if (log !== null && clip !== undefined) log.clip = clip;
  }

  pathBegun(context: Context): void {
    const log = this.logOf(context);
    if (log !== null && log.path.length > 0) log.path = [];
  }

  /** After `rect` and `roundRect`. */
  boxAdded(context: Context, args: readonly unknown[]): void {
    const log = this.logOf(context);
    const box = log === null ? null : boxIn(this.stateOf(context, log), args);
    if (log !== null && box !== null && log.path.length < mostKept) log.path.push(box);
  }

  /** After `clip` with the current path. */
  clipped(context: Context): void {
    const log = this.logOf(context);
    const [only, second] = log?.path ?? [];
    if (log !== null && only !== undefined && second === undefined) log.clip = meet(only, log.clip);
  }

  /** After `fill` with the current path. */
  pathFilled(context: Context): void {
    const log = this.logOf(context);
    for (const box of log?.path ?? []) if (log !== null) this.cover(context, log, box, false);
  }

  /** The size of a surface was set, or its context reset: its bitmap is empty. */
  emptied(surface: object): void {
    this.settings++;
    if (this.logs.delete(surface)) this.onText('');
  }

  /** After `transferToImageBitmap`, which empties the surface: what it held is the bitmap's. */
  moved(surface: object, bitmap: object): void {
    const log = this.logs.get(surface);
    if (log === undefined) return;
    this.logs.set(bitmap, log);
    this.logs.delete(surface);
  }

  /**
   * What is drawn on a surface, as one string that begins with its turn, which is the same as long as the same is drawn;
   * only the turn where that is `known`; null for a surface that is not recorded.
   */
  answer(surface: object, known: string): string | null {
    const log = this.logs.get(surface);
    if (log === undefined) return null;
    const turn = log.hash.value;
    return turn === known ? turn : [turn, ...recordsOf(log.marks)].join(recordEnd);
  }

  private logOf(context: Context): Log | null {
    if (!this.begun) return null;
    const { canvas } = context;
    const known = this.logs.get(canvas);
    if (known !== undefined) return known;
    if (canvas.width * canvas.height < smallest) return null;
    const log = newLog(canvas);
    this.logs.set(canvas, log);
    return log;
  }

  private stateOf(context: Context, log: Log): State {
    if (log.state.read !== this.settings) log.state = readState(context, this.settings);
    return log.state;
  }

  private cover(context: Context, log: Log, box: Box | null, clears: boolean): void {
    if (box === null) return;
    const clip = meet(box, log.clip);
    if (clip[2] - clip[0] < thin || clip[3] - clip[1] < thin) return;
    const is = clears ? 'c' : isOpaque(context) ? 'o' : 'f';
    if (is !== 'f' && isWhole(clip, context.canvas)) {
      clear(log);
      log.opaque = is === 'o';
    } else {
      if (clears) log.opaque = false;
      add(log, { text: null, is, clip, colour: clears ? '' : `${context.fillStyle} ${context.globalAlpha}` });
    }
    this.onText('');
  }
}

function readState(context: Context, read: number): State {
  const { a, b, c, d, e, f } = context.getTransform();
  const isTurned = b !== 0 || c !== 0;
  return { read, matrix: isTurned ? null : { a, d, e, f }, style: styleOf(context) };
}

/** What the width of a run hangs on, each value with its end. Some of it not every browser knows. */
function styleOf(context: Context): string {
  const {
    font,
    textAlign,
    textBaseline,
    direction,
    letterSpacing = '',
    wordSpacing = '',
    fontKerning = '',
  } = context;
  const values = [font, textAlign, textBaseline, direction, letterSpacing, wordSpacing, fontKerning];
  return values.join(valueEnd) + valueEnd;
}

/** The place of a box (x, y, width, height of the context's space) on the bitmap; null where it is turned. */
function boxIn({ matrix }: State, args: readonly unknown[]): Box | null {
  if (matrix === null) return null;
  const [x = 0, y = 0, width = 0, height = 0] = args.map(Number);
  const { a, d, e, f } = matrix;
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
  readonly state: State;
  readonly args: readonly unknown[];
}

/** Carries what is drawn on one surface to where a picture of it is drawn. */
function copyMarks({ log, from, source, context, state, args }: Copy): void {
  const numbers = args.slice(1).map(Number);
  const { width, height } = source;
  const all: Box = [0, 0, width, height];
  const [x = 0, y = 0, w = width, h = height] = numbers.length === 8 ? numbers : all;
  const to =
    numbers.length === 8
      ? numbers.slice(4)
      : [numbers[0], numbers[1], numbers[2] ?? width, numbers[3] ?? height];
  const place = boxIn(state, to);
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
    if (isWhole(seen, context.canvas)) clear(log);
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
