import { expect } from 'vitest';
import type { Edit } from '../../../lib/draft/types.ts';
import type { Fault } from '../pages/draft.ts';
import { repaired } from '../pages/draft-ten.ts';
import type { Presses } from './kinds.ts';
import type { Result } from './result.ts';
import {
  fieldOf,
  markOn,
  modelOf,
  rest,
  type Scene,
  undoAll,
  waitForCard,
  waitForMarks,
  waitForModel,
  waitForNoCard,
  wordsOf,
} from './scene.ts';

/**
 * Fixes every fault of the draft by the card, one after the other: the model is as expected, the format is kept, the
 * caret stands behind the words, and typing continues there.
 */
export async function fixesAll(scene: Scene, result: Pick<Result, 'fixed' | 'refused'>): Promise<void> {
  const { page, kind } = scene;
  let now = scene.original;
  let left = scene.faults;
  for (const fault of scene.faults) {
    if (kind.refuses?.includes(fault.place) === true) {
      await tellsOfRefusal(scene, fault, now);
      result.refused.push(fault.place);
      continue;
    }
    const fixed = now.replace(fault.words, fault.right);
    await applyFix(scene, fault, fixed);
    left = left.filter((other) => other !== fault);
    await keepsFormat(scene, fault, left);
    // A user's hand needs time from the mouse to the keys, and the editor draws its caret meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await page.type('稿');
    await waitForModel(scene, now.replace(fault.words, `${fault.right}稿`));
    await page.press('Backspace');
    await waitForModel(scene, fixed);
    await waitForMarks(scene, wordsOf(left));
    now = fixed;
    result.fixed.push(fault.place);
  }
  expect(await page.evaluate(() => window.editorPage.strangers())).toEqual([]);
  expect(await page.evaluate(() => window.editorPage.saved())).not.toMatch(/gaozhun/i);
}

/** A rejected fix is reverted; the card says so and offers the right words. */
async function tellsOfRefusal(scene: Scene, fault: Fault, now: string): Promise<void> {
  const { page } = scene;
  const { x, y } = await markOn(scene, fault.words);
  await page.click(x, y);
  await waitForCard(scene, fault.fix);
  await page.clickCard(fault.fix);
  await waitForCard(scene, '没有改成');
  await waitForCard(scene, '复制');
  expect(await modelOf(page)).toBe(now);
  await page.press('Escape');
  await waitForNoCard(scene);
}

/** Ctrl+Z after one fix restores the original and its mark. */
export async function undoesFix(scene: Scene, place: Fault['place']): Promise<Presses> {
  const fault = scene.faults.find((one) => one.place === place);
  if (fault === undefined) throw new Error(`This draft has no fault of the place ${place}.`);
  await applyFix(scene, fault, scene.original.replace(fault.words, fault.right));
  return await undone(scene);
}

/** Three fixes in three paragraphs in one action, as the side panel sends them. */
export async function fixesThree(scene: Scene): Promise<Presses> {
  const { page, original } = scene;
  const faults = scene.faults.filter(({ place }) => ['start', 'link', 'middle'].includes(place));
  const { text, check } = await fieldOf(scene);
  const edits: Edit[] = [];
  let wanted = original;
  for (const { words, right } of faults) {
    const finding = check?.findings.find(({ start, end }) => text.slice(start, end) === words);
    const fix = finding?.fixes.find(({ label }) => label.includes(right));
    if (fix === undefined) throw new Error(`No fix of ${words}.`);
    edits.push(...fix.edits);
    wanted = wanted.replace(words, right);
  }
  expect(await page.ask({ type: 'page-apply', edits, expected: text })).toMatchObject({ ok: true });
  expect(await modelOf(page)).toBe(wanted);
  await waitForMarks(scene, wordsOf(scene.faults.filter((fault) => !faults.includes(fault))));
  return await undone(scene);
}

/** The repair of all headings' numbers, from the card, after a preview. */
export async function repairsNumbering(scene: Scene): Promise<Presses> {
  const { page, original } = scene;
  const { x, y } = await markOn(scene, '四、');
  await page.click(x, y);
  await waitForCard(scene, '修复全部序号');
  await page.clickCard('修复全部序号…');
  await waitForCard(scene, '将调整以下');
  expect(await modelOf(page)).toBe(original);
  await page.clickCard('应用');
  await waitForNoCard(scene);
  const wanted = repaired.reduce((text, [from, to]) => text.replace(from, to), original);
  await waitForModel(scene, wanted);
  await waitForMarks(scene, []);
  return await undone(scene);
}

async function applyFix(scene: Scene, fault: Fault, fixed: string): Promise<void> {
  const { page } = scene;
  const { x, y } = await markOn(scene, fault.words);
  await page.click(x, y);
  await waitForCard(scene, fault.fix);
  await page.clickCard(fault.fix);
  await waitForModel(scene, fixed);
  await waitForNoCard(scene);
}

/** Formats stay the same; inserted words take the format of those they replace. */
async function keepsFormat(scene: Scene, { place, right }: Fault, left: readonly Fault[]): Promise<void> {
  const { page, kind } = scene;
  const bold = await page.evaluate(async () => (await window.editorPage.bold()).join(''));
  if (kind.holds.bold) {
    // Words across a boundary of formats may be replaced in either.
    const untouched = left.some((fault) => fault.place === 'bold');
    expect(bold).toMatch(untouched ? /^九大精神$/ : /^(?:二?十)?大精神$/);
  }
  if (kind.holds.link && place === 'link') {
    const saved = await page.evaluate(() => window.editorPage.saved());
    expect(saved).toMatch(new RegExp(`<a [^>]*example\\.com/law[^>]*>(?:<[^>]*>)*${right}`));
  }
}

async function undone(scene: Scene): Promise<Presses> {
  const presses = await undoAll(scene);
  if (presses === 'never') return presses;
  const { bubble = 0 } = scene.kind;
  if (bubble > 0) {
    // The browser selects the restored text.
    await scene.page.press('ArrowRight');
    await rest(bubble);
  }
  expect(await scene.page.evaluate(() => window.editorPage.saved())).toBe(scene.saved);
  await waitForMarks(scene, wordsOf(scene.faults));
  return presses;
}
