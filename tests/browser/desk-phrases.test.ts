import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { useSurfaces, wait } from './fixture.ts';
import { ownWorld } from './own-world.ts';
import { answered } from './surfaces.ts';

const surfaces = useSurfaces();
let panel: Page;

const box = () => panel.locator('#desk-text');
const search = () => panel.locator('#phrases-panel').getByRole('combobox');
const said = () => panel.locator('#phrases-panel .foot [role=status]').textContent();
const goes = () => panel.locator('#phrases-panel .goes');

async function find(query: string): Promise<void> {
  await panel.locator('#phrases-tab').click();
  await search().fill(query);
  await answered(panel);
}

beforeEach(async () => {
  panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
  await panel.bringToFront();
  await panel.locator('#desk-tab').click();
  await box().fill('同志们：\n要增强。');
  await panel.keyboard.press('ArrowLeft');
});

it('a phrase goes to the caret of the desk, where the author came from it, in one step of undo', async () => {
  await find('sgys');
  expect(await goes().textContent()).toContain('文稿台');
  await panel.getByRole('option').first().click();
  await expect.poll(said, wait).toBe('已插入文稿台：“四个意识”');
  expect(await box().inputValue()).toBe('同志们：\n要增强“四个意识”。');
  expect(await box().isVisible()).toBe(false);
  expect(await search().evaluate((element) => element === document.activeElement)).toBe(true);
  await search().fill('新发展理念');
  await answered(panel);
  await panel.keyboard.press('Enter');
  await expect.poll(() => box().inputValue(), wait).toBe('同志们：\n要增强“四个意识”新发展理念。');
  expect(await faultsOf(panel)).toEqual([]);
  await panel.locator('#desk-tab').click();
  await box().focus();
  await panel.keyboard.press('Control+z');
  await expect.poll(() => box().inputValue(), wait).toBe('同志们：\n要增强“四个意识”。');
});

it('a pattern brings the desk to the front, where Tab leads through its slots', async () => {
  await find('以的');
  const pattern = panel.getByRole('option').filter({ hasText: '以____的____，____' });
  await pattern.first().click();
  await expect.poll(() => box().isVisible(), wait).toBe(true);
  await expect.poll(() => box().evaluate((element) => element === document.activeElement), wait).toBe(true);
  for (const words of ['更大', '决心', '抓落实']) {
    await panel.keyboard.type(words);
    if (words !== '抓落实') await panel.keyboard.press('Tab');
  }
  await expect.poll(() => box().inputValue(), wait).toBe('同志们：\n要增强以更大的决心，抓落实。');
});

it('the author can have phrases go into the page instead, and does so by looking at it', async () => {
  const plain = surfaces.welcome.locator('#plain');
  await surfaces.welcome.bringToFront();
  await plain.fill('今天的会议到此结束。');
  await plain.click();
  await surfaces.welcome.keyboard.press('Control+Home');
  await find('sgys');
  await goes().getByRole('button', { name: '改插此页' }).click(wait);
  await expect.poll(() => goes().count(), wait).toBe(0);
  await panel.getByRole('option').first().click();
  await expect.poll(() => plain.inputValue(), wait).toBe('“四个意识”今天的会议到此结束。');
  expect(await box().inputValue()).toBe('同志们：\n要增强。');
  await panel.locator('#desk-tab').click();
  await find('sgys');
  expect(await goes().count()).toBe(1);
  await panel.locator('#page-tab').click();
  await find('sgys');
  expect(await goes().count()).toBe(0);
});

it('the desk in a tab takes phrases from a panel beside it', async () => {
  const context = surfaces.harness.context;
  await panel.waitForTimeout(600);
  const [desk] = await Promise.all([context.waitForEvent('page'), panel.locator('.in-tab').click()]);
  surfaces.closeLater(desk);
  const text = desk.locator('#desk-text');
  await expect.poll(() => text.inputValue(), wait).toBe('同志们：\n要增强。');
  await text.focus();
  await desk.keyboard.press('Control+End');
  await desk.keyboard.press('ArrowLeft');
  await panel.locator('#page-tab').evaluate((tab: HTMLElement) => tab.click());
  await panel.locator('#phrases-tab').evaluate((tab: HTMLElement) => tab.click());
  await search().fill('sgys');
  await answered(panel);
  await panel.getByRole('option').first().dispatchEvent('click');
  await expect.poll(() => text.inputValue(), wait).toBe('同志们：\n要增强“四个意识”。');
  await expect.poll(said, wait).toBe('已插入：“四个意识”');
  // A script in a web page, which a taken-over renderer could speak for, puts nothing there.
  const page = await surfaces.harness.open('textarea.html');
  const worldOf = () => ownWorld(page).catch(() => null);
  await expect.poll(async () => (await worldOf()) !== null, wait).toBe(true);
  const world = await ownWorld(page);
  await world.evaluate(
    `void chrome.runtime.sendMessage({ type: 'page-insert', text: '混入的话' }).catch(() => undefined)`,
  );
  await page.waitForTimeout(500);
  expect(await text.inputValue()).toBe('同志们：\n要增强“四个意识”。');
  await page.close();
});
