import { longestRun, mostRecords, recordEnd, valueEnd } from './wire.ts';

/** A box in pixels: of a canvas's bitmap, or on the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the width of a run and its place hang on, as the context of a canvas names it. */
export interface RunStyle {
  readonly font: string;
  readonly align: string;
  readonly baseline: string;
  readonly direction: string;
  readonly letterSpacing: string;
  readonly wordSpacing: string;
  readonly kerning: string;
  /** The width in the context's units that the run is squeezed into; null for its own. */
  readonly most: number | null;
}

/** A run of text as a page has drawn it. */
export interface Run {
  readonly is: 'text';
  readonly text: string;
  /** The point that it was drawn at, in pixels of the bitmap. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the bitmap for a unit of the context, across and down. */
  readonly across: number;
  readonly down: number;
  readonly style: RunStyle;
  /** What is outside is not seen. */
  readonly clip: Box;
}

/** A box that was cleared, filled or tinted. All but a tint hide what was drawn there before. */
export interface Patch {
  readonly is: 'cleared' | 'filled' | 'tinted';
  readonly clip: Box;
  /** What it was filled with, in any words: boxes of one selection have the same. */
  readonly colour: string;
}

export type Drawn = Run | Patch;

const patches: Readonly<Record<string, Patch['is']>> = { c: 'cleared', o: 'filled', f: 'tinted' };
/** How many values a record has. */
const valuesOf = { run: 18, patch: 6 };
/** No page draws farther out; a number beyond it is no place. */
const farthest = 1_000_000;

/**
 * Reads what the page's world tells of a canvas, in the order of drawing. It is the page's word: a record of another form
 * is left out, and so is what goes beyond the bounds of `wire.ts`.
 */
export function parseDrawn(records: string): Drawn[] {
  if (records === '' || records.length > mostRecords * 400) return [];
  const drawn: Drawn[] = [];
  for (const record of records.split(recordEnd, mostRecords)) {
    const values = record.split(valueEnd);
    const one = values[0] === 't' ? runOf(values) : patchOf(values);
    if (one !== null) drawn.push(one);
  }
  return drawn;
}

function runOf(values: readonly string[]): Run | null {
  if (values.length !== valuesOf.run) return null;
  const clip = boxOf(values);
  const [x = 0, y = 0, across = 0, down = 0] = values.slice(5, 9).map(Number);
  const text = values[17] ?? '';
  if (clip === null || ![x, y].every(isPlace) || !(across > 0 && across < 100 && down > 0 && down < 100))
    return null;
  const [
    font = '',
    align = '',
    baseline = '',
    direction = '',
    letterSpacing = '',
    wordSpacing = '',
    kerning = '',
  ] = values.slice(9, 16);
  if (text.length > longestRun || values.slice(9, 16).some(({ length }) => length > 400)) return null;
  const width = values[16] === '' ? null : Number(values[16]);
  const most = width === null || !Number.isFinite(width) || width <= 0 ? null : width;
  const style = { font, align, baseline, direction, letterSpacing, wordSpacing, kerning, most };
  return { is: 'text', text, x, y, across, down, style, clip };
}

function patchOf(values: readonly string[]): Patch | null {
  const is = patches[values[0] ?? ''];
  const clip = values.length === valuesOf.patch ? boxOf(values) : null;
  return is === undefined || clip === null ? null : { is, clip, colour: values[5] ?? '' };
}

/** Values 1 to 4 of a record. */
function boxOf(values: readonly string[]): Box | null {
  const [left = 0, top = 0, right = 0, bottom = 0] = values.slice(1, 5).map(Number);
  const box = { left, top, right, bottom };
  return [left, top, right, bottom].every(isPlace) ? box : null;
}

function isPlace(value: number): boolean {
  return Math.abs(value) <= farthest;
}
