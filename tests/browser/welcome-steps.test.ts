import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { against, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();

/** Makes a page believe that its browser has no side panel. */
const withoutPanel = `for (const api of [chrome, globalThis.browser ?? {}])
  Object.defineProperty(api, 'sidePanel', { value: undefined });`;
let page: Page;

const step = (title: string) =>
  page.locator('.steps > li').filter({ has: page.locator('h3', { hasText: title }) });
const isDone = (title: string) => step(title).evaluate((li) => li.classList.contains('done'));
const inWorker = async (script: string): Promise<unknown> =>
  await (await surfaces.harness.worker()).evaluate(`(async () => { ${script} })()`);

/** A browser's dialog that the test answers. */
const withDialog = `
  globalThis.asked = [];
  chrome.permissions.request = ({ origins }) => {
    globalThis.asked.push(origins);
    return new Promise((resolve) => { globalThis.answerDialog = resolve; });
  };`;

beforeEach(async () => {
  page = surfaces.welcome;
  await inWorker('await chrome.storage.local.clear();');
  await page.reload();
  await page.bringToFront();
  await page.locator('.steps').waitFor(wait);
});

describe('pinning the icon', () => {
  it('is ticked once the browser says so, when the author is back on the page', async () => {
    expect(await isDone('固定图标')).toBe(false);
    expect(await step('固定图标').locator('svg').count()).toBe(1);
    await page.evaluate('chrome.action.getUserSettings = async () => ({ isOnToolbar: true })');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => isDone('固定图标'), wait).toBe(true);
    await page.evaluate('chrome.action.getUserSettings = async () => ({ isOnToolbar: false })');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => isDone('固定图标'), wait).toBe(false);
  });

  it('is told by the author where the browser does not say', async () => {
    await page.evaluate('chrome.action.getUserSettings = () => Promise.reject(new Error("unknown"))');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    const button = step('固定图标').getByRole('button', { name: '图标已在工具栏上' });
    await button.click(wait);
    await expect.poll(() => isDone('固定图标'), wait).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => isDone('固定图标'), wait).toBe(true);
  });
});

describe('choosing where one writes', () => {
  const where = '选定写稿的地方';
  const box = () => page.getByLabel('写稿网页的网址');
  const said = () => step(where).locator('.site-said').textContent();

  it('says what is no address, and nothing of it while the dialog of the browser is open', async () => {
    await page.evaluate(withDialog);
    await box().fill('写稿');
    await page.keyboard.press('Enter');
    await expect.poll(said, wait).toContain('网址读不懂');
    await box().fill('10.1.2.3:8080');
    await page.keyboard.press('Enter');
    await expect.poll(said, wait).toBe('');
    expect(await page.evaluate('asked')).toEqual([['https://10.1.2.3:8080/*', 'http://10.1.2.3:8080/*']]);
    await page.evaluate('answerDialog(false)');
    await expect.poll(said, wait).toContain('未予允许');
    expect(await isDone(where)).toBe(false);
  });

  it.each([
    ['http://oa/', ['http://oa/*']],
    ['oa', ['https://oa/*', 'http://oa/*']],
    ['http://oa:8080/x', ['http://oa:8080/*']],
  ])('takes %s', async (typed, origins) => {
    await page.evaluate(withDialog);
    await box().fill(typed);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('asked'), wait).toEqual([origins]);
    // The browser itself takes these patterns: it rejects others.
    const asked = `chrome.permissions.contains({ origins: ${JSON.stringify(origins)} })`;
    expect(await page.evaluate(asked)).toBe(false);
    await page.evaluate('answerDialog(true)');
    await expect.poll(said, wait).toMatch(/^已允许 oa(?::8080)?。$/u);
    await expect.poll(() => isDone(where), wait).toBe(true);
  });

  it('opens the desk for those who write in Word or WPS', async () => {
    await step(where).getByRole('button', { name: '打开文稿台' }).click();
    const panels = "return (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length;";
    await expect.poll(() => inWorker(panels), wait).toBe(1);
    await expect.poll(() => isDone(where), wait).toBe(true);
    await inWorker('await chrome.sidePanel.setOptions({ enabled: false });');
    await inWorker('await chrome.sidePanel.setOptions({ enabled: true });');
    await expect.poll(() => inWorker(panels), wait).toBe(0);
  });

  it('opens it in a tab where the browser has no side panel', async () => {
    await page.evaluate(withoutPanel);
    const opened = surfaces.harness.context.waitForEvent('page', wait);
    await step(where).getByRole('button', { name: '打开文稿台' }).click();
    const desk = surfaces.closeLater(await opened);
    await desk.locator('#desk-text').waitFor(wait);
    await expect.poll(() => isDone(where), wait).toBe(true);
  });
});

describe('the place', () => {
  it('is remembered with the unit, by the keyboard, and forgotten again', async () => {
    const title = '我的地方';
    await page.getByLabel('我的地方', { exact: true }).fill('云溪县');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('云溪县市场监管局');
    await page.keyboard.press('Enter');
    await page.getByText('已记下：云溪县、云溪县市场监管局。').waitFor(wait);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('unit');
    await expect.poll(() => isDone(title), wait).toBe(true);
    const settings = await inWorker("return (await chrome.storage.local.get('settings')).settings;");
    expect(settings).toMatchObject({ place: '云溪县', unit: '云溪县市场监管局' });
    await page.reload();
    await expect.poll(() => page.getByLabel('我的地方', { exact: true }).inputValue(), wait).toBe('云溪县');
    await page.getByLabel('我的地方', { exact: true }).fill('');
    await page.getByLabel('我的单位', { exact: true }).fill('');
    await page.keyboard.press('Enter');
    await page.getByText('已清除。').waitFor(wait);
    await expect.poll(() => isDone(title), wait).toBe(false);
  });
});

describe('the search', () => {
  it('shows what sgys finds, the four consciousnesses first', async () => {
    await step('找提法').getByRole('button', { name: '试试 sgys' }).click();
    const first = step('找提法').locator('.found li').first();
    await expect.poll(() => first.textContent(), wait).toContain('四个意识');
    expect(await first.locator('em').count()).toBeGreaterThan(0);
    await expect.poll(() => isDone('找提法'), wait).toBe(true);
    const box = page.getByRole('searchbox');
    expect(await box.inputValue()).toBe('sgys');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.fill('qqqqq');
    await step('找提法').getByText('没有找到').waitFor(wait);
    await box.fill('');
    await expect.poll(() => step('找提法').locator('.found li, #found p').count(), wait).toBe(0);
  });

  it('names the shortcut that is set', async () => {
    await expect.poll(() => step('找提法').textContent(), wait).toContain('写稿时按 Alt+Shift+G，');
    await page.evaluate('chrome.commands.getAll = async () => []');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => step('找提法').textContent(), wait).toContain('写稿时点稿准图标，');
  });
});

describe('the shortcuts', () => {
  it('are those that are set, and ticked once one is used', async () => {
    const shown = () => step('快捷键').locator('kbd').allTextContents();
    await expect.poll(shown, wait).toEqual(['Alt+Shift+G', 'Alt+Shift+J', 'Alt+Shift+K', 'Alt+Shift+H']);
    expect(await isDone('快捷键')).toBe(false);
    await page.locator('#rich').getByText('同志们：').click();
    await inWorker("chrome.commands.onCommand.dispatch('next-finding');");
    await expect.poll(() => isDone('快捷键'), wait).toBe(true);
  });
});

describe.each(['zh', 'en'] as const)('all steps done, speaking %s', (language) => {
  it('can be read and used by everybody', async () => {
    await inWorker(
      `await chrome.storage.local.set({ settings: { language: '${language}', place: '云溪县' } });`,
    );
    await page.reload();
    await page.evaluate('chrome.action.getUserSettings = () => Promise.reject(new Error("unknown"))');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.locator('.steps .row .button').nth(-1).click(wait);
    await page.locator('.found li').first().waitFor(wait);
    await page.locator('.steps .site-form .quiet').click();
    expect(await against(page, language, 'welcome steps')).toEqual([]);
    expect(await byKeys(page)).toEqual([]);
  });
});
