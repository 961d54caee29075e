import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startHarness } from './harness.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.close());

it('settles ambiguous hits by segmentation, loaded in the worker on the first of them', async () => {
  const page = await harness.open('textarea.html?empty');
  await page.locator('#editor').click();
  await page.keyboard.insertText('县环保局要抓好整改。\n城区环保局部改造要加快。\n推进基层党建全覆盖。\n');
  await waitForMarks(page, ['环保局']);
  // Nothing else comes late, when the segmenter is up.
  await page.waitForTimeout(1_500);
  expect((await paintedMarks(page)).map(({ text }) => text)).toEqual(['环保局']);
});
