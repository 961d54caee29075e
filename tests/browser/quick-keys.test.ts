import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { bare } from './contract/scene.ts';
import { useHarness } from './fixture.ts';
import { paintedMarks } from './marks-view.ts';
import { drafts } from './pages/draft.ts';

const harness = useHarness();
let page: Page;

const fault = drafts.shapes.faults.find(({ place }) => place === 'middle');
if (fault === undefined) throw new Error('The draft has no fault in the middle of a line.');
const { words, fix, right } = fault;

/** Applies the fix from the card and presses `k` in the very moment in which the model has it. */
async function fixAndKey(name: string): Promise<{ before: string; after: string }> {
  page = await harness.openTest(`${name}.html?draft=shapes`);
  const view = await ShadowView.of(page);
  const model = async () => bare(await page.evaluate(() => window.editorPage.model()));
  const markOn = async () => (await paintedMarks(page)).find(({ text }) => bare(text) === words);
  await expect.poll(markOn, { timeout: 8_000 }).toBeDefined();
  const before = await model();
  const { x = 0, y = 0 } = (await markOn()) ?? {};
  await page.mouse.click(x, y);
  await view.waitForText(fix);
  await view.click(fix);
  await expect.poll(model, { timeout: 8_000, interval: 1 }).toBe(before.replace(words, right));
  await page.keyboard.press('k');
  await expect.poll(model, { timeout: 8_000 }).toContain('k');
  // Longer than a fix can take to be verified, and taken back where it came out otherwise.
  await page.waitForTimeout(500);
  return { before, after: await model() };
}

describe('a key in the moment after a fix', () => {
  it.each(['plain', 'tiptap', 'ckeditor5', 'wangeditor'])('goes behind the new words in %s', async (name) => {
    const { before, after } = await fixAndKey(name);
    expect(after).toBe(before.replace(words, `${right}k`));
  });

  // Trix has its own selection over the new words for some 100 ms more: where the key goes there is its own affair.
  it('is never taken back together with the fix, where the editor is still at it', async () => {
    const { after } = await fixAndKey('trix');
    expect(after).toContain('k');
    expect(after).not.toContain(words);
  });
});
