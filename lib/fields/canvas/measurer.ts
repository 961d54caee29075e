import type { RunStyle } from './drawn.ts';
import type { Measure, Measured } from './glyphs.ts';

/** So many runs are remembered: a page of single characters has some thousand. */
const most = 8_000;
/** Characters that are as wide as the font is high, in nearly every font. */
const onlyWide = /^[\u3000-\u303f\u3400-\u9fff\uff00-\uff60]+$/u;

/** Measures runs with a canvas of its own, in the fonts of the document, and remembers what it measured. */
export function createMeasurer(document: Document): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, Measured>();
  return (text, style) => {
    const key = `${Object.values(style).join()}\n${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const measured = context === null ? { edges: [], drop: 0, size: 0 } : measure(context, text, style);
    known.set(key, measured);
    return measured;
  };
}

function measure(context: CanvasRenderingContext2D, text: string, style: RunStyle): Measured {
  const { font, letterSpacing, wordSpacing, kerning, baseline } = style;
  // A value that is none leaves the context as it was.
  context.font = '10px sans-serif';
  Object.assign(context, { font, letterSpacing: letterSpacing || '0px', wordSpacing: wordSpacing || '0px' });
  Object.assign(context, { fontKerning: kerning || 'auto', textAlign: 'left', textBaseline: 'alphabetic' });
  const size = Number(/([\d.]+)px/u.exec(context.font)?.[1] ?? 0);
  const whole = context.measureText(text);
  const edges = edgesOf(context, text, whole.width, size + Number.parseFloat(letterSpacing || '0'));
  let drop = 0;
  if (baseline !== 'alphabetic') {
    Object.assign(context, { textBaseline: baseline });
    drop = whole.fontBoundingBoxAscent - context.measureText(text).fontBoundingBoxAscent;
  }
  const squeezed = style.most !== null && whole.width > style.most ? style.most / whole.width : 1;
  return { edges: squeezed === 1 ? edges : edges.map((edge) => edge * squeezed), drop, size };
}

function edgesOf(context: CanvasRenderingContext2D, text: string, width: number, advance: number): number[] {
  const characters = [...text];
  const isEven = onlyWide.test(text) && Math.abs(width - characters.length * advance) < 0.01 * width;
  if (isEven) return Array.from({ length: characters.length + 1 }, (_, at) => at * advance);
  const edges = [0];
  let before = '';
  for (const character of characters.slice(0, -1)) {
    before += character;
    edges.push(context.measureText(before).width);
  }
  return [...edges, width];
}
