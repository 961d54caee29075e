import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { useSurfaces, wait } from './fixture.ts';
import { chineseIn, tooWide } from './surface-view.ts';
import { answered } from './surfaces.ts';

const surfaces = useSurfaces();

describe('the phrases in the side panel', () => {
  let panel: Page;
  const tab = () => panel.locator('#phrases-tab');
  const view = () => panel.locator('#phrases-panel');
  const box = () => view().getByRole('combobox');
  const options = () => view().getByRole('option');
  const said = () => view().locator('.foot [role=status]');
  const draft = () => surfaces.welcome.locator('#plain').inputValue();
  const focused = () => panel.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');

  beforeEach(async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate("chrome.storage.local.remove(['kept-phrases', 'settings'])");
    await surfaces.welcome.reload();
    panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await surfaces.welcome.bringToFront();
    const plain = surfaces.welcome.locator('#plain');
    await plain.fill('同志们：\n今天的会议到此结束。');
    await plain.click();
    await surfaces.welcome.keyboard.press('Control+Home');
    await surfaces.welcome.keyboard.press('End');
    await panel.locator('#page-panel .list, #page-panel .empty, #page-panel p').first().waitFor(wait);
  });

  it('inserts each phrase that is clicked at the caret, and stays open with its results', async () => {
    await tab().click();
    await box().waitFor(wait);
    await expect.poll(focused, wait).toContain('combobox');
    await panel.keyboard.type('sgys');
    await answered(panel);
    await options().first().click();
    await expect.poll(draft, wait).toBe('同志们：“四个意识”\n今天的会议到此结束。');
    await expect.poll(() => said().textContent(), wait).toBe('已插入：“四个意识”');
    expect(await box().inputValue()).toBe('sgys');
    await box().fill('新发展理念');
    await answered(panel);
    await box().press('Enter');
    await expect.poll(draft, wait).toBe('同志们：“四个意识”新发展理念\n今天的会议到此结束。');
    expect(await options().count()).toBeGreaterThan(0);
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('goes on where the author was in the other views, and comes back when the panel is opened again', async () => {
    await tab().click();
    await box().fill('从严治党');
    await answered(panel);
    await panel.locator('#page-tab').click();
    expect(await box().isVisible()).toBe(false);
    await panel.locator('#desk-tab').click();
    await tab().click();
    expect(await box().inputValue()).toBe('从严治党');
    expect(await options().count()).toBeGreaterThan(5);
    await panel.reload();
    await panel.locator('#phrases-tab[aria-selected=true]').waitFor(wait);
    await box().waitFor(wait);
  });

  it('is reached by the arrow keys, which stay in the bar of tabs', async () => {
    await panel.locator('#page-tab').focus();
    await panel.keyboard.press('ArrowRight');
    await box().waitFor(wait);
    await panel.waitForTimeout(100);
    expect(await focused()).toContain('phrases-tab');
    await panel.keyboard.press('ArrowRight');
    expect(await focused()).toContain('desk-tab');
  });

  it('shows a phrase in full; its keys are its own only while it is in front', async () => {
    await tab().click();
    await box().fill('sgys');
    await answered(panel);
    await panel.keyboard.press('ArrowRight');
    await view().locator('article').waitFor(wait);
    await view().getByText('Enter 插入 · Ctrl+Enter 复制').waitFor(wait);
    const before = await draft();
    await panel.locator('#page-tab').click();
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Enter');
    expect(await draft()).toBe(before);
    await tab().click();
    await view().locator('article').waitFor(wait);
    await panel.keyboard.press('Escape');
    await box().waitFor(wait);
    expect(await box().inputValue()).toBe('sgys');
  });

  it('copies where the page has no editor, and says so', async () => {
    const page = await surfaces.openTest('no-editor.html');
    await page.bringToFront();
    await tab().click();
    await box().fill('sgys');
    await answered(panel);
    await options().first().click();
    await expect.poll(() => said().textContent(), wait).toMatch(/^本页没有可插入的编辑区，/);
  });

  it('fits a narrow panel, and speaks English', async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { language: 'en' } })");
    await panel.getByRole('tab', { name: 'Phrases' }).click();
    await box().fill('乡村振兴');
    await answered(panel);
    for (const width of [240, 320, 400]) {
      await panel.setViewportSize({ width, height: 700 });
      expect(await tooWide(panel), `${width}`).toEqual([]);
    }
    expect(await panel.evaluate(chineseIn("document.querySelector('#phrases-panel')"))).toEqual([]);
  });
});
