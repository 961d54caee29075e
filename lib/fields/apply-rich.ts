import type { Edit } from '../draft/types.ts';
import type { InputPath } from './detect.ts';
import { edited, movedBy, narrowed, withWords } from './edits.ts';
import { pathsOf, takesDeletion } from './input-paths.ts';
import { once, pause, select, selectNow } from './selection.ts';
import { rangeOf, type TextMap } from './text-map.ts';
import type { ApplyOutcome } from './types.ts';

/** What applying needs of a rich field. */
interface Target {
  readonly element: HTMLElement;
  readonly path: InputPath;
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
  const wanted = edited(before, edits);
  if (wanted === before) return { ok: true };
  const caret = target.caret();
  target.element.focus({ preventScroll: true });

  const steps = edits
    .map((edit) => narrowed(before, edit))
    .filter((edit) => edit.text !== '' || edit.end > edit.start)
    .map((edit) => (takesDeletion(target.path) ? edit : withWords(before, edit)))
    .reverse();
  let taken = 0;
  for (const step of steps) {
    if (await enter(target, step, taken === 0)) taken++;
    else break;
  }

  if (target.map().text !== wanted) await settled(target, wanted);
  const after = target.map().text;
  if (after === wanted) {
    target.putCaret(caretAfter(edits, caret));
    return { ok: true };
  }
  if (after === before) return { ok: false, reason: 'refused', undone: true };
  for (let step = 0; step < Math.max(1, taken) && target.map().text !== before; step++) {
    target.element.ownerDocument.execCommand('undo');
    await pause(0);
  }
  return { ok: false, reason: 'differs', undone: target.map().text === before };
}

/** One edit by the editor's path. The editor must hear of the first selection; the rest follow in the same tick. */
async function enter(target: Target, edit: Edit, first: boolean): Promise<boolean> {
  const start = target.map().text;
  for (const path of pathsOf(target.path)) {
    const range = rangeOf(target.map(), edit.start, edit.end);
    if (range === null) return false;
    if (first) await select(target.element, range);
    else selectNow(target.element, range);
    const own = rangeOf(target.map(), edit.start, edit.end) ?? range;
    const taken = path(target.element, own, edit.text);
    if (target.path !== 'careful') return taken || target.map().text !== start;
    if (target.map().text !== start) return true;
    if (taken) {
      await pause(settling);
      return target.map().text !== start;
    }
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
