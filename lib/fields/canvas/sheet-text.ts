import type { Span } from '../../draft/types.ts';
import type { Box } from './drawn.ts';
import type { Letter } from './letters.ts';
import { type Line, linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A text as it is drawn. */
export interface SheetText {
  readonly text: string;
  /** The letter of each UTF-16 unit of the text; null for breaks and for blanks that are not drawn. */
  readonly letters: readonly (Letter | null)[];
}

const latin = /[\w.,;:!?)%]/u;
const unseen = /[\u200b-\u200d\u2060\ufeff]/u;
/** In heights of the font: words of Latin letters that are farther apart have a blank between them. */
const blank = 0.2;

/** The text of the letters that stand on one sheet, paragraph by paragraph. */
export function sheetTextOf(letters: readonly Letter[]): SheetText {
  return joined(
    paragraphsOf(linesOf(letters)).map((lines) => {
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
    letters: withWords.flatMap(({ letters }, at) => (at === 0 ? letters : [null, ...letters])),
  };
}

class Writer {
  private text = '';
  private readonly letters: (Letter | null)[] = [];

  line({ letters }: Line): void {
    let before: Letter | undefined;
    for (const letter of letters) {
      if (unseen.test(letter.character)) continue;
      const isApart = before === undefined || letter.left - before.right > blank * letter.size;
      if (isApart && latin.test(this.text.slice(-1)) && /\w/u.test(letter.character)) this.write(' ', null);
      this.write(letter.character, letter);
      before = letter;
    }
  }

  done(): SheetText {
    return { text: this.text, letters: this.letters };
  }

  private write(character: string, letter: Letter | null): void {
    this.text += character;
    for (let unit = 0; unit < character.length; unit++) this.letters.push(letter);
  }
}

/** The boxes of a span, one for each line that it stands on. */
export function boxesOf({ letters }: SheetText, { start, end }: Span): Box[] {
  const boxes: { left: number; top: number; right: number; bottom: number; baseline: number }[] = [];
  for (let at = start; at < end; at++) {
    const letter = letters[at];
    if (letter === null || letter === undefined) continue;
    const { left, top, right, bottom, baseline, size } = letter;
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

/** The letters of a span; null where one of its units is not drawn, so that it cannot be pointed at. */
export function lettersAt({ letters }: SheetText, { start, end }: Span): Letter[] | null {
  const found = letters.slice(start, end);
  return found.length > 0 && found.every((letter) => letter !== null) ? [...new Set(found)] : null;
}
