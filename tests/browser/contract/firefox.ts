import type { Page } from 'puppeteer-core';
import { cardText, clickCard, cornerOf } from '../card-bidi.ts';
import { type ExtensionPage, type FirefoxHarness, press, startFirefox } from '../firefox.ts';
import { type PaintedMark, painted } from '../marks-view.ts';
import type { ContractPage, Driver } from './driver.ts';

/** Drives Firefox with WebDriver BiDi. */
export async function startFirefoxDriver(): Promise<Driver> {
  const harness = await startFirefox();
  // CodeMirror is read only if the author chooses so.
  await harness.welcome.evaluate(async (pattern) => {
    const { runtime } = (globalThis as unknown as ExtensionPage).browser;
    await runtime.sendMessage({ type: 'set-also-read', pattern, what: 'codeEditors', on: true });
  }, 'http://127.0.0.1/*');
  return {
    browser: 'firefox',
    open: (name) => openPage(harness, name),
    close: () => harness.close(),
  };
}

async function openPage({ browser, address, welcome }: FirefoxHarness, name: string): Promise<ContractPage> {
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 760 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  await page.goto(`${address}/${name}`);
  await page.waitForFunction(() => 'editorPage' in window);
  await page.bringToFront();
  return {
    // The types of the interface simplify those of page.evaluate.
    evaluate: ((work: () => unknown, argument: unknown) =>
      page.evaluate(work, argument)) as ContractPage['evaluate'],
    marks: () => marksOf(page),
    moveMouse: (x, y) => page.mouse.move(x, y, { steps: 4 }),
    async click(x, y) {
      await page.mouse.click(x, y);
      // Firefox dispatches a new selection a moment after the press; a user's hand also needs time between mouse and
      // keys.
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => press(page, key),
    cardText: () => cardText(browser, page),
    clickCard: (button) => clickCard(browser, page, button),
    ask: ((request: unknown) => {
      const asked = page.bringToFront().then(() => welcome.evaluate(askActiveTab, request));
      return asked;
    }) as ContractPage['ask'],
    resize: (width, height) => page.setViewport({ width, height }),
    errors: () => errors,
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => page.close(),
  };
}

async function marksOf(page: Page): Promise<PaintedMark[]> {
  const all: PaintedMark[] = [];
  for (const frame of page.frames()) {
    const corner = await cornerOf(frame);
    for (const mark of await frame.evaluate(painted)) {
      all.push({ ...mark, x: mark.x + corner.x, y: mark.y + corner.y });
    }
  }
  return all.sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Runs in a page of the extension: asks the frame of the active tab whose field was used last. */
async function askActiveTab(request: unknown): Promise<unknown> {
  const { tabs, storage } = (globalThis as unknown as ExtensionPage).browser;
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  if (tab === undefined) throw new Error('No tab is in front.');
  const key = `frame:${tab.id}`;
  const { [key]: frameId = 0 } = await storage.session.get(key);
  return await tabs.sendMessage(tab.id, request, { frameId });
}
