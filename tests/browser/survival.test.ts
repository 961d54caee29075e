import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness } from './fixture.ts';
import { startHarness } from './harness.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

const faults = ['党的十九大', '工商局', '四、'];
const fault = '我们要深入学习贯彻党的十九大精神。';

const harness = useHarness();
let page: Page;

/** What the page answers the popup. */
async function stateOf(
  address: string,
): Promise<{ field: null | { text: string; check: unknown; declined: unknown } }> {
  const worker = await harness.worker();
  return await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${address}*`)} });
    return await chrome.tabs.sendMessage(tab.id, { type: 'page-state' }, { frameId: 0 });
  })()`);
}

describe('the check in a page survives', () => {
  it('a worker that is stopped between two keystrokes', async () => {
    page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('我们要深入学习贯彻');
    await harness.stopWorker();
    await page.keyboard.type('党的十九大精神。');
    await waitForMarks(page, [...faults, '党的十九大']);
    await harness.stopWorker();
    await page.keyboard.press('Enter');
    await page.keyboard.type(fault);
    await waitForMarks(page, [...faults, '党的十九大', '党的十九大']);
  });

  it('a worker that is stopped between two changes, and knows nothing of the text around them', async () => {
    page = await harness.openTest('textarea.html?empty');
    await page.locator('#editor').click();
    await page.keyboard.insertText(`${fault}\n坚持问题导向。\n${fault}`);
    await waitForMarks(page, ['党的十九大', '党的十九大']);
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText(`${fault}\n`);
    await waitForMarks(page, ['党的十九大', '党的十九大', '党的十九大']);
    await harness.stopWorker();
    await page.keyboard.insertText('市工商局牵头。\n');
    await waitForMarks(page, ['党的十九大', '工商局', '党的十九大', '党的十九大']);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('四个伟大');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    await waitForMarks(page, ['工商局', '党的十九大', '党的十九大']);
  });

  it('an empty field, and checks it from its first words on', async () => {
    page = await harness.openTest('textarea.html?empty');
    await page.locator('#editor').click();
    expect(await paintedMarks(page)).toEqual([]);
    await page.keyboard.type(fault);
    await waitForMarks(page, ['党的十九大']);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await waitForMarks(page, []);
  });

  it('lone surrogates, whose neighbours are found and fixed', async () => {
    page = await harness.openTest('textarea.html?empty');
    const view = await ShadowView.of(page);
    const text = `\ud83d开头。${fault}结尾\udc00。`;
    await page.locator('#editor').evaluate((field: HTMLTextAreaElement, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    const [mark] = await waitForMarks(page, ['党的十九大']);
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    await view.waitForText('往届');
    await view.click('改为“党的二十大”');
    await view.waitForNone();
    expect(await page.evaluate(() => window.editorPage.model())).toBe(text.replace('十九大', '二十大'));
  });

  it('a text too long, which it declines in words', async () => {
    page = await harness.openTest('textarea.html?empty');
    await page.locator('#editor').evaluate((field: HTMLTextAreaElement, value) => {
      field.value = value.repeat(Math.ceil(210_000 / value.length));
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, fault);
    await expect
      .poll(async () => (await stateOf(page.url())).field, { timeout: 10_000 })
      .toMatchObject({ check: null, declined: expect.stringContaining('万字') });
    expect(await paintedMarks(page)).toEqual([]);
  });

  it('an index that was deleted under it', async () => {
    page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    const worker = await harness.worker();
    await worker.evaluate(`(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    })()`);
    await harness.stopWorker();
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(fault);
    await waitForMarks(page, [...faults, '党的十九大']);
  });
});

describe('the check in a page is not ended', () => {
  it('by an event that the page sends in the name of a newer script', async () => {
    page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    const worker = await harness.worker();
    const id: unknown = await worker.evaluate('chrome.runtime.id');
    await page.evaluate((extension) => {
      const type = `${extension}:writing:wxt:content-script-started`;
      const detail = { contentScriptName: 'writing', messageId: 'newer' };
      document.dispatchEvent(new CustomEvent(type, { detail }));
      window.postMessage({ type, ...detail }, '*');
    }, id);
    await page.waitForTimeout(200);
    await waitForMarks(page, faults);
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(fault);
    await waitForMarks(page, [...faults, '党的十九大']);
  });

  it('or doubled by a second start, after which the newer one goes on alone', async () => {
    page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    const worker = await harness.worker();
    await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
      const files = ['/writing.js'];
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files });
    })()`);
    await page.waitForTimeout(300);
    await waitForMarks(page, faults);
    await page.locator('#editor').fill(fault);
    await waitForMarks(page, ['党的十九大']);
    // The page's own two children, and one mirror.
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
  });
});

describe('an extension that is updated under an open page', () => {
  it('takes its marks and card away and says so once', async () => {
    const own = await startHarness();
    const open = await own.open('plain.html');
    const view = await ShadowView.of(open);
    const [mark] = await waitForMarks(open, faults);
    await open.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
    await view.waitForText('往届');
    const worker = await own.worker();
    await worker.evaluate('chrome.runtime.reload()').catch(() => 'the worker is gone');
    await open.waitForTimeout(800);
    await open.locator('#editor h1').click();
    await open.keyboard.type('稿');
    await view.waitForText('稿准已更新，刷新页面后继续检查。', 'notice');
    expect(await view.text()).toBeNull();
    expect(await paintedMarks(open)).toEqual([]);
    await view.click('关闭', 'notice');
    expect(await view.text('notice')).toBeNull();
    await open.keyboard.type('件');
    await open.waitForTimeout(600);
    expect(await view.text('notice')).toBeNull();
    await own.close();
  });
});
