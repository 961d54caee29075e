import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './fixture.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

const harness = useHarness();
let page: Page;

it('settles ambiguous hits by segmentation, loaded in the worker on the first of them', async () => {
  page = await harness.openTest('textarea.html?empty');
  await page.locator('#editor').click();
  await page.keyboard.insertText('市环保局要抓好整改。\n城区环保局部改造要加快。\n推进基层党建全覆盖。\n');
  await waitForMarks(page, ['环保局']);
  // Nothing else comes late, when the segmenter is up.
  await page.waitForTimeout(1_500);
  expect((await paintedMarks(page)).map(({ text }) => text)).toEqual(['环保局']);
});

it('marks what is certain at once, while a worker that has just started loads the segmenter', async () => {
  page = await harness.openTest('textarea.html?empty');
  await harness.stopWorker();
  await page.locator('#editor').click();
  await record(page);
  await page.keyboard.insertText('要深入贯彻党的十九大精神。\n市环保局要抓好整改。\n');
  await waitForMarks(page, ['党的十九大', '环保局']);
  const seen = await recorded(page);
  expect(seen).toContain('党的十九大');
  expect(seen.at(-1)).toBe('党的十九大 环保局');
});

it('keeps the marks that wait for the segmenter when the worker was stopped', async () => {
  page = await harness.openTest('textarea.html?empty');
  await page.locator('#editor').click();
  await page.keyboard.insertText('市环保局要抓好整改。\n');
  await waitForMarks(page, ['环保局']);
  await harness.stopWorker();
  await record(page);
  await page.keyboard.insertText('要深入贯彻党的十九大精神。\n');
  await waitForMarks(page, ['环保局', '党的十九大']);
  expect((await recorded(page)).filter((marks) => !marks.startsWith('环保局'))).toEqual([]);
});

/** Notes at each frame which words are marked. */
async function record(target: Page): Promise<void> {
  await target.evaluate(() => {
    const seen: string[] = [];
    (window as unknown as { seen: string[] }).seen = seen;
    const note = () => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      const words = ranges
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        .map((range) => range.toString())
        .join(' ');
      if (seen.at(-1) !== words) seen.push(words);
      requestAnimationFrame(note);
    };
    note();
  });
}

function recorded(target: Page): Promise<string[]> {
  return target.evaluate(() => (window as unknown as { seen: string[] }).seen);
}
