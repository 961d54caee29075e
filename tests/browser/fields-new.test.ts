import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { type Harness, startHarness } from './harness.ts';
import { type PaintedMark, waitForMarks } from './marks-view.ts';

let harness: Harness;
let page: Page;
let view: ShadowView;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => page?.close());
afterAll(() => harness?.close());

/** Opens the textarea's page with another text in it, and waits for its marks. */
async function openWith(text: string, words: readonly string[], query = 'empty'): Promise<PaintedMark[]> {
  page = await harness.open(`textarea.html?${query}`);
  view = await ShadowView.of(page);
  await page.locator('#editor').fill(text);
  return await waitForMarks(page, words);
}
const model = () => page.evaluate(() => window.editorPage.model());
const click = async (mark: PaintedMark | undefined) => {
  await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
};

describe('a fix', () => {
  it('meets its own words while a check of the text before it is still to be answered', async () => {
    const text = '会后，市工商局要牵头。\n各单位要依据《合同法》办理。';
    const [office, law] = await openWith(text, ['工商局', '《合同法》']);
    await click(office);
    await view.waitForText('市场监督管理局');
    // Nobody answers for some seconds.
    const worker = await harness.worker();
    const busy = worker.evaluate('{ const end = Date.now() + 4000; while (Date.now() < end); }');
    await view.click('改为“市场监管局”');
    await expect.poll(model).toContain('市场监管局');
    await page.keyboard.press('Escape');
    await view.waitForNone();
    await click(law);
    await view.waitForText('民法典');
    await view.click('改为《民法典》');
    await busy;
    await expect.poll(model).toBe('会后，市市场监管局要牵头。\n各单位要依据《民法典》办理。');
  });
});
