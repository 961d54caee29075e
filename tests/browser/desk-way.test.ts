import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();

/** Makes a page believe that its browser has no side panel. */
const withoutPanel = `for (const api of [chrome, globalThis.browser ?? {}])
  Object.defineProperty(api, 'sidePanel', { value: undefined });`;

/** Where the popup can be opened, and what it says there. */
const states: readonly (readonly [string, () => Promise<Page>, string])[] = [
  ['a page with a draft', () => surfaces.openTest('plain.html'), '修复序号'],
  ['a page without an editor', () => surfaces.openTest('no-editor.html'), '还没有可以核对的编辑区'],
  ['an editor that cannot be read', () => surfaces.openTest('canvas-worker.html'), '画在画布上'],
  ['a site that is not allowed', () => at('foreign.localhost'), '没有读取任何文字'],
  [
    'a page of the extension',
    async () => surfaces.closeLater(await surfaces.open('options')),
    '浏览器自身的页面',
  ],
  // Their addresses are known to a popup that was opened by a click on the icon only.
  ['a page of the browser', () => openOwn('chrome://version'), '没有读取任何文字'],
  ['a new tab', () => openOwn('about:blank'), '没有读取任何文字'],
];

async function openOwn(address: string): Promise<Page> {
  const page = surfaces.closeLater(await surfaces.harness.context.newPage());
  await page.goto(address);
  await page.bringToFront();
  return page;
}
const at = (host: string) => openOwn(`${surfaces.harness.address.replace('127.0.0.1', host)}/plain.html`);

const inWorker = async (script: string): Promise<unknown> =>
  await (await surfaces.harness.worker()).evaluate(`(async () => { ${script} })()`);
const sidePanels = () =>
  inWorker("return (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length;");
const deskTabs = () =>
  surfaces.harness.context.pages().filter((page) => page.url().endsWith('/sidepanel.html?desk'));
const toDesk = (popup: Page) => popup.getByRole('button', { name: '文稿台' });

afterEach(async () => {
  for (const page of deskTabs()) await page.close();
});

describe('the way to the desk from the popup', () => {
  it.each(states)('stands there on %s', async (_, open, says) => {
    const page = await open();
    const popup = await surfaces.popupOver(page);
    await popup.locator('.page').getByText(says).first().waitFor(wait);
    await toDesk(popup).waitFor(wait);
    expect(await toDesk(popup).textContent()).toContain('粘贴或拖入 .docx');
  });

  it('opens the side panel with the desk in front, by the keyboard, and makes way for it', async () => {
    const popup = await surfaces.popupOver(await at('foreign.localhost'));
    await toDesk(popup).waitFor(wait);
    await toDesk(popup).focus();
    const closed = popup.waitForEvent('close', wait);
    // The popup closes while the key is down, so that it never comes up there.
    await popup.keyboard.press('Enter').catch(() => undefined);
    await closed;
    await expect.poll(sidePanels, wait).toBe(1);
    // The panel has taken it.
    await expect
      .poll(() => inWorker("return await chrome.storage.session.get('desk-front');"), wait)
      .toEqual({});
    expect(deskTabs()).toEqual([]);
    // Nothing else closes it.
    await inWorker('await chrome.sidePanel.setOptions({ enabled: false });');
    await inWorker('await chrome.sidePanel.setOptions({ enabled: true });');
    await expect.poll(sidePanels, wait).toBe(0);
  });

  it.each([
    ['has no side panel', withoutPanel],
    ['does not open its side panel', "chrome.sidePanel.open = () => Promise.reject(new Error('no'))"],
  ])('opens it in a tab, once, where the browser %s', async (_, script) => {
    const page = await at('foreign.localhost');
    for (let times = 0; times < 2; times++) {
      const popup = await surfaces.popupOver(page);
      await popup.evaluate(script);
      const closed = popup.waitForEvent('close', wait);
      await toDesk(popup).click(wait);
      await closed;
      await expect.poll(() => deskTabs().length, wait).toBe(1);
      const [desk] = deskTabs();
      await desk?.locator('#desk-text').waitFor(wait);
      await expect.poll(() => desk?.evaluate(() => document.visibilityState), wait).toBe('visible');
    }
  });

  it('opens the panel of the page in a window of its own where the browser has none', async () => {
    const page = await surfaces.openTest('plain.html');
    const popup = await surfaces.popupOver(page);
    await popup.evaluate(withoutPanel);
    const opened = surfaces.harness.context.waitForEvent('page', wait);
    await popup.getByRole('button', { name: '打开侧边栏' }).click(wait);
    const panel = surfaces.closeLater(await opened);
    await panel.locator('#page-panel .finding').filter({ hasText: '工商局' }).waitFor(wait);
  });
});

describe('the desk', () => {
  it('comes to the front of an open panel of its window when it is asked for', async () => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel'));
    await panel.locator('#page-tab[aria-selected=true]').waitFor(wait);
    await inWorker(`
      const tabs = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
      const tab = tabs.find(({ documentUrl }) => documentUrl.endsWith('/sidepanel.html'));
      await chrome.storage.session.set({ 'desk-front': { windowId: tab.windowId + 1 } });
      await chrome.storage.session.set({ 'desk-front': { windowId: tab.windowId } });
    `);
    await panel.locator('#desk-tab[aria-selected=true]').waitFor(wait);
  });

  it('is opened by the icon’s context menu; without a click of the author’s, in a tab', async () => {
    await at('foreign.localhost');
    await inWorker(`
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-desk' }, tab);
    `);
    await expect.poll(() => deskTabs().length, wait).toBe(1);
    await deskTabs()[0]?.locator('#desk-text').waitFor(wait);
  });

  it('takes what is selected on a page in a tab, too', async () => {
    const page = await surfaces.openTest('textarea.html');
    await page.locator('#editor').click();
    await page.keyboard.press('Control+a');
    await inWorker(`
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-selection', frameId: 0 }, tab);
    `);
    await expect.poll(() => deskTabs().length, wait).toBe(1);
    const text = await page.locator('#editor').inputValue();
    await expect.poll(() => deskTabs()[0]?.locator('#desk-text').inputValue(), wait).toBe(text);
  });
});
