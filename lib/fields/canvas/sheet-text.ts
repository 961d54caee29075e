import type { Span } from '../../draft/types.ts';
import type { Box } from './drawn.ts';
import type { Glyph } from './glyphs.ts';
import { type Line, linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A text as it is drawn. */
export interface SheetText {
  readonly text: string;
  /** The glyph of each UTF-16 unit of the text; null for breaks and for blanks that are not drawn. */
  readonly glyphs: readonly (Glyph | null)[];
}

const latin = /[\w.,;:!?)%]/u;
const unseen = /[\u200b-\u200d\u2060\ufeff]/u;
/** In heights of the font: words of Latin letters that are farther apart have a blank between them. */
const blank = 0.2;

/** The text of the glyphs that stand on one sheet, paragraph by paragraph. */
export function sheetTextOf(glyphs: readonly Glyph[]): SheetText {
  return joined(
    paragraphsOf(linesOf(glyphs)).map((lines) => {
      const text = new Writer();
      for (const line of lines) text.line(line);
      return text.done();
    }),
  );
}

/** Texts one below the other, with a line feed between them. */
export function joined(texts: readonly SheetText[]): SheetText {
  const withWords = texts.filter(({ text }) => text !== '');
  return {
    text: withWords.map(({ text }) => text).join('\n'),
    glyphs: withWords.flatMap(({ glyphs }, at) => (at === 0 ? glyphs : [null, ...glyphs])),
  };
}

class Writer {
  private text = '';
  private readonly glyphs: (Glyph | null)[] = [];

  line({ glyphs }: Line): void {
    let before: Glyph | undefined;
    for (const glyph of glyphs) {
      if (unseen.test(glyph.character)) continue;
      const isApart = before === undefined || glyph.left - before.right > blank * glyph.size;
      if (isApart && latin.test(this.text.slice(-1)) && /\w/u.test(glyph.character)) this.write(' ', null);
      this.write(glyph.character, glyph);
      before = glyph;
    }
  }

  done(): SheetText {
    return { text: this.text, glyphs: this.glyphs };
  }

  private write(character: string, glyph: Glyph | null): void {
    this.text += character;
    for (let unit = 0; unit < character.length; unit++) this.glyphs.push(glyph);
  }
}

/** The boxes of a span, one for each line that it stands on. */
export function boxesOf({ glyphs }: SheetText, { start, end }: Span): Box[] {
  const boxes: { left: number; top: number; right: number; bottom: number; baseline: number }[] = [];
  for (let at = start; at < end; at++) {
    const glyph = glyphs[at];
    if (glyph === null || glyph === undefined) continue;
    const { left, top, right, bottom, baseline, size } = glyph;
    const last = boxes.at(-1);
    if (last === undefined || Math.abs(last.baseline - baseline) > size * 0.4 || left < last.left) {
      boxes.push({ left, top, right, bottom, baseline });
      continue;
    }
    last.right = Math.max(last.right, right);
    last.top = Math.min(last.top, top);
    last.bottom = Math.max(last.bottom, bottom);
  }
  return boxes.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}

/** The glyphs of a span; null where one of its units is not drawn, so that it cannot be pointed at. */
export function glyphsAt({ glyphs }: SheetText, { start, end }: Span): Glyph[] | null {
  const found = glyphs.slice(start, end);
  return found.length > 0 && found.every((glyph) => glyph !== null) ? [...new Set(found)] : null;
}
