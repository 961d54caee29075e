import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { ownWorld } from './own-world.ts';

const count = 500;
const words = '党的十九大';
const body =
  '坚持问题导向，聚焦群众反映强烈的难点堵点，一项一项抓整改、一件一件抓落实，确保件件有着落、事事有回音。';
const lines = Array.from(
  { length: count },
  (_, i) => `第${i + 1}项工作，要深入学习贯彻${words}精神，${body}`,
);

const harness = useHarness();
let page: Page;

async function openLong(kind: 'plain' | 'textarea'): Promise<void> {
  page = await harness.openTest(`${kind}.html`);
  await page.evaluate((all) => {
    const field = document.querySelector<HTMLElement>('#editor');
    if (field === null) return;
    field.style.cssText += ';height: 500px; overflow: auto';
    if (field instanceof HTMLTextAreaElement) {
      field.value = all.join('\n');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else field.innerHTML = all.map((line) => `<p>${line}</p>`).join('');
  }, lines);
  await waitForMarks(
    page,
    Array.from({ length: count }, () => words),
  );
}

describe.each(['plain', 'textarea'] as const)('in a long draft (%s)', (kind) => {
  it('scrolling asks for the place of no mark', async () => {
    await openLong(kind);
    const world = await ownWorld(page);
    await world.evaluate(`{
      globalThis.asked = 0;
      for (const name of ['getClientRects', 'getBoundingClientRect', 'setStart', 'setEnd']) {
        const real = Range.prototype[name];
        Range.prototype[name] = function (...all) { asked++; return real.apply(this, all); };
      }
    }`);
    await page.locator('#editor').hover();
    // What lies under a pointer that rests is asked for, once.
    await page.waitForTimeout(600);
    await world.evaluate('asked = 0');
    for (let i = 0; i < 20; i++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(30);
    }
    expect(await page.locator('#editor').evaluate((field) => field.scrollTop)).toBeGreaterThan(2_000);
    expect(await world.evaluate<number>('asked')).toBe(0);
    await page.locator('#editor').focus();
    await page.keyboard.insertText('要深入学习贯彻党的十九大精神。');
    await page.waitForTimeout(900);
    // The count counts: a new mark has its place set.
    expect(await world.evaluate<number>('asked')).toBeGreaterThan(0);
  });

  it('the marks of untouched paragraphs never vanish while somebody types', async () => {
    await openLong(kind);
    await page.locator('#editor').evaluate((field) => {
      if (field instanceof HTMLTextAreaElement) field.setSelectionRange(3, 3);
      else getSelection()?.collapse(field.querySelector('p')?.firstChild ?? field, 3);
      field.focus({ preventScroll: true });
    });
    await page.evaluate((mark) => {
      const seen: number[] = [];
      const look = () => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
        seen.push(ranges.filter((range) => range.toString() === mark).length);
      };
      Object.assign(window, { seen, sampling: setInterval(look, 40) });
    }, words);
    for (let i = 0; i < 25; i++) await page.keyboard.type(i % 8 === 7 ? '\n' : '稿', { delay: 60 });
    await page.waitForTimeout(900);
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
    expect(seen.length).toBeGreaterThan(20);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(count - 1);
  });
});
