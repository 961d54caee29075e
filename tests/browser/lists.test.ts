import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';

const harness = useHarness();

const model = (page: Page) => page.evaluate(() => window.editorPage.model());
const saved = (page: Page) => page.evaluate(() => window.editorPage.saved());

describe.each(['plain', 'tiptap', 'quill'])('a list that %s numbers itself', (name) => {
  it('counts for the announced number, and is never touched', async () => {
    const page = await harness.open(`lists-${name}.html`);
    const view = await ShadowView.of(page);
    const before = await saved(page);
    const [mark] = await waitForMarks(page, ['四点']);
    expect(await saved(page)).toBe(before);
    await page.getByText('同志们：').click();
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    expect(await view.waitForText('所列为3条')).toContain('四点');
    await view.click('改为“三点”');
    await expect.poll(() => model(page)).toContain('我讲三点意见');
    await waitForMarks(page, []);
    expect(await saved(page)).toBe(before.replace('四点', '三点'));
    await page.close();
  });
});
