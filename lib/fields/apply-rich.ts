import { applyEdits, narrowed } from '../draft/edits.ts';
import type { Edit } from '../draft/types.ts';
import { type Author, watchAuthor } from './author.ts';
import { movedBy, withWords } from './edits.ts';
import { type InputPath, pathsOf, takesBare } from './input-paths.ts';
import { focusField, once, pause, select, selectNow, tellSelection } from './selection.ts';
import { slide } from './slide.ts';
import { rangeOf, type TextMap } from './text-map.ts';
import type { ApplyOutcome } from './types.ts';

/** What of an editor comes later than it is asked for. */
export interface Timing {
  /** It draws what it took from a model of its own, after the tick. */
  readonly drawsLater?: boolean;
  /** Each edit must wait until the one before is to be seen. */
  readonly inTurns?: boolean;
  /** ms until it has heard of a selection; only then an edit is a step of its own in its history. */
  readonly hearsAfter?: number;
  /** ms until it has made a step of its history of what it took. */
  readonly recordsAfter?: number;
}

/** What applying needs of a rich field. */
interface Target {
  readonly element: HTMLElement;
  readonly path: InputPath;
  /** True while the DOM holds only a part of the document. */
  isPart(): boolean;
  /** How it differs in time from an editor that reads and writes its DOM at once. See `kinds/adapter.ts`. */
  readonly timing: Timing;
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
  const author = watchAuthor(target.element);
  try {
    return await enterAndVerify(target, edits, { before, wanted, part, caret, author });
  } finally {
    author.leave();
  }
}

/** What is known before the first edit. */
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
    .map((edit) => (takesBare(target.path, edit.text) ? edit : withWords(before, edit)))
    .reverse();
  const taken =
    target.path === 'careful' ? await enterCarefully(target, steps) : await enterAll(target, steps);

  if (target.map().text !== wanted) await settled(target, wanted);
  const after = target.map().text;
  // An editor that draws its lines anew may show a few more or less of them.
  const slid = part ? slide(wanted, after) : null;
  if (after === wanted || slid !== null) {
    if (!author.wentOn) await placeCaret(target, movedBy(slid ?? [], caretAfter(edits, caret)), author);
    await pause(target.timing.recordsAfter ?? 0);
    return { ok: true };
  }
  if (after === before) return { ok: false, reason: 'refused', undone: true };
  // Taking the edits back now would take back the author's own words with them.
  if (author.wentOn)
    return isGrown(wanted, after) ? { ok: true } : { ok: false, reason: 'differs', undone: false };
  for (let step = 0; step < Math.max(1, taken) && target.map().text !== before; step++) {
    await takeBack(target);
  }
  return { ok: false, reason: 'differs', undone: target.map().text === before };
}

/**
 * All edits by the one path of a known editor; returns how many it took. The editor must hear of the first selection.
 * The rest follow in the same tick where it reads its DOM afterwards: then it makes one undo step of them. Otherwise each
 * waits until the one before is to be seen.
 */
async function enterAll(target: Target, steps: readonly Edit[]): Promise<number> {
  const { element, path } = target;
  const { inTurns = path === 'paste', hearsAfter = 0 } = target.timing;
  const [enter] = pathsOf(path);
  let taken = 0;
  for (const step of steps) {
    const range = rangeOf(target.map(), step.start, step.end);
    if (enter === undefined || range === null) break;
    const before = target.map().text;
    focusField(element, range.startContainer);
    if (taken === 0 || inTurns) await select(element, range);
    else selectNow(element, range);
    if (taken === 0 && hearsAfter > 0) await pause(hearsAfter);
    // Hearing of it, the editor may have drawn the place anew.
    const heard = rangeOf(target.map(), step.start, step.end) ?? range;
    const accepted = enter(element, heard, step.text);
    if (inTurns) await shown(target, before);
    const untouched = target.map().text === before;
    if (untouched && (inTurns || !accepted)) break;
    taken++;
  }
  return taken;
}

/** Waits until the field shows another text than before; some editors draw it a moment later. */
async function shown(target: Target, before: string): Promise<void> {
  if (target.map().text === before) await pause(0);
  if (target.map().text === before) await pause(settling);
}

/**
 * Puts the caret where the author expects it, and lets the editor hear of it before the next key can come. An editor that
 * draws later puts its own caret then, and hears of another one a moment after that: it is told once more, unless the
 * author has gone on meanwhile.
 */
async function placeCaret(target: Target, offset: number, author: Author): Promise<void> {
  target.putCaret(offset);
  tellSelection(target.element);
  if (target.timing.drawsLater !== true) return;
  for (let look = 0; look < 3; look++) {
    await pause(settling);
    if (author.wentOn) return;
    if (target.caret() === offset) tellSelection(target.element);
    else target.putCaret(offset);
  }
}

/** True where a text is another one with words put in at one place. */
function isGrown(text: string, grown: string): boolean {
  let same = 0;
  while (same < text.length && text[same] === grown[same]) same++;
  return grown.length > text.length && grown.endsWith(text.slice(same));
}

/** One step back: by the editor's own key where it takes it, else by the browser's command. */
async function takeBack(target: Target): Promise<void> {
  const { element } = target;
  const { KeyboardEvent, navigator } = element.ownerDocument.defaultView ?? window;
  const before = target.map().text;
  const mac = /mac/i.test(navigator.platform);
  const key = new KeyboardEvent('keydown', {
    key: 'z',
    code: 'KeyZ',
    keyCode: 90,
    ctrlKey: !mac,
    metaKey: mac,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  if (element.dispatchEvent(key)) element.ownerDocument.execCommand('undo');
  await shown(target, before);
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
