import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness } from './fixture.ts';
import { linesIn, paintedMarks, waitForMarks } from './marks-view.ts';

const harness = useHarness();
const faults = ['党的十九大', '工商局', '四、'];
const editors = ['plain.html', 'textarea.html'];

/** Hides the marks, or shows them again. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await (await harness.worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
    await chrome.tabs.sendMessage(tab.id, { type: 'page-hide', hidden: ${hidden} });
  })()`);
}

describe('on paper', () => {
  it.each(editors)('nothing of ours stands in %s, and no card over it', async (name) => {
    const page = await harness.openTest(name);
    const [mark] = await waitForMarks(page, faults);
    const view = await ShadowView.of(page);
    const look = async () => (await page.screenshot({ caret: 'hide' })).toString('base64');
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    await view.waitForText('往届提法');
    await page.emulateMedia({ media: 'print' });
    const printed = await look();
    await page.emulateMedia({ media: 'screen' });
    expect((await look()) === printed).toBe(false);
    await page.mouse.move(880, 740);
    await hide(page, true);
    await waitForMarks(page, []);
    await page.emulateMedia({ media: 'print' });
    expect((await look()) === printed).toBe(true);
  });
});

describe('in forced colours', () => {
  it.each(['plain.html', 'textarea.html'])(
    'each level of mark in %s has its own line under its words',
    async (name) => {
      const page = await harness.openTest(name);
      const view = await ShadowView.of(page);
      const marks = await waitForMarks(page, faults);
      await page.emulateMedia({ forcedColors: 'active' });
      await expect.poll(async () => (await linesIn(page)).length).toBeGreaterThanOrEqual(faults.length);
      expect(await paintedMarks(page)).toEqual([]);
      const lines = await linesIn(page);
      for (const { look, x, y } of marks) {
        // Words in two elements have a line in each.
        const under = lines.filter(
          ({ left, width, bottom }) => left <= x && x <= left + width && bottom > y && bottom < y + 30,
        );
        expect(new Set(under.map((line) => line.look))).toEqual(new Set([look]));
      }
      const [first] = marks;
      await page.mouse.click(first?.x ?? 0, first?.y ?? 0);
      await view.waitForText('往届提法');
      await view.click('改为“党的二十大”');
      await expect
        .poll(async () => (await linesIn(page)).filter(({ look }) => look !== 'active').length)
        .toBe(2);
      await page.emulateMedia({ forcedColors: 'none' });
      await waitForMarks(page, faults.slice(1));
      expect(await linesIn(page)).toEqual([]);
    },
  );

  it('the lines go with the words when the page scrolls, and are there at once in a page that opens so', async () => {
    const page = await harness.openTest('plain.html');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.reload();
    await page.waitForFunction(() => 'editorPage' in window);
    await expect
      .poll(async () => (await linesIn(page)).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(faults.length);
    await page.setViewportSize({ width: 900, height: 300 });
    const top = async () => (await linesIn(page)).at(-1)?.bottom ?? 0;
    const before = await top();
    await page.evaluate(() => scrollBy(0, 80));
    await expect.poll(async () => Math.round(before - (await top()))).toBe(80);
  });
});
