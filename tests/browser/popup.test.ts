import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';
import { answered, caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();

describe('the popup', () => {
  let popup: Page;
  const box = () => popup.getByRole('combobox');
  const said = () => popup.getByRole('status');

  beforeEach(async () => {
    await surfaces.welcome.reload();
    popup = await surfaces.open('popup');
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#plain').click();
    await popup.locator('.levels').waitFor(wait);
    return () => popup.close();
  });

  it('has the caret in the search box, and finds by characters, full pinyin and initials', async () => {
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    for (const typed of ['四个意识', 'sigeyishi', 'sgys']) {
      await box().fill('');
      await popup.keyboard.type(typed);
      await answered(popup);
      await popup.getByRole('option').filter({ hasText: '四个意识' }).first().waitFor(wait);
    }
    const first = popup.getByRole('option').filter({ hasText: '四个意识' }).first();
    // What is current carries no tag; the source stands below in short.
    expect(await first.locator('.standing').count()).toBe(0);
    await expect.poll(() => first.locator('.source').textContent()).toMatch(/（\d{4}）$/);
  });

  it('moves with the arrows and inserts with Enter at the caret of the editor used last', async () => {
    await surfaces.welcome.locator('#plain').click();
    await surfaces.welcome.keyboard.press('Control+Home');
    await surfaces.welcome.keyboard.press('End');
    await popup.keyboard.type('从严治党');
    await answered(popup);
    await popup.keyboard.press('ArrowDown');
    const chosen = popup.locator('[role=option][aria-selected=true]');
    expect(await chosen.getAttribute('id')).toBe(await box().getAttribute('aria-activedescendant'));
    expect(await chosen.getAttribute('id')).toBe('phrase-1');
    await popup.keyboard.press('Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^已插入：/);
    const inserted = (await said().textContent())?.replace('已插入：', '') ?? '';
    const line = (await surfaces.welcome.locator('#plain').inputValue()).split('\n')[0];
    expect(line).toBe(`在全市优化营商环境工作会议上的讲话${inserted}`);
    await surfaces.welcome.keyboard.press('Control+z');
    expect((await surfaces.welcome.locator('#plain').inputValue()).split('\n')[0]).toBe(
      '在全市优化营商环境工作会议上的讲话',
    );
  });

  it('closes once Enter has inserted, and stays at Shift+Enter', async () => {
    // In a tab, the browser does not name it a popup.
    await popup.evaluate(`Object.assign(globalThis, { timesClosed: 0, close: () => globalThis.timesClosed++ });
      chrome.extension.getViews = () => [window];`);
    const closed = () => popup.evaluate('globalThis.timesClosed');
    await surfaces.welcome.locator('#plain').click();
    const lengthOf = async () => (await surfaces.welcome.locator('#plain').inputValue()).length;
    const before = await lengthOf();
    await box().fill('四个意识');
    await answered(popup);
    expect(await popup.locator('.keys').textContent()).toMatch(/Enter 插入并关闭.*Shift\+Enter 插入/u);
    await popup.keyboard.press('Shift+Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^已插入：/);
    const once = await lengthOf();
    expect(once).toBeGreaterThan(before);
    expect(await closed()).toBe(0);
    await popup.keyboard.press('Enter');
    await expect.poll(closed, wait).toBe(1);
    expect(await lengthOf()).toBe(before + 2 * (once - before));
    // Where nothing is inserted, the popup stays to say why.
    await surfaces.welcome.evaluate(() => document.querySelector<HTMLTextAreaElement>('#plain')?.remove());
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^已复制：/);
    expect(await closed()).toBe(1);
  });

  it('inserts by the mouse, copies by the button, and the box keeps the keys', async () => {
    const before = await surfaces.welcome.locator('#plain').inputValue();
    await popup.keyboard.type('从严治党');
    await answered(popup);
    const third = popup.getByRole('option').nth(2);
    await third.locator('.name').click();
    await expect.poll(() => said().textContent(), wait).toMatch(/^已插入：/);
    const after = await surfaces.welcome.locator('#plain').inputValue();
    expect(after).not.toBe(before);
    await third.hover();
    await third.locator('[data-act=copy]').click();
    await expect.poll(() => said().textContent(), wait).toMatch(/^已复制：/);
    expect(await surfaces.welcome.locator('#plain').inputValue()).toBe(after);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await popup.keyboard.press('ArrowUp');
    expect(await popup.locator('[role=option][aria-selected=true]').getAttribute('id')).toBe('phrase-1');
  });

  it('keeps an arrow key for the results that are on their way, and says that they are', async () => {
    const list = popup.locator('#results');
    const chosen = popup.locator('[role=option][aria-selected=true]');
    await popup.keyboard.type('sgys');
    await answered(popup);
    const worker = await surfaces.harness.worker();
    // The worker is slow to answer: what is pressed meanwhile is meant for what it will say.
    await worker.evaluate(`(async () => {
      const { get } = chrome.storage.local;
      chrome.storage.local.get = async (...what) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        chrome.storage.local.get = get;
        return await get.apply(chrome.storage.local, what);
      };
    })()`);
    await popup.keyboard.press('Control+a');
    await popup.keyboard.insertText('从严治党');
    expect(await list.getAttribute('aria-busy')).toBe('true');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^已复制：.*从严治党/);
    expect(await list.getAttribute('aria-busy')).toBe('false');
    expect(await chosen.getAttribute('id')).toBe('phrase-1');
    expect(await said().textContent()).toContain(await chosen.locator('.name').textContent());
  });

  it('copies with Ctrl+Enter and leaves the page alone', async () => {
    const before = await surfaces.welcome.locator('#plain').inputValue();
    await popup.keyboard.type('sgys');
    await answered(popup);
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^已复制：/);
    const copied = (await said().textContent())?.replace('已复制：', '');
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('Control+v');
    expect(await box().inputValue()).toBe(copied);
    expect(copied).toContain('四个意识');
    expect(await surfaces.welcome.locator('#plain').inputValue()).toBe(before);
  });

  it('copies and says so where there is no editor', async () => {
    const options = await surfaces.open('options');
    await popup.getByText('浏览器自身的页面').waitFor(wait);
    await popup.keyboard.type('sgys');
    await answered(popup);
    await popup.keyboard.press('Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^本页没有可插入的编辑区，已复制：/);
    await options.close();
  });

  it('says so when nothing is found, and Escape brings the page back', async () => {
    await popup.keyboard.type('qqqqq');
    await expect.poll(() => said().textContent(), wait).toContain('没有找到');
    await popup.keyboard.press('Escape');
    expect(await box().inputValue()).toBe('');
    await popup.getByRole('heading', { name: '本页' }).waitFor(wait);
  });

  it('repairs the numbering after a preview, as one step that Ctrl+Z takes back', async () => {
    await caretInRich(surfaces.welcome, '实干实绩');
    await expect
      .poll(() => popup.getByRole('button', { name: '修复序号' }).getAttribute('class'), wait)
      .toContain('main');
    await popup.getByRole('button', { name: '修复序号' }).click();
    const changes = popup.locator('.changes li');
    await changes.first().waitFor(wait);
    expect(await changes.count()).toBe(1);
    expect(await changes.first().textContent()).toMatch(/四.*→.*三.*改进工作作风/);
    const heading = surfaces.welcome.locator('#rich .heading').last();
    expect(await heading.textContent()).toMatch(/^四、/);
    await popup.getByRole('button', { name: '应用' }).click();
    await expect.poll(() => heading.textContent(), wait).toMatch(/^三、改进工作作风/);
    await expect.poll(() => said().textContent(), wait).toContain('已调整 1 处');
    await surfaces.welcome.locator('#rich').focus();
    await surfaces.welcome.keyboard.press('Control+z');
    await expect.poll(() => heading.textContent(), wait).toMatch(/^四、改进工作作风/);
  });

  it('says what was checked, and how far the packs reach, where nothing is found', async () => {
    await surfaces.welcome.locator('#plain').click();
    await surfaces.welcome.keyboard.press('Control+a');
    await surfaces.welcome.keyboard.type('同志们，今天的会议到此结束。');
    await popup.getByText('未见需要改动之处').waitFor(wait);
    const page = await popup.locator('main').textContent();
    expect(page).toMatch(/已核对：过时提法、/);
    expect(page).toMatch(/提法依据更新至\d{4}年\d+月\d+日/);
    await surfaces.welcome.keyboard.press('Control+a');
    await surfaces.welcome.keyboard.press('Delete');
    await popup.getByText('编辑区里还没有可以核对的文字').waitFor(wait);
  });

  it('leaves the keys to the input method while it composes', async () => {
    const before = await surfaces.welcome.locator('#plain').inputValue();
    const session = await surfaces.harness.context.newCDPSession(popup);
    await session.send('Input.imeSetComposition', { text: 'sgys', selectionStart: 4, selectionEnd: 4 });
    await answered(popup);
    await popup.getByRole('option').first().waitFor(wait);
    await popup.evaluate(() => {
      const box = document.activeElement;
      box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    });
    await session.send('Input.insertText', { text: '四个意识' });
    await expect.poll(() => box().inputValue(), wait).toBe('四个意识');
    await answered(popup);
    expect(await surfaces.welcome.locator('#plain').inputValue()).toBe(before);
    await popup.keyboard.press('Enter');
    await expect.poll(() => surfaces.welcome.locator('#plain').inputValue(), wait).not.toBe(before);
  });

  it('opens the side panel and makes way for it', async () => {
    const closed = popup.waitForEvent('close', wait);
    await popup.getByRole('button', { name: '打开侧边栏' }).click();
    await closed;
    const worker = await surfaces.harness.worker();
    const panels = () =>
      worker.evaluate(
        "chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((all) => all.length)",
      );
    await expect.poll(panels, wait).toBe(1);
  });

  it('hides the marks of the page and shows them again', async () => {
    const marks = () =>
      surfaces.welcome.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    await expect.poll(marks, wait).toBeGreaterThan(0);
    await popup.getByRole('button', { name: '隐藏本页标记' }).click();
    await expect.poll(marks, wait).toBe(0);
    await popup.getByRole('button', { name: '显示本页标记' }).click();
    await expect.poll(marks, wait).toBeGreaterThan(0);
  });
});
