import { mostRecords, recordEnd, valueEnd } from './wire.ts';

/** Left, top, right and bottom, in pixels of the bitmap. */
export type Box = readonly [number, number, number, number];

/** A run of text, or a box: cleared (`c`), filled so that it hides what lies under it (`o`), or tinted (`f`). */
export type Mark =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly across: number;
      readonly down: number;
      /** The values of its style, one after the other. */
      readonly style: string;
      readonly clip: Box;
    }
  | { readonly text: null; readonly is: 'c' | 'o' | 'f'; readonly clip: Box; readonly colour: string };

/** What is drawn on one surface, in the order of drawing. */
export interface Log {
  marks: Mark[];
  /** True if the whole surface was filled: then a copy of it hides what lies under it. */
  opaque: boolean;
  /** The clip of its context, and those that are kept by `save()`. */
  clip: Box;
  kept: Box[];
  /** The boxes of the current path. */
  path: Box[];
  /** A hash of the marks: a surface that is drawn anew as it was has the same. */
  readonly hash: Hash;
  state: State;
}

/** What text and boxes are drawn with, read when something of it was set. */
export interface State {
  /** The value of `Recorder.settings` at which it was read. */
  readonly read: number;
  /** Null where the context is turned. */
  readonly matrix: { readonly a: number; readonly d: number; readonly e: number; readonly f: number } | null;
  readonly style: string;
}

/** Adds a mark; of more than a page can have, the older half goes. */
export function add(log: Log, mark: Mark): void {
  if (log.marks.length >= mostRecords) log.marks = log.marks.slice(mostRecords / 2);
  log.marks.push(mark);
  const { hash } = log;
  for (const side of mark.clip) hash.number(side);
  if (mark.text === null) {
    hash.words(mark.is);
    hash.words(mark.colour);
    return;
  }
  hash.words(mark.text);
  hash.style(mark.style);
  hash.number(mark.x);
  hash.number(mark.y);
  hash.number(mark.across);
  hash.number(mark.down);
}

/** Nothing of what was drawn is to be seen any more. */
export function clear(log: Log): void {
  log.marks = [];
  log.hash.clear();
}

/** The log of a surface of this size, in pixels, on which nothing is drawn. */
export function newLog({ width, height }: { readonly width: number; readonly height: number }): Log {
  const state = { read: -1, matrix: null, style: '' };
  return {
    marks: [],
    opaque: false,
    clip: [0, 0, width, height],
    kept: [],
    path: [],
    hash: new Hash(),
    state,
  };
}

/** Parts of a pixel to which records are exact. */
const parts = 10_000;

/** A hash of 64 bits of numbers and words in their order. */
class Hash {
  private a = 1;
  private b = 2;
  private lastStyle = '';
  private ofLast = 0;

  get value(): string {
    return `${this.a}.${this.b}`;
  }

  clear(): void {
    this.a = 1;
    this.b = 2;
  }

  /** Takes a number as exactly as a record tells it. */
  number(value: number): void {
    this.add(Math.round(value * parts) | 0);
  }

  /** Takes a style, which most runs have from the one before. */
  style(style: string): void {
    if (style !== this.lastStyle) {
      this.lastStyle = style;
      this.ofLast = 0;
      for (let at = 0; at < style.length; at++)
        this.ofLast = (Math.imul(this.ofLast, 31) + style.charCodeAt(at)) | 0;
    }
    this.add(this.ofLast);
  }

  words(text: string): void {
    for (let at = 0; at < text.length; at++) this.add(text.charCodeAt(at));
    this.add(text.length);
  }

  private add(value: number): void {
    const a = Math.imul(this.a ^ value, 0x9e37_79b1);
    this.a = a ^ (a >>> 15);
    const b = Math.imul(this.b + value, 0x85eb_ca6b);
    this.b = b ^ (b >>> 13);
  }
}

/** The marks as records of `wire.ts`. */
export function recordsOf(marks: readonly Mark[]): string[] {
  let clip: Box | undefined;
  let written = '';
  return marks.map((mark) => {
    // Most marks have the clip of the one before.
    if (mark.clip !== clip) written = mark.clip.map(rounded).join(valueEnd);
    clip = mark.clip;
    if (mark.text === null) return `${mark.is}${valueEnd}${written}${valueEnd}${mark.colour}`;
    const { text, x, y, across, down, style } = mark;
    const place = `${exactly(x)}${valueEnd}${exactly(y)}${valueEnd}${exactly(across)}${valueEnd}${exactly(down)}`;
    // These two part the records.
    const words = text.replaceAll(recordEnd, ' ').replaceAll(valueEnd, ' ');
    return `t${valueEnd}${written}${valueEnd}${place}${valueEnd}${style}${valueEnd}${words}`;
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function exactly(value: number): number {
  return Math.round(value * parts) / parts;
}
