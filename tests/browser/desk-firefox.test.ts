import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, type FirefoxHarness, pageAt, startFirefox } from './firefox.ts';
import { wait } from './fixture.ts';

const draft = '同志们：\n深入学习贯彻党的十九大精神。';
const fixedDraft = draft.replace('十九大', '二十大');
let harness: FirefoxHarness;

beforeAll(async () => {
  harness = await startFirefox();
});
afterAll(() => harness?.close());

const textIn = (page: Page) =>
  expect.poll(
    () => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#desk-text')?.value ?? ''),
    wait,
  );

it('the desk in Firefox is there again after closing, and the same in panel and tab', async () => {
  const panel = await harness.openOwn('sidepanel');
  await panel.setViewport({ width: 400, height: 700 });
  await click(panel, '#desk-tab');
  await click(panel, '#desk-text');
  await panel.keyboard.type(draft);
  await panel.waitForSelector('#desk-panel .finding', wait);
  await panel.close();

  const again = await harness.openOwn('sidepanel');
  await again.setViewport({ width: 400, height: 700 });
  await textIn(again).toBe(draft);
  await click(again, '.in-tab');
  const tab = await pageAt(harness.browser, '/sidepanel.html?desk');
  await textIn(tab).toBe(draft);
  await click(tab, 'button::-p-text(改为“党的二十大”)');
  await textIn(tab).toBe(fixedDraft);
  await textIn(again).toBe(fixedDraft);
  await again.bringToFront();
  await click(again, 'button::-p-text(清空)');
  await textIn(tab).toBe('');
});
