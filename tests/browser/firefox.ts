import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type KeyInput, launch, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../../scripts/browser.ts';
import { builtFirefox } from './build.ts';
import { wait } from './fixture.ts';
import { addressOf, serve } from './harness.ts';

/** Firefox with the built extension, allowed on a server of the test pages. */
export interface FirefoxHarness {
  readonly browser: Browser;
  readonly address: string;
  /** The page that opened on installation. */
  readonly welcome: Page;
  /** Opens an extension page in a tab by the extension itself, since a debugger may not. */
  openOwn(name: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts server and browser. The extension is the built one with the server added to its sites. `preferences` are the
 * browser's, as in about:config.
 */
export async function startFirefox(preferences: Record<string, unknown> = {}): Promise<FirefoxHarness> {
  const server = await serve();
  const home = await mkdtemp(join(tmpdir(), 'gaozhun-firefox-'));
  const extension = join(home, 'extension');
  await cp(builtFirefox, extension, { recursive: true });
  const manifestFile = join(extension, 'manifest.json');
  const manifest: { host_permissions: string[] } = JSON.parse(await readFile(manifestFile, 'utf8'));
  // Firefox's match patterns have no ports. By its other name the server is another site, for cross-site frames.
  manifest.host_permissions.push('http://127.0.0.1/*', 'http://editor.localhost/*');
  await writeFile(manifestFile, JSON.stringify(manifest));
  const browser = await launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    defaultViewport: null,
    extraPrefsFirefox: {
      'intl.locale.requested': 'zh-CN',
      'intl.accept_languages': 'zh-CN',
      ...preferences,
    },
  });
  await browser.installExtension(extension);
  const welcome = await pageAt(browser, '/welcome.html');
  return {
    browser,
    address: addressOf(server),
    welcome,
    async openOwn(name) {
      const address = `/${name}.html?${Date.now()}`;
      await welcome.evaluate(async (url) => {
        await (globalThis as unknown as ExtensionPage).browser.tabs.create({ url });
      }, address);
      return await pageAt(browser, address);
    },
    async close() {
      await browser.close();
      server.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The API of the extension's own pages. */
export interface ExtensionPage {
  readonly browser: {
    readonly tabs: {
      create(options: { url: string }): Promise<unknown>;
      query(options: { active: boolean; currentWindow: boolean }): Promise<{ id: number }[]>;
      sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
    };
    /** Null while the background is stopped. */
    readonly extension: { getBackgroundPage(): object | null };
    readonly sidebarAction: { isOpen(options: object): Promise<boolean> };
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    readonly storage: { readonly session: { get(key: string): Promise<Record<string, number>> } };
  };
}

/** Waits for the page with an address of the extension. Debuggers do not list it, so each tab is asked. */
export async function pageAt(browser: Browser, end: string): Promise<Page> {
  for (let tries = 0; tries < 100; tries++) {
    for (const page of await browser.pages()) {
      const ready = () => (document.readyState === 'complete' ? location.href : '');
      const url = await page.evaluate(ready).catch(() => '');
      if (url.startsWith('moz-extension:') && url.endsWith(end)) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The page ${end} of the extension did not open.`);
}

/** Presses a key with modifiers: `Control+z`. */
export async function press(page: Page, key: string): Promise<void> {
  const keys = key.split('+') as KeyInput[];
  for (const each of keys) await page.keyboard.down(each);
  for (const each of keys.reverse()) await page.keyboard.up(each);
}

/** Clicks by the real mouse, as soon as the thing is there. */
export async function click(page: Page, selector: string): Promise<void> {
  const found = await page.waitForSelector(selector, wait);
  // Puppeteer's own click waits for an observer of intersections, which a page behind another calls seconds later.
  const middle = await found?.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  if (middle !== undefined) await page.mouse.click(middle.x, middle.y);
}
