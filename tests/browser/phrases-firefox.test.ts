import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cardText } from './card-bidi.ts';
import { click, type FirefoxHarness, press, startFirefox } from './firefox.ts';
import { wait } from './fixture.ts';

let harness: FirefoxHarness;
const opened: Page[] = [];

beforeAll(async () => {
  harness = await startFirefox();
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});
afterAll(() => harness?.close());

const closeLater = (page: Page): Page => {
  opened.push(page);
  return page;
};
const textOf = (page: Page) =>
  page.evaluate(() => {
    const editor = document.querySelector<HTMLTextAreaElement>('textarea');
    return editor?.value ?? document.querySelector<HTMLElement>('[contenteditable=true]')?.textContent ?? '';
  });
/** What the window of phrases in the page shows; null while it is closed. */
const rows = (page: Page) => cardText(harness.browser, page);
/** Long enough for a window to come that should not. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_200));
const said = (panel: Page) =>
  panel.evaluate(() => document.querySelector('#phrases-panel .foot [role=status]')?.textContent ?? '');

/** A test page with its editor empty and the caret in it. */
async function emptyEditor(name: string): Promise<Page> {
  const page = closeLater(await harness.browser.newPage());
  await page.goto(`${harness.address}/${name}.html`);
  await click(page, 'textarea, [contenteditable=true]');
  await page.waitForFunction(
    () => CSS.highlights.size > 0 || document.querySelector('html > div') !== null,
    wait,
  );
  await press(page, 'Control+a');
  await page.keyboard.press('Delete');
  return page;
}

/** Opens the tab of phrases in the panel, which follows the tab in front, and has it search. */
async function find(panel: Page, query: string): Promise<void> {
  await click(panel, '#phrases-tab');
  await click(panel, '#phrases-panel [role=combobox]');
  await press(panel, 'Control+a');
  await panel.keyboard.type(query);
  await panel.waitForSelector('#results[aria-busy=false] [role=option] em', wait);
}

async function switchSlashes(on: boolean): Promise<void> {
  const options = await harness.openOwn('options');
  const isOn = () =>
    options.evaluate(() => {
      const labels = [...document.querySelectorAll('label.switch')];
      const found = labels.find(({ textContent }) => textContent.includes('//'))?.querySelector('input');
      found?.setAttribute('data-slashes', '');
      return String(found?.checked);
    });
  await expect.poll(isOn, wait).toMatch(/true|false/);
  if ((await isOn()) !== String(on)) await click(options, '[data-slashes]');
  await expect.poll(isOn, wait).toBe(String(on));
  await options.close();
}

describe('phrases in Firefox', () => {
  it('go from the side panel to the caret of the page, by a click and by Enter', async () => {
    const page = await emptyEditor('textarea');
    await page.keyboard.type('要增强。');
    await page.keyboard.press('ArrowLeft');
    const panel = closeLater(await harness.openOwn('sidepanel'));
    await panel.setViewport({ width: 400, height: 700 });
    // In a tab, the panel follows the tab in front.
    await page.bringToFront();
    await find(panel, 'sgys');
    await click(panel, '#phrases-panel [role=option]');
    await expect.poll(() => textOf(page), wait).toBe('要增强“四个意识”。');
    await expect.poll(() => said(panel), wait).toBe('已插入：“四个意识”');
    await panel.keyboard.press('Enter');
    await expect.poll(() => textOf(page), wait).toBe('要增强“四个意识”“四个意识”。');
  });

  it('go from the side panel to the caret of the desk, which the author came from', async () => {
    const panel = closeLater(await harness.openOwn('sidepanel'));
    await panel.setViewport({ width: 400, height: 700 });
    await click(panel, '#desk-tab');
    await click(panel, '#desk-text');
    await press(panel, 'Control+a');
    await panel.keyboard.press('Delete');
    await panel.keyboard.type('要增强。');
    await panel.keyboard.press('ArrowLeft');
    await find(panel, 'sgys');
    await click(panel, '#phrases-panel [role=option]');
    await expect.poll(() => said(panel), wait).toBe('已插入文稿台：“四个意识”');
    await expect.poll(() => textOf(panel), wait).toBe('要增强“四个意识”。');
  });

  it('are found behind // at the caret, and one undo brings back what was typed', async () => {
    await switchSlashes(true);
    for (const name of ['textarea', 'plain', 'tiptap', 'quill']) {
      const page = await emptyEditor(name);
      await page.keyboard.type('要增强//sgys');
      await expect.poll(() => rows(page), { ...wait, message: name }).toContain('“四个意识”');
      // Editors take what follows within a second for the same step of undo.
      await settle();
      await page.keyboard.press('Enter');
      await expect.poll(() => textOf(page), { ...wait, message: name }).toMatch(/^要增强“四个意识”\s*$/);
      await press(page, 'Control+z');
      await expect.poll(() => textOf(page), { ...wait, message: name }).toMatch(/^要增强\/\/sgys\s*$/);
    }
  });

  it('leave slashes alone at Escape, behind a colon, and where they are switched off', async () => {
    await switchSlashes(true);
    const page = await emptyEditor('textarea');
    await page.keyboard.type('要//sgys');
    await expect.poll(() => rows(page), wait).toContain('“四个意识”');
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page), wait).toBeNull();
    await page.keyboard.press('Enter');
    expect(await textOf(page)).toBe('要//sgys\n');
    await page.keyboard.type('网址：//sgys');
    await settle();
    expect(await rows(page)).toBeNull();
    await page.keyboard.press('Enter');
    expect(await textOf(page)).toBe('要//sgys\n网址：//sgys\n');
    await switchSlashes(false);
    await page.bringToFront();
    await page.keyboard.type('要//sgys');
    await settle();
    await page.keyboard.press('Enter');
    expect(await textOf(page)).toBe('要//sgys\n网址：//sgys\n要//sgys\n');
  });
});
