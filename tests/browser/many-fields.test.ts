import { describe, expect, it } from 'vitest';
import { useHarness, wait } from './fixture.ts';
import { paintedMarks } from './marks-view.ts';
import { noteRequests } from './old-draft.ts';

const harness = useHarness();

/** A page with many editors of one line, a finding in each. */
async function pageWith(count: number) {
  const noted = await noteRequests(harness);
  const page = await harness.openTest('no-editor.html');
  await page.evaluate((most) => {
    const made = document.createElement('div');
    for (let at = 0; at < most; at++) {
      const field = document.createElement('div');
      field.contentEditable = 'true';
      field.textContent = `第${at}处要深入学习贯彻党的十九大精神。`;
      made.append(field);
    }
    document.body.prepend(made);
  }, count);
  const checks = async () => (await noted()).filter((type) => type === 'check').length;
  return { page, checks };
}

describe('a page with hundreds of fields', () => {
  it('has those in view checked, and no others', async () => {
    const { page, checks } = await pageWith(600);
    await expect.poll(async () => (await paintedMarks(page)).length, wait).toBeGreaterThan(10);
    await page.waitForTimeout(1_500);
    expect(await checks()).toBeLessThan(150);
  });

  it('has a field checked when it comes into view', async () => {
    const { page } = await pageWith(600);
    await expect.poll(async () => (await paintedMarks(page)).length, wait).toBeGreaterThan(10);
    const before = (await paintedMarks(page)).length;
    await page.mouse.move(200, 200);
    await page.mouse.wheel(0, 6_000);
    await expect.poll(async () => (await paintedMarks(page)).length, wait).toBeGreaterThan(before);
  });

  it('has a field checked that gets the focus, wherever it is', async () => {
    const { page } = await pageWith(600);
    await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>('[contenteditable]');
      all[all.length - 1]?.focus({ preventScroll: true });
    });
    await page.keyboard.insertText('市工商局要牵头。');
    const words = () =>
      page.evaluate(() =>
        [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => `${range}`)),
      );
    await expect.poll(words, wait).toContain('工商局');
  });
});
