import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';

const fault = '要深入学习贯彻党的十九大精神。';
const faults = ['党的十九大', '工商局', '四、'];

const surfaces = useSurfaces();

const open = (name: string) => surfaces.openTest(name);
const addFrame = (page: Page) =>
  page.evaluate((words) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<body contenteditable="true"><p>${words}</p></body>`;
    document.body.append(frame);
  }, fault);

describe('one switch hides everything in a tab', () => {
  it('in its frames and on every page it comes to, and nowhere else', async () => {
    const other = await open('plain.html?other');
    const page = await open('plain.html');
    await addFrame(page);
    await waitForMarks(page, [...faults, '党的十九大']);
    const popup = surfaces.closeLater(await surfaces.open('popup'));
    await page.bringToFront();
    await popup.getByRole('button', { name: '隐藏' }).click(wait);
    await waitForMarks(page, []);
    await addFrame(page);
    await page.waitForTimeout(800);
    await waitForMarks(page, []);
    await page.goto(`${surfaces.harness.address}/textarea.html`);
    await page.waitForTimeout(1_200);
    await waitForMarks(page, []);
    await waitForMarks(other, faults);
    await popup.getByRole('button', { name: '显示' }).click(wait);
    await waitForMarks(page, faults);
    await page.goto(`${surfaces.harness.address}/plain.html`);
    await waitForMarks(page, faults);
  });

  it('by a shortcut, pressed once more to have them back', async () => {
    const page = await open('plain.html');
    await addFrame(page);
    await waitForMarks(page, [...faults, '党的十九大']);
    const worker = await surfaces.harness.worker();
    // The browser's own shortcuts are out of a test's reach: this is what it does for one.
    await worker.evaluate("chrome.commands.onCommand.dispatch('hide-tab')");
    await waitForMarks(page, []);
    await page.reload();
    await page.waitForTimeout(1_200);
    await waitForMarks(page, []);
    await worker.evaluate("chrome.commands.onCommand.dispatch('hide-tab')");
    await waitForMarks(page, faults);
  });
});

describe('“check the selection” in the context menu', () => {
  const handed = async (page: Page): Promise<unknown> => {
    const worker = await surfaces.harness.worker();
    return await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
      await chrome.storage.session.remove('desk-text');
      // A side panel that opens: the text waits for it.
      chrome.sidePanel.open = async () => undefined;
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-selection', selectionText: '…', frameId: 0 }, tab);
      for (;;) {
        const { 'desk-text': text } = await chrome.storage.session.get('desk-text');
        if (text !== undefined) return text;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })()`);
  };

  it('hands the selected words over with their line breaks', async () => {
    const page = await open('plain.html');
    await page.locator('#editor h2').first().click();
    await page.keyboard.press('Home');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+Home');
    const { text, name } = (await handed(page)) as { text: string; name: string };
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '一、提高思想认识',
      '要把思想统一到会议部署上来，一件一件抓好落实。',
    ]);
    expect(name).toBe('plain');
  });

  it('hands over what is selected in a text box', async () => {
    const page = await open('textarea.html');
    await page.locator('#editor').click();
    await page.keyboard.press('Control+a');
    const { text } = (await handed(page)) as { text: string };
    expect(text).toBe(await page.locator('#editor').inputValue());
  });
});
