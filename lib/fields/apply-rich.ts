import { applyEdits, narrowed } from '../draft/text-edits.ts';
import type { Edit } from '../draft/types.ts';
import { type Author, watchAuthor } from './author.ts';
import { caretAfter, offsetAfter, withinNodes, withNeighbour } from './editor-edits.ts';
import { type InputPath, pathsOf, takesBare } from './input-paths.ts';
import { dispatchCopySigns, undoByKey } from './keys.ts';
import { carriedTo, writtenByOthers } from './others-writing.ts';
import {
  dispatchSelectionChange,
  focusField,
  isSelected,
  once,
  pause,
  select,
  selectionOf,
  selectNow,
} from './selection.ts';
import { slide } from './slide.ts';
import { offsetOf, rangeOf, type TextMap } from './text-map.ts';
import type { ApplyOutcome } from './types.ts';

/** How an editor differs in time from one that reads and writes its DOM at once. See `rich-kind.ts`. */
export interface Timing {
  /** It renders an accepted edit from its own model after the current tick. */
  readonly drawsLater?: boolean;
  /** Each edit must wait until the previous one is visible in the DOM. */
  readonly oneByOne?: boolean;
  /**
   * ms until it has noticed a selection; only then does an edit become a separate step in its undo history.
   */
  readonly selectionDelay?: number;
  /** ms until it has recorded an accepted edit in its undo history. */
  readonly historyDelay?: number;
  /** It keeps copies of its text for undoing, and makes none when a command changes it. */
  readonly copiesAtSigns?: boolean;
}

/** What applying needs of a rich field. */
interface Target {
  readonly element: HTMLElement;
  readonly path: InputPath;
  /** True while the DOM holds only a part of the document. */
  isPart(): boolean;
  readonly timing: Timing;
  /** See `RichKind`. */
  readonly apart?: boolean | undefined;
  map(): TextMap;
  caret(): number | null;
  putCaret(offset: number): void;
}

/** How long to wait for an editor to show an accepted edit in its DOM, in ms. */
const settling = 60;

/**
 * Applies edits from last to first, so that the offsets of the remaining ones stay valid, then reads the text
 * back. Nothing is retried: an unexpected result is undone and reported.
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
  // Lines that are not in the DOM may lie between two lines of a part.
  if (part && edits.some((edit) => before.slice(edit.start, edit.end).includes('\n'))) {
    return { ok: false, reason: 'refused', undone: true };
  }
  const caret = target.caret();
  const giveBack = selectionToGiveBack(target, caret);
  const author = watchAuthor(target.element);
  try {
    const outcome = await enterAndVerify(target, edits, { before, wanted, part, caret, author });
    // The words of the fix must not stay selected: the next key would replace them.
    if (!outcome.ok && outcome.undone && !author.wentOn) giveBack();
    return outcome;
  } finally {
    author.stop();
  }
}

/**
 * Remembers what is selected in the editor, by offsets, since an editor may render its lines again. The returned function
 * selects it again, or puts the caret back.
 */
function selectionToGiveBack({ element, map, putCaret }: Target, caret: number | null): () => void {
  const selection = selectionOf(element);
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection ?? {};
  const offset = (node: Node | null, at: number) =>
    node !== null && element.contains(node) ? offsetOf(map(), node, at) : null;
  const [anchor, focus] = [offset(anchorNode, anchorOffset), offset(focusNode, focusOffset)];
  return () => {
    const from = anchor === null ? null : rangeOf(map(), anchor, anchor);
    const to = focus === null ? null : rangeOf(map(), focus, focus);
    if (from !== null && to !== null)
      selection?.setBaseAndExtent(from.startContainer, from.startOffset, to.startContainer, to.startOffset);
    else if (caret !== null) putCaret(caret);
    dispatchSelectionChange(element);
  };
}

interface Plan {
  readonly before: string;
  readonly wanted: string;
  readonly part: boolean;
  readonly caret: number | null;
  readonly author: Author;
}

async function enterAndVerify(
  target: Target,
  edits: readonly Edit[],
  { before, wanted, part, caret, author }: Plan,
): Promise<ApplyOutcome> {
  focusField(target.element);

  const steps = edits
    .map((edit) => narrowed(before, edit))
    .filter((edit) => edit.text !== '' || edit.end > edit.start)
    .map((edit) => (isTakenBare(target, edit) ? edit : withNeighbour(before, edit)))
    .flatMap((edit) => (target.apart === true ? withinNodes(target.map(), edit) : [edit]))
    .reverse();
  const taken =
    target.path === 'careful' ? await enterCarefully(target, steps) : await enterAll(target, steps);

  if (target.map().text !== wanted) await settled(target, wanted);
  const after = target.map().text;
  // An editor that renders its lines again may show a few more or fewer of them; in a shared document others write.
  const slid = part ? slide(wanted, after) : writtenByOthers(wanted, after, edits);
  if (after === wanted || slid !== null) {
    if (!author.wentOn) await placeCaret(target, offsetAfter(slid ?? [], caretAfter(edits, caret)), author);
    await pause(target.timing.historyDelay ?? 0);
    return { ok: true };
  }
  if (after === before) return { ok: false, reason: 'refused', undone: true };
  // Undoing the edits now would also undo what the author typed meanwhile.
  if (author.wentOn)
    return isGrown(wanted, after) ? { ok: true } : { ok: false, reason: 'differs', undone: false };
  for (let step = 0; step < Math.max(1, taken) && target.map().text !== before; step++) {
    await undoStep(target);
  }
  return { ok: false, reason: 'differs', undone: target.map().text === before };
}

/** True if the editor takes an edit as it is; of one that copies its text over a selection, an insertion needs one. */
function isTakenBare({ path, timing: { copiesAtSigns } }: Target, { start, end, text }: Edit): boolean {
  return takesBare(path, text) && !(copiesAtSigns === true && start === end);
}

/** Steps that are still to be entered, each at its place in the text as it is now: others may write in a shared document. */
function followedSteps(target: Target, steps: readonly Edit[]) {
  let known = target.map().text;
  let left: readonly (Edit | null)[] = steps;
  return {
    /** The next step; null if there is none, or if its place was written over. */
    next(): Edit | null {
      const now = target.map().text;
      if (now !== known && !target.isPart()) {
        left = left.map((step) => step && carriedTo(known, now, step));
        known = now;
      }
      return left[0] ?? null;
    },
    /** Call it once the next step was entered into the text `before`. */
    entered(step: Edit, before: string): void {
      known = applyEdits(before, [step]);
      left = left.slice(1);
    },
  };
}

/**
 * Enters all edits by the one path of a known editor; returns how many it accepted. The editor must notice
 * the first selection. The rest follow in the same tick if it reads its DOM afterwards, which makes them one
 * undo step; otherwise each waits until the previous one is visible.
 */
async function enterAll(target: Target, steps: readonly Edit[]): Promise<number> {
  const { element, path } = target;
  const { oneByOne = path === 'paste', selectionDelay = 0, copiesAtSigns = false } = target.timing;
  const [enter] = pathsOf(path);
  let taken = 0;
  const left = followedSteps(target, steps);
  while (enter !== undefined) {
    const first = left.next();
    const range = first && rangeOf(target.map(), first.start, first.end);
    if (range === null) break;
    focusField(element, range.startContainer);
    if (taken === 0 || oneByOne) await select(element, range);
    else selectNow(element, range);
    if (taken === 0 && selectionDelay > 0) await pause(selectionDelay);
    if (taken === 0 && copiesAtSigns) dispatchCopySigns(element, true);
    const step = left.next();
    if (step === null) break;
    const before = target.map().text;
    // The editor may have rendered the place again when it noticed the selection.
    const current = rangeOf(target.map(), step.start, step.end) ?? range;
    if (step !== first) selectNow(element, current);
    const accepted = enter(element, current, step.text);
    left.entered(step, before);
    if (oneByOne) await shown(target, before);
    const untouched = target.map().text === before;
    if (untouched && (oneByOne || !accepted)) break;
    taken++;
  }
  if (copiesAtSigns) dispatchCopySigns(element, false);
  return taken;
}

/** Waits until the field shows a text other than `before`; some editors render a moment later. */
async function shown(target: Pick<Target, 'map'>, before: string): Promise<void> {
  if (target.map().text === before) await pause(0);
  if (target.map().text === before) await pause(settling);
}

/**
 * Puts the caret where the author expects it, and notifies the editor before the next key can arrive. An
 * editor that renders later then puts its own caret and needs a second notice, and so may one that is not known,
 * unless the author has gone on typing meanwhile.
 */
async function placeCaret(target: Target, offset: number, author: Author): Promise<void> {
  target.putCaret(offset);
  dispatchSelectionChange(target.element);
  if (target.timing.drawsLater !== true && target.path !== 'careful') return;
  for (let look = 0; look < 3; look++) {
    await pause(settling);
    if (author.wentOn) return;
    if (target.caret() === offset && isBare(target.element)) dispatchSelectionChange(target.element);
    else target.putCaret(offset);
  }
}

/** True if nothing is selected, so that the next key replaces nothing. */
function isBare(element: HTMLElement): boolean {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selectionOf(element) ?? {};
  return anchorNode === focusNode && anchorOffset === focusOffset;
}

/** True if `grown` is `text` with words inserted at one place. */
function isGrown(text: string, grown: string): boolean {
  let same = 0;
  while (same < text.length && text[same] === grown[same]) same++;
  return grown.length > text.length && grown.endsWith(text.slice(same));
}

async function undoStep({ element, map }: Target): Promise<void> {
  const before = map().text;
  undoByKey(element);
  await shown({ map }, before);
}

/**
 * Enters each edit by the least intrusive path that an unknown editor accepts; returns how many changed its
 * text.
 */
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
    const current = rangeOf(target.map(), step.start, step.end) ?? range;
    const accepted = enter(target.element, current, step.text);
    // An editor that accepted shows it later; trying a second path would apply the edit twice. One that has moved the
    // selection goes on by itself, though it said nothing: it reads a paste from a box of its own.
    const isBusy = accepted || !holdsSelection(target, step);
    if (isBusy && target.map().text === before) await pause(settling);
    if (accepted || target.map().text !== before) return target.map().text !== before;
  }
  return false;
}

/** True if the words of an edit are still what is selected in the editor. */
function holdsSelection({ element, map }: Target, { start, end }: Edit): boolean {
  const range = rangeOf(map(), start, end);
  const selection = selectionOf(element);
  return range !== null && selection !== null && isSelected(selection, range);
}

/** Waits for the DOM to show the wanted text, at most twice the settling time. */
async function settled(target: Target, wanted: string): Promise<void> {
  const view = target.element.ownerDocument.defaultView ?? window;
  await new Promise<void>((resolve) => view.requestAnimationFrame(() => resolve()));
  if (target.map().text === wanted) return;
  await once(target.element, 'input', settling);
  if (target.map().text !== wanted) await pause(settling);
}
