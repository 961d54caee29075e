import { expect } from 'vitest';
import { island } from '../pages/draft-shapes.ts';
import {
  bare,
  boxOf,
  caretBehind,
  fieldOf,
  markOn,
  modelOf,
  rest,
  type Scene,
  until,
  waitForCard,
  waitForMarks,
  waitForModel,
  waitForNoCard,
  wordsOf,
} from './scene.ts';

/** The text that Gaozhun reads is that of the editor's model, and contains the whole draft. */
export async function readsExactly(scene: Scene): Promise<void> {
  const { kind, draft, original } = scene;
  const { text, complete } = await fieldOf(scene);
  expect(complete).toBe(kind.complete);
  const known = kind.holds.island ? original.replace(island, '\ufffc') : original;
  if (kind.complete) expect(withoutBlank(bare(text))).toBe(known);
  else expect(known).toContain(withoutBlank(bare(text)));
  const wanted = kind.holds.lines ? draft.text : draft.line;
  expect(joined(original)).toBe(joined(wanted));
}

/** An empty editor's placeholder is not the author's text. */
export async function readsNoPlaceholder(scene: Scene): Promise<void> {
  const { page } = scene;
  const { left, top } = await boxOf(scene, '');
  await page.click(left + 40, top + 26);
  await until(
    'The empty editor never read as empty',
    () => page.ask({ type: 'page-state' }),
    (state) => 'field' in state && state.field?.text.trim() === '',
  );
  // Longer than the pause before a check.
  await rest(400);
  expect(await page.marks()).toEqual([]);
  await page.type('市工商局要牵头。');
  await waitForMarks(scene, ['工商局']);
  expect((await fieldOf(scene)).text.trim()).toBe('市工商局要牵头。');
}

/** The marks stay on their words when these move. */
export async function keepsMarks(scene: Scene): Promise<void> {
  const { page, faults, original, kind } = scene;
  const words = wordsOf(faults);
  await marksAreOnWords(scene);
  const [first = ''] = original.split('\n');
  const head = kind.holds.lines ? first.slice(-4) : first.slice(0, 2);
  await caretBehind(scene, head);
  await page.type('稿');
  await waitForModel(scene, original.replace(head, `${head}稿`));
  await marksAreOnWords(scene);
  if (kind.holds.lines) {
    await page.press('Enter');
    await page.type('新的一段。');
    await waitForModel(scene, original.replace(head, `${head}稿\n新的一段。`));
    await waitForMarks(scene, words);
    await marksAreOnWords(scene);
  }
  await page.resize(620, 420);
  await marksAreOnWords(scene);
  await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.25'));
  await marksAreOnWords(scene);
  await page.evaluate(() => document.documentElement.style.removeProperty('zoom'));
  await page.resize(900, 760);
  await page.evaluate(() => {
    const { redraw } = window.editorPage;
    if (redraw === undefined) throw new Error('This page draws nothing anew.');
    return redraw();
  });
  await waitForMarks(scene, words);
  await marksAreOnWords(scene);
}

/** Each mark is at its words, within 2 px. */
async function marksAreOnWords(scene: Scene): Promise<void> {
  await waitForMarks(scene, wordsOf(scene.faults));
  for (const { words } of scene.faults) {
    await until(
      `The mark of ${words} is not on its words`,
      async () => {
        const box = await boxOf(scene, words);
        const { x, y } = await markOn(scene, words);
        return { x: x - (box.left + box.right) / 2, y: y - (box.top + box.bottom) / 2 };
      },
      ({ x, y }) => Math.abs(x) <= 2 && Math.abs(y) <= 2,
    );
  }
}

/** Showing a mark and its card changes nothing in the editor, nor in what it would save. */
export async function leavesNoTrace(scene: Scene): Promise<void> {
  const { page, faults, saved, original } = scene;
  const fault = faults.find(({ fix }) => fix !== '');
  if (fault === undefined) throw new Error('This draft has nothing to look at.');
  const { x, y } = await markOn(scene, fault.words);
  const changes = () => page.evaluate(() => window.editorPage.strangers(true));
  await page.moveMouse(x, y + 60);
  await rest(100);
  const before = await changes();
  await page.moveMouse(x, y);
  const said = await waitForCard(scene, fault.fix);
  expect(said).toContain('依据与判断');
  const added = (await changes()).slice(before.length);
  await page.press('Escape');
  await page.moveMouse(2, 2);
  await waitForNoCard(scene);
  if (!scene.kind.stirs) expect(added).toEqual([]);
  expect(await page.evaluate(() => window.editorPage.strangers())).toEqual([]);
  expect(await page.evaluate(() => window.editorPage.saved())).toBe(saved);
  expect(await modelOf(page)).toBe(original);
}

const withoutBlank = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
const joined = (text: string) => text.replace(/\s/g, '');
