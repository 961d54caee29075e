import type { Box } from './draft.ts';

/** What the test pages that draw on a canvas offer beside `editorPage`. */
export interface CanvasPage {
  /** The box of some words by the page's own layout, in the view. */
  box(words: string, nth?: number): Box;
  /** Another author's edit; `naive`: the selection stays at its offsets, as in an editor that does not map it. */
  foreign(start: number, end: number, text: string, naive?: boolean): void;
  caret(): number;
  /** How many steps can be undone. */
  steps(): number;
  scrollTo(top: number): void;
  zoom(factor: number): void;
  /** What was entered and undone since the last call. */
  happened(): Happened[];
  /** Draws everything again, and returns how long that took, in ms. */
  redraw(): number;
}

/** A change by the page's own input: the text before and after it. */
export type Happened =
  | { readonly is: 'entered'; readonly before: string; readonly after: string }
  | { readonly is: 'undone' };

declare global {
  interface Window {
    canvasPage: CanvasPage;
  }
}

interface State {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The model behind a page that draws its text: text, selection, steps that can be undone. Offsets are UTF-16 units. */
export class CanvasModel {
  text: string;
  /** Where the selection began, and where its caret is. */
  from = 0;
  to = 0;
  /** What an input method composes. */
  composed = '';
  private readonly undone: State[] = [];
  private log: Happened[] = [];
  private readonly changed: () => void;

  constructor(text: string, changed: () => void) {
    this.text = text;
    this.changed = changed;
  }
  get start(): number {
    return Math.min(this.from, this.to);
  }
  get end(): number {
    return Math.max(this.from, this.to);
  }
  get steps(): number {
    return this.undone.length;
  }
  select(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.changed();
  }
  /** Replaces what is selected. */
  enter(words: string): void {
    this.undone.push({ text: this.text, from: this.from, to: this.to });
    const before = this.text;
    this.text = before.slice(0, this.start) + words + before.slice(this.end);
    this.log.push({ is: 'entered', before, after: this.text });
    this.from = this.to = this.start + words.length;
    this.changed();
  }
  undo(): void {
    const before = this.undone.pop();
    if (before === undefined) return;
    Object.assign(this, before);
    this.log.push({ is: 'undone' });
    this.changed();
  }
  happened(): Happened[] {
    const log = this.log;
    this.log = [];
    return log;
  }
  foreign(start: number, end: number, words: string, naive = false): void {
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
    // What the author can undo was of another text.
    this.undone.length = 0;
    const moved = (at: number) =>
      naive || at <= start ? at : at >= end ? at + words.length - (end - start) : start + words.length;
    this.from = Math.min(moved(this.from), this.text.length);
    this.to = Math.min(moved(this.to), this.text.length);
    this.changed();
  }
}

/** A character as a page lays it out, in CSS pixels of its sheet. */
export interface Place {
  readonly at: number;
  readonly character: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** Characters that may not begin a line. */
const notFirst = /[，。、；：？！）》」』”]/u;

interface Column {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly pitch: number;
  /** In characters. */
  readonly indent: number;
  readonly justified: boolean;
}

/** Lays paragraphs out in a column; returns the places of their characters, and where the next line begins. */
export function layOut(
  text: string,
  offset: number,
  top: number,
  column: Column,
  widthOf: (character: string) => number,
): { readonly places: readonly Place[]; readonly bottom: number } {
  const places: Place[] = [];
  let baseline = top;
  let at = offset;
  for (const paragraph of text.split('\n')) {
    let line: { character: string; at: number; width: number }[] = [];
    let x = column.left + column.indent * column.size;
    const end = (isFull: boolean, begin: number) => {
      const width = line.reduce((sum, one) => sum + one.width, 0);
      const spare = column.right - begin - width;
      const gap = isFull && column.justified && line.length > 1 ? spare / (line.length - 1) : 0;
      let left = begin;
      for (const one of line) {
        places.push({ at: one.at, character: one.character, left, right: left + one.width, baseline });
        left += one.width + gap;
      }
      baseline += column.pitch;
      line = [];
    };
    for (const character of paragraph) {
      const width = widthOf(character);
      const used = line.reduce((sum, one) => sum + one.width, 0);
      if (x + used + width > column.right && !notFirst.test(character)) {
        end(true, x);
        x = column.left;
      } else if (x + used + width > column.right) {
        const last = line.pop();
        end(true, x);
        x = column.left;
        if (last !== undefined) line.push(last);
      }
      line.push({ character, at, width });
      at += character.length;
    }
    end(false, x);
    at++;
  }
  return { places, bottom: baseline };
}

/** The offset nearest to a point of the sheet: before or behind the letter there. */
export function offsetAt(places: readonly Place[], x: number, y: number, pitch: number): number {
  const near = places.filter(({ baseline }) => y <= baseline + pitch * 0.35 && y > baseline - pitch * 0.65);
  const line = near.length > 0 ? near : places.slice(-1);
  const after = line.findLast(({ left, right }) => x >= (left + right) / 2);
  const first = line[0];
  return after === undefined ? (first?.at ?? 0) : after.at + after.character.length;
}

/** An input out of sight that takes the keys for a model. */
export function takeKeys(model: () => CanvasModel, changed: () => void): HTMLTextAreaElement {
  const input = document.createElement('textarea');
  input.style.cssText =
    'position: fixed; left: 10px; top: 10px; width: 1px; height: 1px; opacity: 0; padding: 0; border: 0';
  let composing = false;
  const take = () => {
    const words = input.value;
    input.value = '';
    if (words !== '') model().enter(words);
  };
  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionupdate', ({ data }) => {
    model().composed = data;
    changed();
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    model().composed = '';
    take();
    changed();
  });
  input.addEventListener('input', () => {
    if (!composing) take();
  });
  input.addEventListener('keydown', (event) => {
    if (composing) return;
    const one = model();
    if (event.key === 'z' && event.ctrlKey) one.undo();
    else if (event.key === 'a' && event.ctrlKey) one.select(0, one.text.length);
    else if (event.key === 'Enter') one.enter('\n');
    else if (event.key === 'Backspace') {
      if (one.start === one.end) one.from = Math.max(0, one.to - 1);
      one.enter('');
    } else if (event.key === 'ArrowLeft') one.select(one.to - 1, one.to - 1);
    else if (event.key === 'ArrowRight') one.select(one.to + 1, one.to + 1);
    else if (event.key === 'Home') one.select(0, 0);
    else return;
    event.preventDefault();
  });
  input.addEventListener('copy', (event) => {
    const one = model();
    event.clipboardData?.setData('text/plain', one.text.slice(one.start, one.end));
    event.preventDefault();
  });
  document.body.append(input);
  return input;
}

/** Selects with the pointer on an element; `at` gives the offset at a point of the view. */
export function takePointer(
  element: HTMLElement,
  input: HTMLElement,
  model: () => CanvasModel,
  at: (x: number, y: number) => number,
): void {
  let pressed: number | null = null;
  element.addEventListener('mousedown', (event) => {
    event.preventDefault();
    pressed = at(event.clientX, event.clientY);
    model().select(pressed, pressed);
    input.focus({ preventScroll: true });
  });
  window.addEventListener('mousemove', (event) => {
    if (pressed !== null && event.buttons === 1) model().select(pressed, at(event.clientX, event.clientY));
  });
  window.addEventListener('mouseup', () => {
    pressed = null;
  });
}

/** The box of words on their first line, in the coordinates of the sheet. */
export function boxOfWords(
  text: string,
  places: readonly Place[],
  words: string,
  nth: number,
  size: number,
): Box {
  let start = -1;
  for (let turn = 0; turn <= nth; turn++) start = text.indexOf(words, start + 1);
  const own = places.filter(({ at }) => at >= start && at < start + words.length);
  const first = own.filter(({ baseline }) => baseline === own[0]?.baseline);
  const baseline = first[0]?.baseline ?? 0;
  return {
    left: first[0]?.left ?? 0,
    right: first.at(-1)?.right ?? 0,
    top: baseline - size,
    bottom: baseline,
  };
}
