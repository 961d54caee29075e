import type { Box, Drawn, Run, RunStyle } from './drawn.ts';

/** A character as it stands on the screen, in CSS pixels. */
export interface Glyph extends Box {
  readonly character: string;
  /** The line on which it stands. */
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
}

/** The widths of a run of text in one style, in units of its context. */
export interface Measured {
  /** Where each character (code point) begins, and at last where the run ends, from its left end. */
  readonly edges: readonly number[];
  /** How far the baseline of glyphs lies below the point that the run was drawn at. */
  readonly drop: number;
  /** Height of the font. */
  readonly size: number;
}
export type Measure = (text: string, style: RunStyle) => Measured;

/** Where a canvas lies: its corner, and CSS pixels for a pixel of its bitmap. */
export interface Placing {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** How much of the font's height the square of a Chinese character rises above the baseline. */
const rise = 0.88;

/**
 * The characters that are to be seen of what was drawn on one canvas, in the order of drawing: what was cleared, covered or
 * clipped is left out.
 */
export function glyphsOf(drawn: readonly Drawn[], placing: Placing, measure: Measure): Glyph[] {
  const hidden: Box[] = [];
  const runs: Glyph[][] = [];
  // From the last to the first, so that what hides a run is known when it comes.
  for (let at = drawn.length - 1; at >= 0; at--) {
    const one = drawn[at];
    if (one?.is === 'text') runs.push(glyphsIn(one, hidden, placing, measure));
    else if (one !== undefined && one.is !== 'tinted') hidden.push(one.clip);
  }
  return runs.reverse().flat();
}

/** A box that was filled or tinted, on the screen. A selection is drawn as such. */
export interface Tint extends Box {
  readonly colour: string;
}

/** The filled and tinted boxes of a canvas. */
export function tintsOf(drawn: readonly Drawn[], placing: Placing): Tint[] {
  return drawn.flatMap((one) =>
    one.is === 'tinted' || one.is === 'filled'
      ? [{ ...onScreen(one.clip, placing), colour: one.colour }]
      : [],
  );
}

function glyphsIn(run: Run, hidden: readonly Box[], placing: Placing, measure: Measure): Glyph[] {
  const glyphs: Glyph[] = [];
  const { edges, drop, size } = measure(run.text, run.style);
  const width = edges.at(-1) ?? 0;
  const begin = run.x - shiftOf(run.style, width) * run.across;
  const baseline = run.y + drop * run.down;
  const high = size * run.down;
  let nth = 0;
  for (const character of run.text) {
    const [from = 0, to = 0] = [edges[nth], edges[nth + 1]];
    nth++;
    const box = {
      left: begin + from * run.across,
      right: begin + to * run.across,
      top: baseline - rise * high,
      bottom: baseline + (1 - rise) * high,
    };
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    if (!isWithin(run.clip, x, y) || hidden.some((box) => isWithin(box, x, y))) continue;
    glyphs.push({
      character,
      ...onScreen(box, placing),
      baseline: baseline * placing.down + placing.top,
      size: high * placing.down,
    });
  }
  return glyphs;
}

/** How far a run of a width lies to the left of the point that it was drawn at. */
function shiftOf({ align, direction }: RunStyle, width: number): number {
  const isRight = align === 'right' || align === (direction === 'rtl' ? 'start' : 'end');
  return isRight ? width : align === 'center' ? width / 2 : 0;
}

function isWithin({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function onScreen(box: Box, { left, top, across, down }: Placing): Box {
  return {
    left: box.left * across + left,
    right: box.right * across + left,
    top: box.top * down + top,
    bottom: box.bottom * down + top,
  };
}
