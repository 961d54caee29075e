import type { Edit } from '../../draft/types.ts';
import { dispatchKey } from '../keys.ts';
import type { ApplyOutcome } from '../types.ts';
import { followBoxes } from './boxed-elements.ts';
import { type CameOut, cameOut } from './came-out.ts';
import { canvasInputOf } from './canvas-input.ts';
import type { Glyph } from './glyphs.ts';
import { selectByMouse } from './mouse.ts';
import { newTints, showsSelected } from './selected.ts';
import { glyphsAt, type SheetText } from './sheet-text.ts';
import type { Sheets } from './sheets.ts';

/** How long the page may take until it shows what was selected, or what was written, in ms. */
const longest = { select: 600, write: 1_500, settle: 300 };
/** How long a frame may take to come, in ms. */
const longestFrame = 120;

/** What an edit uses of its field. */
export interface Editing {
  readonly document: Document;
  readonly sheets: Sheets;
  /** Waits for the end of a frame. */
  readonly frame: (most: number) => Promise<void>;
  /** True for elements of the editor: events may be dispatched on them. */
  readonly within: (element: Element) => boolean;
  readonly composing: () => boolean;
  /** Scrolls glyphs into view. Returns false if the sheets stay where they are. */
  readonly scrollTo: (glyphs: readonly Glyph[]) => boolean;
}

const refused: ApplyOutcome = { ok: false, reason: 'refused', undone: true };
const stale: ApplyOutcome = { ok: false, reason: 'stale', undone: true };

/**
 * Makes one edit of the text as it is drawn: selects the words with the mouse, looks whether the page shows exactly them as
 * selected, enters the others by the element that takes the editor's keys, and reads from what is drawn whether exactly
 * this came about. Nothing is tried twice. Where it came out otherwise, it is undone once by the editor's own keys.
 */
export async function editOnCanvas(editing: Editing, wanted: Edit): Promise<ApplyOutcome> {
  const { sheets, frame } = editing;
  const before = sheets.read();
  const edit = widened(wanted, before);
  const glyphs = edit === null ? null : glyphsAt(before, edit);
  if (edit === null || glyphs === null) return refused;
  if (!(await selectGlyphs(editing, glyphs))) return refused;
  // What the page draws when it gets to it, it has drawn now: what is shown is what the editor holds.
  const now = sheets.read();
  if (now.text !== before.text || editing.composing()) return stale;
  const input = canvasInputOf(editing.document);
  const restore = input === null ? null : enter(input, edit.text);
  if (input === null || restore === null) return refused;

  /** What became of the edit, once `isSettled` says so, or after `most` ms. */
  const outcome = async (most: number, isSettled: (result: CameOut) => boolean): Promise<CameOut> => {
    const end = performance.now() + most;
    let result = cameOut(before, edit, sheets.read());
    while (!isSettled(result) && performance.now() < end) {
      await frame(longestFrame);
      result = cameOut(before, edit, sheets.read());
    }
    return result;
  };
  let result = await outcome(longest.write, (one) => one !== 'unchanged');
  // A page may draw in several steps.
  if (result === 'otherwise') result = await outcome(longest.settle, (one) => one !== 'otherwise');
  if (result === 'as-wanted') return { ok: true };
  if (result === 'unchanged') {
    restore();
    return refused;
  }
  pressUndo(input);
  const undone = (await outcome(longest.write, (one) => one === 'unchanged')) === 'unchanged';
  return { ok: false, reason: 'differs', undone };
}

/** Presses the editor's own shortcut. The browser's undo would change the input alone. */
function pressUndo(input: HTMLElement): void {
  const mac = /mac/i.test(navigator.platform);
  dispatchKey(input, 'keydown', { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: !mac, metaKey: mac });
}

/** Selects glyphs with the mouse. True once the page shows exactly them as selected, at the end of a frame. */
export async function selectGlyphs(editing: Editing, glyphs: readonly Glyph[]): Promise<boolean> {
  const { document, sheets, frame } = editing;
  const text = sheets.read().text;
  if (editing.scrollTo(glyphs)) await frame(longestFrame);
  if (sheets.read().text !== text) return false;
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined) return false;
  const origin = sheets.origin();
  const point = (glyph: Glyph, part: number) => ({
    x: origin.left + glyph.left + (glyph.right - glyph.left) * part,
    y: origin.top + (glyph.top + glyph.bottom) / 2,
  });
  const tints = sheets.tints();
  const boxes = followBoxes(document);
  try {
    const isFree = await selectByMouse(document, point(first, 0.15), point(last, 0.85), editing.within, () =>
      frame(longestFrame),
    );
    if (!isFree) return false;
    const end = performance.now() + longest.select;
    do {
      await frame(longestFrame);
      const now = sheets.read();
      if (now.text !== text) return false;
      const shown = glyphsLike(glyphs, now);
      const found = [newTints(tints, sheets.tints()), boxes.tints(sheets.origin())];
      if (shown !== null && found.some((some) => showsSelected(some, shown, now.glyphs))) return true;
    } while (performance.now() < end);
    return false;
  } finally {
    boxes.end();
  }
}

/** The glyphs of a reading that stand where others stood. */
function glyphsLike(glyphs: readonly Glyph[], now: SheetText): Glyph[] | null {
  const found = glyphs.map((one) =>
    now.glyphs.find(
      (other) =>
        other?.character === one.character &&
        Math.abs(other.left - one.left) < 2 &&
        Math.abs(other.baseline - one.baseline) < 2,
    ),
  );
  return found.every((glyph) => glyph !== null && glyph !== undefined) ? found : null;
}

/** An edit that only adds or only removes takes a neighbour with it: a selection needs a glyph, and so does an input. */
function widened(edit: Edit, { text, glyphs }: SheetText): Edit | null {
  if (edit.end > edit.start && edit.text !== '') return edit;
  const before = glyphs[edit.start - 1];
  if (before !== null && before !== undefined) {
    const start = edit.start - before.character.length;
    return { start, end: edit.end, text: text.slice(start, edit.start) + edit.text };
  }
  const behind = glyphs[edit.end];
  if (behind === null || behind === undefined) return null;
  const end = edit.end + behind.character.length;
  return { start: edit.start, end, text: edit.text + text.slice(edit.end, end) };
}

/**
 * Enters words over the selection. Returns what takes them out of an input whose editor made nothing of them, so that they
 * do not come with the next key; null where the input does not take them at all.
 */
function enter(input: HTMLElement, words: string): (() => void) | null {
  const { ownerDocument: document } = input;
  const area = input.tagName === 'TEXTAREA' ? (input as HTMLTextAreaElement) : null;
  const value = area?.value ?? '';
  input.focus({ preventScroll: true });
  if (!document.execCommand('insertText', false, words)) return null;
  return () => {
    if (area !== null && area.value !== value) area.value = value;
  };
}
