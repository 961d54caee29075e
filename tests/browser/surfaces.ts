import type { Page } from 'playwright-core';
import { type Harness, type HarnessOptions, startHarness } from './harness.ts';

/** A browser with the built extension and its welcome page, as after installation. */
export interface Surfaces {
  readonly harness: Harness;
  /** The page that opened on installation. */
  readonly welcome: Page;
  /**
   * Opens one of the extension's pages in a tab behind the welcome page; it follows the active tab. The desk of a side
   * panel is empty.
   */
  open(name: 'popup' | 'sidepanel' | 'options', size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Empties the desk, as it is after the browser was started. */
export async function forgetDesk(harness: Harness): Promise<void> {
  const worker = await harness.worker();
  await worker.evaluate(`Promise.all([
    chrome.storage.session.remove(['desk', 'desk-file', 'panel-front', 'panel-draft']),
    chrome.storage.local.remove('desk-in-use'),
  ])`);
}

/** Starts the browser and waits for the welcome page. Throws if it does not open. */
export async function startSurfaces(options: HarnessOptions = {}): Promise<Surfaces> {
  const harness = await startHarness(options);
  const { context } = harness;
  const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
  const welcome =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 15_000 }));
  await welcome.waitForLoadState();
  await welcome.setViewportSize({ width: 1000, height: 800 });
  const base = new URL('/', welcome.url()).href;
  return {
    harness,
    welcome,
    async open(name, size = { width: 380, height: 700 }) {
      if (name === 'sidepanel') await forgetDesk(harness);
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.goto(`${base}${name}.html`);
      return page;
    },
    close: () => harness.close(),
  };
}

/** Waits until a popup's results are those of the last query; before, they may change. */
export async function answered(popup: Page): Promise<void> {
  await popup.locator('#results[aria-busy=false]').waitFor({ state: 'attached', timeout: 8_000 });
}

/** Clicks into a paragraph of the welcome page's rich draft and puts the caret at the end of its line. */
export async function caretInRich(welcome: Page, words: string): Promise<void> {
  await welcome.locator('#rich').getByText(words).click();
  await welcome.keyboard.press('End');
}
