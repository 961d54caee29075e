import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';

const fault = '我们要深入学习贯彻党的十九大精神。';
/** Nearly as long as a draft may be. Its first paragraph holds what takes longest, and nothing that is marked. */
const long = `${'党的十九大、'.repeat(32_000)}\n${fault}`;

const harness = useHarness();

async function openEmpty(): Promise<Page> {
  const page = await harness.openTest('textarea.html?empty');
  await page.locator('#editor').click();
  return page;
}

async function put(page: Page, text: string): Promise<void> {
  await page.locator('#editor').evaluate((box, value) => {
    (box as HTMLTextAreaElement).value = value;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

/** The time at which so many marks are painted in a page, ms. */
async function timeOfMarks(page: Page, count: number): Promise<number> {
  const at = await page.waitForFunction(
    (wanted) => {
      const marks = [...CSS.highlights].filter(([name]) => /-(?:error|warning|hint)$/u.test(name));
      const all = marks.reduce((sum, [, highlight]) => sum + highlight.size, 0);
      return all >= wanted ? Date.now() : false;
    },
    count,
    { polling: 20, timeout: 60_000 },
  );
  return Number(await at.jsonValue());
}

describe('a tab with a draft that takes long', () => {
  it('does not hold another tab: that is answered between two pieces', async () => {
    const first = await openEmpty();
    const other = await openEmpty();
    await put(other, fault);
    await waitForMarks(other, ['党的十九大']);
    await put(first, long);
    await put(other, `${fault}\n${fault}`);
    const [afterOther, afterLong] = await Promise.all([timeOfMarks(other, 2), timeOfMarks(first, 1)]);
    expect(afterOther).toBeLessThan(afterLong);
  });
});
