import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChromium } from './contract/chromium.ts';
import type { ContractPage, Driver } from './contract/driver.ts';
import { fieldOf, rest, until } from './contract/scene.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await startChromium();
});
afterAll(() => driver?.close());

const wordsOn = async (page: ContractPage) => (await page.marks()).map(({ text }) => text);
const marked = (page: ContractPage, words: string) =>
  until(
    `${words} was never marked`,
    () => wordsOn(page),
    (all) => all.includes(words),
  );

/** Shows a part of a draft, in which nothing may be said of headings or of their announced number. */
it.each([
  ['virtual.html', 'rows at their places'],
  ['virtual.html?way=spacer', 'blank boxes above and below'],
  ['codemirror6.html?long', 'the lines near the view'],
])('%s is known for a part of its draft by %s', async (name) => {
  const page = await driver.open(name);
  await marked(page, '工商局');
  const field = await fieldOf({ page });
  expect(field.complete).toBe(false);
  expect(field.check?.findings.map(({ rule }) => rule)).not.toContain('announced-count');
  const all = await wordsOn(page);
  expect(all).not.toContain('四、');
  await page.close();
});

it('keeps the marks of lines that stay in view while somebody scrolls, and never loses one', async () => {
  const page = await driver.open('virtual.html');
  await marked(page, '工商局');
  const lost = await page.evaluate(async () => {
    const scroller = document.querySelector('[contenteditable="true"]')?.parentElement;
    if (!scroller) throw new Error('No scroller.');
    let without = 0;
    for (let step = 0; step < 12; step++) {
      scroller.scrollTop += 15;
      await new Promise((resolve) => setTimeout(resolve, 40));
      const words = [...CSS.highlights.values()].flatMap((marks) => [...marks].map(String));
      if (!words.includes('工商局')) without++;
    }
    return without;
  });
  expect(lost).toBe(0);
  await page.close();
});

it('changes no two lines of a part at once', async () => {
  const page = await driver.open('virtual.html');
  await marked(page, '工商局');
  const { text } = await fieldOf({ page });
  const before = await page.evaluate(() => window.editorPage.model());
  const start = text.indexOf('同志们');
  const end = text.indexOf('今天') + 2;
  const answer = await page.ask({
    type: 'page-apply',
    edits: [{ start, end, text: '各位' }],
    expected: text,
  });
  expect(answer).toHaveProperty('fault');
  await rest(200);
  expect(await page.evaluate(() => window.editorPage.model())).toBe(before);
  await page.close();
});
