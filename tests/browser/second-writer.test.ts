import { expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';
import { paintedMarks } from './marks-view.ts';

interface SharedPage extends Window {
  writeAlong(): () => number;
  agree(): boolean;
  stopWriting?: () => number;
}

const harness = useHarness();
const words = '环保局';
const right = '生态环境局';
const fix = `改为“${right}”`;

/** A fix from the card while a second writer writes above and below it. Returns the model before and after. */
async function fixBesideAnother() {
  const page = await harness.openTest('tiptap-shared.html?draft=shapes');
  const mark = async () => (await paintedMarks(page)).find(({ text }) => text === words);
  await expect.poll(mark, wait).toBeDefined();
  const model = () => page.evaluate(() => window.editorPage.model());
  const before = await model();
  const view = await ShadowView.of(page);
  const { x = 0, y = 0 } = (await mark()) ?? {};
  await page.mouse.click(x, y);
  await view.waitForText(fix);
  await page.evaluate(() => {
    const shared = window as unknown as SharedPage;
    shared.stopWriting = shared.writeAlong();
  });
  await view.click(fix);
  await expect.poll(model, wait).toContain(right);
  await view.waitForNone();
  const times = await page.evaluate(() => (window as unknown as SharedPage).stopWriting?.() ?? 0);
  const agree = () => page.evaluate(() => (window as unknown as SharedPage).agree());
  return { page, before, after: await model(), times, agree, model };
}

it('a fix and what a second writer writes meanwhile are both right in the end', async () => {
  const { page, before, after, times, agree, model } = await fixBesideAnother();
  expect(times).toBeGreaterThan(0);
  const beside = (text: string) => `${'甲'.repeat(times)}${text}${'乙'.repeat(times)}`;
  expect(after).toBe(beside(before.replace(words, right)));
  expect(await agree()).toBe(true);
  // The caret stands behind the new words.
  await page.keyboard.type('稿');
  await expect.poll(model, wait).toBe(beside(before.replace(words, `${right}稿`)));
  for (let press = 0; press < 2 && (await model()).includes(right); press++)
    await page.keyboard.press('Control+z');
  await expect.poll(model, wait).toBe(beside(before));
  expect(await agree()).toBe(true);
});
