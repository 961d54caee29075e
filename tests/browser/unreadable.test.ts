import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { draftText } from './pages/draft.ts';

/** The middle of a text that is taller than its editor lies outside of it; how tall it is hangs on the fonts. */
const firstLine = { position: { x: 40, y: 8 } };
const surfaces = useSurfaces();

const open = (name: string) => surfaces.openTest(name);

/** What the page answers popup and side panel. */
async function stateOf(page: Page): Promise<{ field: unknown; unreadable?: string }> {
  const worker = await surfaces.harness.worker();
  return await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
    return await chrome.tabs.sendMessage(tab.id, { type: 'page-state' }, { frameId: 0 });
  })()`);
}

describe.each([
  ['canvas-worker', 'canvas', 'canvas', {}],
  ['monaco', 'monaco', '.view-lines', firstLine],
  ['codemirror5', 'codemirror5', '.CodeMirror-lines', firstLine],
] as const)('%s', (name, kind, place, where) => {
  it('is recognised before and after the author goes into it, and nothing is marked', async () => {
    const page = await open(`${name}.html`);
    await expect.poll(async () => (await stateOf(page)).unreadable, wait).toBe(kind);
    await page.locator(place).first().click(where);
    await page.keyboard.type('党的十九大精神');
    await page.waitForTimeout(600);
    expect(await stateOf(page)).toMatchObject({ field: null, unreadable: kind });
    await waitForMarks(page, []);
  });

  it('makes way for a field that can be read, and comes back with the author', async () => {
    const page = await open(`${name}.html`);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'beside';
      field.value = '要深入学习贯彻党的十九大精神。';
      document.body.prepend(field);
    });
    await waitForMarks(page, ['党的十九大']);
    expect((await stateOf(page)).field).toMatchObject({ kind: 'textarea' });
    await page.locator(place).first().click(where);
    await expect.poll(() => stateOf(page), wait).toMatchObject({ field: null, unreadable: kind });
    await page.locator('#beside').click();
    await expect.poll(async () => (await stateOf(page)).unreadable, wait).toBeUndefined();
    await waitForMarks(page, ['党的十九大']);
  });

  it('gives its whole text to a copy', async () => {
    const page = await open(`${name}.html`);
    await page.locator(place).first().click(where);
    // The editor on the canvas takes a moment until keys reach it.
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const box = await open('textarea.html?empty');
    await box.locator('#editor').click();
    await box.keyboard.press('Control+v');
    expect(await box.locator('#editor').inputValue()).toBe(draftText);
  });
});

describe('an editor whose drawing cannot be read', () => {
  it('takes its draft back from the desk, checked and repaired', async () => {
    const page = await open('canvas-worker.html');
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 760 }));
    await page.bringToFront();
    await panel.getByText('画在画布上').waitFor(wait);
    await page.locator('canvas').first().click();
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');

    await panel.getByRole('button', { name: '打开文稿台' }).click();
    const sheet = panel.getByRole('textbox', { name: '文稿', exact: true });
    await sheet.click();
    await panel.keyboard.press('Control+v');
    await panel.getByRole('button', { name: '党的二十大' }).first().click(wait);
    const right = draftText.replace('十九大', '二十大');
    await expect.poll(() => sheet.inputValue(), wait).toBe(right);
    await panel.getByRole('button', { name: /复制/ }).first().click();
    await panel.waitForTimeout(300);

    await page.bringToFront();
    await page.locator('canvas').first().click();
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toBe(right);
  });

  it('is told from a chart beside a text box', async () => {
    const page = await open('textarea.html');
    await page.evaluate(() => {
      const chart = document.createElement('canvas');
      chart.style.cssText = 'width: 500px; height: 300px';
      document.body.append(chart);
    });
    await page.waitForTimeout(700);
    const { field, unreadable } = await stateOf(page);
    expect(field).not.toBeNull();
    expect(unreadable).toBeUndefined();
  });

  it('is recognised where a frame out of sight takes its keys', async () => {
    const page = await open('no-editor.html');
    const popup = surfaces.closeLater(await surfaces.open('popup'));
    await page.bringToFront();
    await page.evaluate(() => {
      const sheet = document.createElement('canvas');
      sheet.style.cssText = 'width: 600px; height: 500px; display: block';
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position: absolute; top: -10000px';
      document.body.prepend(sheet, frame);
      const inner = frame.contentDocument?.body;
      if (inner === undefined) return;
      inner.contentEditable = 'true';
      sheet.addEventListener('mousedown', (event) => {
        event.preventDefault();
        inner.focus();
      });
    });
    await page.locator('canvas').first().click();
    await popup.getByText('画在画布上').waitFor(wait);
    await page.keyboard.type('党的十九大精神');
    await page.waitForTimeout(700);
    await waitForMarks(page, []);
  });
});
