import { applyEdits } from '../draft/edits.ts';
import type { Edit } from '../draft/types.ts';
import { movedBy, narrowed, withWords } from './edits.ts';
import { type InputPath, pathsOf, takesBare } from './input-paths.ts';
import { once, pause, select, selectNow } from './selection.ts';
import { slide } from './slide.ts';
import { rangeOf, type TextMap } from './text-map.ts';
import type { ApplyOutcome } from './types.ts';

/** What applying needs of a rich field. */
interface Target {
  readonly element: HTMLElement;
  readonly path: InputPath;
  /** True while the DOM holds only a part of the document. */
  isPart(): boolean;
  /** The text as it stands now, with its places. */
  map(): TextMap;
  caret(): number | null;
  putCaret(offset: number): void;
}

/** Time an editor is given to show in its DOM what it took, in ms. */
const settling = 60;

/**
 * Applies edits from last to first, so that the places of those still to come stay as they are, then reads the text
 * back. Nothing is tried twice: what came out otherwise is undone and told.
 */
export async function applyToRich(
  target: Target,
  edits: readonly Edit[],
  expected: string,
): Promise<ApplyOutcome> {
  const before = target.map().text;
  if (before !== expected) return { ok: false, reason: 'stale', undone: true };
  const wanted = applyEdits(before, edits);
  if (wanted === before) return { ok: true };
  const part = target.isPart();
  // Between two lines of a part may stand others that nobody sees.
  if (part && edits.some((edit) => before.slice(edit.start, edit.end).includes('\n'))) {
    return { ok: false, reason: 'refused', undone: true };
  }
  const caret = target.caret();
  target.element.focus({ preventScroll: true });

  const steps = edits
    .map((edit) => narrowed(before, edit))
    .filter((edit) => edit.text !== '' || edit.end > edit.start)
    .map((edit) => (takesBare(target.path, edit.text) ? edit : withWords(before, edit)))
    .reverse();
  const taken =
    target.path === 'careful' ? await enterCarefully(target, steps) : await enterAll(target, steps);

  if (target.map().text !== wanted) await settled(target, wanted);
  const after = target.map().text;
  // An editor that draws its lines anew may show a few more or less of them.
  const slid = part ? slide(wanted, after) : null;
  if (after === wanted || slid !== null) {
    target.putCaret(movedBy(slid ?? [], caretAfter(edits, caret)));
    return { ok: true };
  }
  if (after === before) return { ok: false, reason: 'refused', undone: true };
  for (let step = 0; step < Math.max(1, taken) && target.map().text !== before; step++) {
    target.element.ownerDocument.execCommand('undo');
    await pause(0);
  }
  return { ok: false, reason: 'differs', undone: target.map().text === before };
}

/**
 * All edits by the one path of a known editor; returns how many it took. The editor must hear of the first selection.
 * The rest follow in the same tick: an editor that reads its DOM afterwards makes one undo step of them. Only pasting
 * is done in the editor's own time, one at a time.
 */
async function enterAll(target: Target, steps: readonly Edit[]): Promise<number> {
  const [first] = steps;
  const [enter] = pathsOf(target.path);
  const begin = first === undefined ? null : rangeOf(target.map(), first.start, first.end);
  if (enter === undefined || begin === null) return 0;
  await select(target.element, begin);
  let taken = 0;
  for (const step of steps) {
    const range = rangeOf(target.map(), step.start, step.end);
    if (range === null) break;
    const before = target.map().text;
    selectNow(target.element, range);
    const accepted = enter(target.element, range, step.text);
    // Some editors take a paste without a word, and a moment later.
    if (target.path === 'paste' && target.map().text === before) await pause(0);
    if (target.path === 'paste' && target.map().text === before) await pause(settling);
    if (target.map().text === before && (target.path === 'paste' || !accepted)) break;
    taken++;
  }
  return taken;
}

/** Each edit by the gentlest path that an unknown editor takes; returns how many changed its text. */
async function enterCarefully(target: Target, steps: readonly Edit[]): Promise<number> {
  let taken = 0;
  for (const step of steps) {
    if (!(await enterOne(target, step))) break;
    taken++;
  }
  return taken;
}

async function enterOne(target: Target, step: Edit): Promise<boolean> {
  const before = target.map().text;
  for (const enter of pathsOf(target.path)) {
    const range = rangeOf(target.map(), step.start, step.end);
    if (range === null) return false;
    await select(target.element, range);
    const heard = rangeOf(target.map(), step.start, step.end) ?? range;
    const accepted = enter(target.element, heard, step.text);
    // An editor that said yes shows it in its own time; no second way is tried on top of it.
    if (accepted && target.map().text === before) await pause(settling);
    if (accepted || target.map().text !== before) return target.map().text !== before;
  }
  return false;
}

/** Waits for the DOM to show the wanted text, at most twice the settling time. */
async function settled(target: Target, wanted: string): Promise<void> {
  const view = target.element.ownerDocument.defaultView ?? window;
  await new Promise<void>((resolve) => view.requestAnimationFrame(() => resolve()));
  if (target.map().text === wanted) return;
  await once(target.element, 'input', settling);
  if (target.map().text !== wanted) await pause(settling);
}

/** After one edit the caret stands behind its words; after several it stays where the author left it. */
function caretAfter(edits: readonly Edit[], last: number | null): number {
  const only = edits.length === 1 ? edits[0] : undefined;
  if (only !== undefined) return only.start + only.text.length;
  const end = edits[edits.length - 1]?.end ?? 0;
  return movedBy(edits, last ?? end);
}
