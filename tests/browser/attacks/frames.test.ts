import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from '../fixture.ts';
import { paintedMarks } from '../marks-view.ts';
import { addressOf, faults, takeOwn, text } from './stage.ts';

/* A frame that takes the focus by script gets no phrase that the author inserts by the popup. */

const surfaces = useSurfaces();
beforeAll(() => takeOwn(surfaces));

/** Opens the page with another of its kind in a frame, both with their marks. */
async function openWith(source: string): Promise<{ page: Page; frame: Frame }> {
  const page = surfaces.closeLater(await surfaces.harness.context.newPage());
  await page.goto(addressOf(surfaces));
  await page.bringToFront();
  await page.evaluate((src) => {
    const made = document.createElement('iframe');
    made.style.cssText = 'width: 700px; height: 300px';
    made.src = src;
    document.body.append(made);
  }, source);
  await expect.poll(async () => (await paintedMarks(page)).length, wait).toBe(faults.length * 2);
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (frame === undefined) throw new Error('There is no frame.');
  return { page, frame };
}

/** Inserts words as the popup does: into the frame that was used last. */
async function insertAsPopup(page: Page, words: string): Promise<void> {
  const worker = await surfaces.harness.worker();
  await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
    const key = 'frame:' + tab.id;
    const { [key]: frameId } = await chrome.storage.session.get(key);
    await chrome.tabs.sendMessage(tab.id, { type: 'page-insert', text: ${JSON.stringify(words)} }, { frameId });
  })()`);
}

const steals: Readonly<Record<string, string>> = {
  'once a moment': `setInterval(() => { window.focus(); document.querySelector('#editor').focus(); window.stolen = (window.stolen ?? 0) + 1; }, 100)`,
  'as soon as it loses it': `window.addEventListener('blur', () => setTimeout(() => { window.focus(); document.querySelector('#editor').focus(); window.stolen = (window.stolen ?? 0) + 3; }, 0)); window.focus(); document.querySelector('#editor').focus(); window.stolen = 3`,
  'with an input that nobody made': `setInterval(() => { const at = document.querySelector('#editor'); window.focus(); at.focus(); document.execCommand('insertText', false, '框'); at.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })); at.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })); window.stolen = (window.stolen ?? 0) + 1; }, 100)`,
};
const places: Readonly<Record<string, (address: string) => string>> = {
  'of the same site': (address) => address,
  'of another site': (address) => address.replace('127.0.0.1', 'editor.localhost'),
};

describe.each(Object.entries(places))('a frame %s', (_place, at) => {
  it.each(Object.entries(steals))('that takes the focus %s gets no phrase', async (_, steal) => {
    const { page, frame } = await openWith(at(addressOf(surfaces, 'plain')));
    await page.locator('#editor p').last().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('新');
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toBe(`${text}新`);
    await frame.evaluate(steal);
    await expect.poll(() => frame.evaluate<number>('window.stolen ?? 0'), wait).toBeGreaterThanOrEqual(3);
    const before = await frame.evaluate(() => window.editorPage.model());
    await insertAsPopup(page, '机密的话');
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('机密的话');
    expect(await frame.evaluate(() => window.editorPage.model())).not.toContain('机密的话');
    expect(before).not.toContain('机密的话');
  });

  it('in which the author is gets the phrase', async () => {
    const { page, frame } = await openWith(at(addressOf(surfaces, 'plain')));
    await frame.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('新');
    await expect
      .poll(async () => {
        const model = await frame.evaluate(() => window.editorPage.model());
        if (!model.includes('机密的话')) await insertAsPopup(page, '机密的话');
        return await frame.evaluate(() => window.editorPage.model());
      }, wait)
      .toContain('机密的话');
    expect(await page.evaluate(() => window.editorPage.model())).toBe(text);
  });
});
