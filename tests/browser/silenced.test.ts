import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../lib/language/language.ts';
import { CardWalk } from './access-card.ts';
import { against, begin } from './access-view.ts';
import { ShadowView } from './card-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

const surfaces = useSurfaces();
const faults = ['党的十九大', '工商局', '四、'];
const left = ['四、'];

let page: Page;
let view: ShadowView;

async function storage(expression: string): Promise<unknown> {
  return await (await surfaces.harness.worker()).evaluate(`chrome.storage.local.${expression}`);
}
const isFocused = (one: Page) => one.evaluate(() => document.activeElement !== document.body);

/** Opens the card on words, and its further buttons. */
async function openMore(words: string): Promise<void> {
  const mark = (await paintedMarks(page)).find(({ text }) => text === words);
  await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
  await view.waitForText('更多');
  expect(await view.text()).not.toContain('关闭此规则');
  await view.click('更多');
  await view.waitForText('关闭此规则');
}

beforeEach(async () => {
  await storage('clear()');
  page = await surfaces.openTest('plain.html');
  view = await ShadowView.of(page);
  await waitForMarks(page, faults);
  return () => storage('clear()');
});

describe('a rule that is switched off from the card', () => {
  it('is told in the page, and comes back by 撤销', async () => {
    await openMore('党的十九大');
    await view.click('关闭此规则');
    await view.waitForNone();
    await view.waitForText('已关闭“过时提法”，各篇都不再核对。', 'notice');
    await waitForMarks(page, left);
    await view.click('撤销', 'notice');
    await view.waitForNone('notice');
    await waitForMarks(page, faults);
  });

  it('comes back by keys alone, and who writes on writes into the draft', async () => {
    const card = await CardWalk.of(page, surfaces.harness, 'zh');
    const silence = async () => {
      await page.locator('#editor h1').click();
      await card.command('next-finding');
      await card.command('open-card');
      await card.tabTo('更多');
      await page.keyboard.press('Enter');
      await card.tabTo('关闭此规则');
      await page.keyboard.press('Enter');
      await view.waitForText('已关闭', 'notice');
      await expect.poll(() => card.focused(), wait).toBe('撤销');
    };
    await silence();
    await card.fine('told');
    await page.keyboard.press('Enter');
    await waitForMarks(page, faults);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
    await silence();
    await page.keyboard.press('a');
    await view.waitForNone('notice');
    expect(await page.evaluate(() => window.editorPage.model())).toContain('a');
    await waitForMarks(page, left);
  });

  it('stands in panel and popup until it is switched on again there, with findings and without', async () => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel'));
    const popup = await surfaces.popupOver(page);
    await page.bringToFront();
    await page.locator('#editor h1').click();
    await panel.locator('#page-panel .finding').nth(2).waitFor(wait);
    const off = panel.locator('#page-panel .rules-off');
    expect(await off.count()).toBe(0);
    await openMore('党的十九大');
    await view.click('关闭此规则');
    await expect.poll(() => off.textContent(), wait).toContain('已关闭：过时提法 · 打开');
    await expect.poll(() => popup.locator('.rules-off').textContent(), wait).toContain('过时提法 · 打开');
    await storage("set({ settings: { rulesOff: ['outdated-reference', 'heading-numbering'] } })");
    await panel.getByText('未见需要改动之处').first().waitFor(wait);
    await expect.poll(() => off.getByRole('button').count(), wait).toBe(2);
    expect(await panel.locator('#page-panel .nothing .rules-off').count()).toBe(1);
    await expect.poll(() => popup.locator('.rules-off button').count(), wait).toBe(2);
    await off.getByRole('button', { name: '打开“过时提法”' }).click();
    await waitForMarks(page, ['党的十九大', '工商局']);
    await expect.poll(() => isFocused(panel), wait).toBe(true);
    await popup.getByRole('button', { name: '打开“序号层次”' }).click();
    await waitForMarks(page, faults);
    await expect.poll(() => popup.locator('.rules-off').count(), wait).toBe(0);
    await expect.poll(() => isFocused(popup), wait).toBe(true);
    await expect.poll(() => off.count(), wait).toBe(0);
  });
});

describe('words that are ignored', () => {
  it.each([
    ['本稿忽略', '本稿不再提示“工商局”。'],
    ['每篇忽略', '各篇都不再提示“工商局”。'],
  ])('%s: told in the page, and taken back', async (button, words) => {
    await openMore('工商局');
    await view.click(button);
    await view.waitForText(words, 'notice');
    await waitForMarks(page, ['党的十九大', '四、']);
    await view.click('撤销', 'notice');
    await waitForMarks(page, faults);
  });

  it('come back in the panel by 撤销 and by Ctrl+Z, and have the focus then', async () => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel'));
    await page.bringToFront();
    await page.locator('#editor h1').click();
    const findings = panel.locator('#page-panel .finding');
    await expect.poll(() => findings.count(), wait).toBe(3);
    const toast = panel.locator('#page-panel .outcome');
    const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');
    await findings.nth(1).getByRole('button', { name: '忽略此处' }).click();
    await expect.poll(() => toast.getByRole('status').textContent(), wait).toBe('已忽略此处。');
    await toast.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => findings.count(), wait).toBe(3);
    await expect.poll(focused, wait).toContain('工商局');
    expect(await toast.getByRole('button').count()).toBe(0);
    await findings.nth(1).getByRole('button', { name: '本稿忽略' }).click();
    await expect.poll(() => findings.count(), wait).toBe(2);
    await toast.getByRole('button', { name: '撤销' }).waitFor(wait);
    await panel.keyboard.press('Control+z');
    await expect.poll(() => findings.count(), wait).toBe(3);
    await expect.poll(focused, wait).toContain('工商局');
  });
});

describe('what was said', () => {
  it('goes after six seconds, after ten where it can be undone, and not while the pointer is on it', async () => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel'));
    await panel.clock.install();
    await panel.reload();
    await page.bringToFront();
    await page.locator('#editor h1').click();
    const findings = panel.locator('#page-panel .finding');
    const clock = async (ms: number) => await panel.clock.runFor(ms);
    await expect.poll(() => findings.count(), wait).toBe(3);
    const toast = panel.locator('#page-panel .outcome');
    const said = () => toast.getByRole('status').textContent();
    await findings.nth(1).getByRole('button', { name: '忽略此处' }).click();
    await expect.poll(said, wait).toBe('已忽略此处。');
    await toast.hover();
    await clock(30_000);
    expect(await said()).toBe('已忽略此处。');
    await panel.mouse.move(5, 5);
    await clock(7_000);
    expect(await said()).toBe('已忽略此处。');
    await clock(3_500);
    await expect.poll(said, wait).toBe('');
    await panel.locator('.ignored summary').click();
    await panel.getByRole('button', { name: '恢复' }).click();
    await expect.poll(said, wait).toContain('会再作提示');
    await clock(6_500);
    await expect.poll(said, wait).toBe('');
  });

  it('goes with the draft it was said of', async () => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel'));
    await page.bringToFront();
    await page.locator('#editor h1').click();
    const findings = panel.locator('#page-panel .finding');
    await expect.poll(() => findings.count(), wait).toBe(3);
    await findings.nth(1).getByRole('button', { name: '本稿忽略' }).click();
    const said = () => panel.locator('#page-panel .outcome').first().textContent();
    await expect.poll(said, wait).toContain('本稿不再提示');
    const other = await surfaces.openTest('textarea.html');
    await waitForMarks(other, faults);
    await other.locator('#editor').click();
    await expect.poll(() => findings.count(), wait).toBe(3);
    expect(await said()).toBe('');
  });
});

describe.each(languages)('what tells that a rule is off, speaking %s', (language) => {
  it('is fine in panel and popup', async () => {
    await begin(surfaces, language);
    page = await surfaces.openTest('plain.html');
    await storage(
      `set({ settings: { language: '${language}', rulesOff: ['outdated-reference', 'heading-numbering', 'numerals'] } })`,
    );
    await page.bringToFront();
    await page.locator('#editor h1').click();
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    const popup = await surfaces.popupOver(page);
    for (const surface of [panel, popup]) {
      await expect.poll(() => surface.locator('.rules-off button').count(), wait).toBe(3);
      expect(await against(surface, language, 'rules off')).toEqual([]);
    }
  });
});
