import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';
import { answered } from './surfaces.ts';

const surfaces = useSurfaces();

const popupOver = (page: Page) => surfaces.popupOver(page);

describe('the popup on other sites', () => {
  it("inserts at the caret of an editor that stands in a frame, through the editor's own model", async () => {
    const page = await surfaces.harness.open('tinymce.html');
    const popup = await popupOver(page);
    await page.frameLocator('iframe').getByText('同志们：', { exact: true }).click();
    await page.keyboard.press('End');
    await popup.locator('.levels').waitFor(wait);
    await popup.keyboard.type('sgys');
    await answered(popup);
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.getByRole('status').textContent(), wait).toMatch(/^已插入：/);
    const inserted = (await popup.getByRole('status').textContent())?.replace('已插入：', '') ?? '';
    const lines = await page.evaluate(async () => (await window.editorPage.model()).split('\n'));
    expect(lines).toContain(`同志们：${inserted}`);
  });

  it('names the site that a phrase goes to where the editor used last is in a frame of another', async () => {
    const page = surfaces.closeLater(await surfaces.harness.open('frame-cross.html'));
    const frame = page.frames()[1];
    await frame?.waitForFunction(() => CSS.highlights.size > 0);
    const box = await page.locator('iframe').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 60);
    const popup = await popupOver(page);
    await popup.locator('.levels').waitFor(wait);
    await popup.keyboard.type('sgys');
    await answered(popup);
    await expect
      .poll(() => popup.locator('.hints').textContent(), wait)
      .toMatch(/另一网站.*editor\.localhost/u);
  });

  it('switches a site off that the browser keeps allowed, and on again', async () => {
    const page = await surfaces.harness.open('plain.html');
    const popup = await popupOver(page);
    const painted = () => page.evaluate(() => CSS.highlights.size);
    const site = popup.getByRole('switch', { name: '在此网站检查' });
    await site.waitFor(wait);
    expect(await site.isChecked()).toBe(true);
    await expect.poll(painted, wait).toBeGreaterThan(0);

    await site.click();
    await expect.poll(() => popup.getByRole('status').textContent(), wait).toContain('已停用');
    await expect.poll(() => site.isChecked(), wait).toBe(false);
    await expect.poll(painted, wait).toBe(0);
    await page.reload();
    await page.waitForTimeout(1_000);
    expect(await painted()).toBe(0);

    await page.bringToFront();
    await popup.getByRole('switch', { name: '在此网站检查' }).click();
    await expect.poll(painted, wait).toBeGreaterThan(0);
  });

  it('reads nothing on a site that is not allowed, and says so', async () => {
    const page = await surfaces.harness.context.newPage();
    await page.goto(`${surfaces.harness.address.replace('127.0.0.1', 'foreign.localhost')}/plain.html`);
    const popup = await popupOver(page);
    await popup.getByText('没有读取任何文字').waitFor(wait);
    expect(await popup.getByRole('button', { name: '修复序号' }).count()).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});
