import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardText, clickCard } from './card-bidi.ts';
import { type FirefoxHarness, startFirefox } from './firefox.ts';
import { wait } from './fixture.ts';
import { painted } from './marks-view.ts';

let harness: FirefoxHarness;
let page: Page;
const fix = '改为“党的二十大”';

beforeAll(async () => {
  harness = await startFirefox();
});
afterAll(() => harness?.close());

const isFixed = () => page.evaluate(() => String(window.editorPage.model()).includes('党的二十大精神'));
const card = () => cardText(harness.browser, page);

beforeEach(async () => {
  page = await harness.browser.newPage();
  await page.setViewport({ width: 900, height: 760 });
  await page.goto(`${harness.address}/plain.html`);
  await expect.poll(async () => (await page.evaluate(painted)).length, wait).toBe(3);
  const [mark] = await page.evaluate(painted);
  await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
  await expect.poll(card, wait).toContain(fix);
  return () => page.close();
});

/** Lets a script of the page work on our host. */
const attack = (work: (host: HTMLElement) => void) =>
  page.evaluate((code) => {
    const host = [...document.documentElement.children].findLast(({ tagName }) => tagName === 'DIV');
    new Function('host', `(${code})(host)`)(host);
  }, work.toString());

describe('the card in Firefox', () => {
  it('takes an honest press at once', async () => {
    await clickCard(harness.browser, page, fix);
    await expect.poll(isFixed, wait).toBe(true);
  });

  it('takes none while a page makes it transparent again and again', async () => {
    await attack((host) => {
      const again = () => {
        host.style.setProperty('opacity', '0.001', 'important');
        requestAnimationFrame(again);
      };
      again();
    });
    await clickCard(harness.browser, page, fix);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await isFixed()).toBe(false);
  });

  it('takes none in the moment in which a page has moved it', async () => {
    await attack((host) => host.style.setProperty('translate', '30px 40px', 'important'));
    await clickCard(harness.browser, page, fix);
    await expect.poll(card, wait).toContain('没有执行');
    expect(await isFixed()).toBe(false);
  });

  it('takes no key where a page has put the focus on it', async () => {
    await attack((host) => {
      host.tabIndex = 0;
      host.focus();
    });
    for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Enter'] as const) await page.keyboard.press(key);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await isFixed()).toBe(false);
  });

  it('is above what a page lays over everything', async () => {
    await attack(() => {
      document.documentElement.style.opacity = '0.01';
      const bait = document.createElement('div');
      bait.style.cssText = 'position: fixed; inset: 0; background: #fff; z-index: 2147483647';
      document.documentElement.append(bait);
    });
    await clickCard(harness.browser, page, fix);
    await expect.poll(isFixed, wait).toBe(true);
  });
});
