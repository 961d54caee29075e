import type { PageReplies } from '../../../lib/messaging/page-requests.ts';
import type { PaintedMark } from '../marks-view.ts';
import { type Box, type Draft, type DraftName, drafts, type Fault } from '../pages/draft.ts';
import type { ContractPage, Driver } from './driver.ts';
import type { Kind } from './kinds.ts';

/** One kind with one draft on the screen. */
export interface Scene {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly page: ContractPage;
  /** The model and the saved form before any change. */
  readonly original: string;
  readonly saved: string;
  /** The faults that this kind shows, in order of place. */
  readonly faults: readonly Fault[];
}

/** Timeout for anything awaited, in ms. */
const patience = 20_000;

/** Opens a kind with a draft and waits for its marks. */
export async function openScene(driver: Driver, kind: Kind, name: DraftName): Promise<Scene> {
  const page = await driver.open(`${kind.name}.html?draft=${name}`);
  const draft = drafts[name];
  // Numbering is not judged in part of a draft.
  const faults = draft.faults.filter(
    ({ inLine, fix }) => (kind.holds.lines || inLine) && (kind.complete || fix !== ''),
  );
  const original = await modelOf(page);
  const saved = await page.evaluate(() => window.editorPage.saved());
  const scene: Scene = { kind, draft, page, original, saved, faults };
  await waitForMarks(scene, wordsOf(faults));
  return scene;
}

export const wordsOf = (faults: readonly Fault[]): string[] => faults.map(({ words }) => words);

/** The text of the editor's model, without the zero-width characters that it may contain. */
export async function modelOf(page: ContractPage): Promise<string> {
  return bare(await page.evaluate(() => window.editorPage.model()));
}

/** Also without the marks of Markdown that Vditor hides: they are in the ranges of the marks around them. */
export const bare = (text: string): string => text.replace(/[\u200b\u2060\ufeff]|\*\*/g, '');

/**
 * Polls until the answer passes; fails with the last answer. There is no answer before the content script is in the
 * page.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    let last: string;
    try {
      const answer = await ask();
      if (passes(answer)) return answer;
      last = `it is ${JSON.stringify(answer)}`;
    } catch (fault) {
      last = String(fault);
    }
    if (Date.now() > end) throw new Error(`${what}; ${last}`);
    await rest(30);
  }
}

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

export function waitForModel(scene: Scene, wanted: string): Promise<string> {
  return until(
    `The model never became ${JSON.stringify(wanted)}`,
    () => modelOf(scene.page),
    (is) => is === wanted,
  );
}

/** Waits until exactly these words are marked, in this order; of part of a draft, those that it shows. */
export function waitForMarks({ page, kind }: Scene, words: readonly string[]): Promise<PaintedMark[]> {
  let wanted = words.join('|');
  return until(
    `The marks never were ${words.join('|')}`,
    async () => {
      if (!kind.complete) wanted = wordsIn(await shownBy(page), words).join('|');
      return (await page.marks()).filter(({ look }) => look !== 'active');
    },
    (marks) => marks.map(({ text }) => bare(text)).join('|') === wanted,
  );
}

/** The DOM text of a page that shows part of its draft. */
async function shownBy(page: ContractPage): Promise<string> {
  return bare(await page.evaluate(() => document.body.textContent ?? ''));
}

const wordsIn = (text: string, words: readonly string[]) => words.filter((one) => text.includes(one));

export function waitForCard({ page }: Scene, words: string): Promise<string | null> {
  return until(
    `The card never said ${words}`,
    () => page.cardText(),
    (text) => text?.includes(words) === true,
  );
}

export function waitForNoCard({ page }: Scene): Promise<string | null> {
  return until(
    'The card never went',
    () => page.cardText(),
    (text) => text === null,
  );
}

/** The box of words, scrolled into view. */
export function boxOf({ page }: Scene, words: string): Promise<Box> {
  return page.evaluate((asked) => {
    const { box } = window.editorPage;
    if (box === undefined) throw new Error('This page tells no places.');
    return box(asked);
  }, words);
}

/** Puts the caret behind words by the mouse. They must be in one text run. */
export async function caretBehind(scene: Scene, words: string): Promise<void> {
  // Trix in Firefox only takes the focus at the first click; Vditor then shows the marks of its line.
  const first = await standing(scene, words);
  await scene.page.click(first.left + 1, (first.top + first.bottom) / 2);
  const { right, top, bottom } = await standing(scene, words);
  await scene.page.click(right - 1, (top + bottom) / 2);
}

/** The box of words once it stands still: after scrolling, an editor may redraw its lines in the next frame. */
async function standing(scene: Scene, words: string): Promise<Box> {
  let last = '';
  return await until(
    `${words} never stood still`,
    async () => {
      const box = await boxOf(scene, words);
      await rest(60);
      return box;
    },
    (box) => {
      const before = last;
      last = JSON.stringify(box);
      return last === before;
    },
  );
}

/** The mark on words, scrolled into view. */
export async function markOn(scene: Scene, words: string): Promise<PaintedMark> {
  await boxOf(scene, words);
  const isIt = ({ text, look }: PaintedMark) => bare(text) === words && look !== 'active';
  const marks = await until(
    `No mark on ${words}`,
    () => scene.page.marks(),
    (all) => all.some(isIt),
  );
  const mark = marks.find(isIt);
  if (mark === undefined) throw new Error(`No mark on ${words}.`);
  return mark;
}

/** The field's state as the side panel gets it. Throws if no field answers. */
export async function fieldOf({
  page,
}: Pick<Scene, 'page'>): Promise<NonNullable<PageReplies['page-state']['field']>> {
  const state = await page.ask({ type: 'page-state' });
  if ('fault' in state || state.field === null) throw new Error(`No field: ${JSON.stringify(state)}`);
  return state.field;
}

/** Presses Ctrl+Z until the model is the original, at most twelve times. Returns the number of presses, or `never`. */
export async function undoAll(scene: Scene): Promise<number | 'never'> {
  for (let presses = 1; presses <= 12; presses++) {
    const before = await modelOf(scene.page);
    await scene.page.press('Control+z');
    for (let look = 0; look < 24; look++) {
      const now = await modelOf(scene.page);
      if (now === scene.original) return presses;
      // This press undid one step of several; more changes may still arrive.
      if (now !== before && look > 1) break;
      await rest(25);
    }
  }
  return 'never';
}
