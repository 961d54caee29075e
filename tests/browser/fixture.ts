import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Harness, type HarnessOptions, startHarness } from './harness.ts';
import { type Surfaces, startSurfaces } from './surfaces.ts';

/** Timeout of a test's waits, in ms: generous, since the machine may be busy. */
export const wait = { timeout: 20_000 };

/** A browser with the test pages, for all tests of a file. */
export interface UsedHarness extends Harness {
  /** Opens a test page, closed after the test. */
  openTest(name: string): Promise<Page>;
}

/** Keeps a browser from before the first test of a file until after the last; valid in tests and hooks only. */
export function useHarness(): UsedHarness {
  const closeLater = closingLater();
  const harness: UsedHarness = started(startHarness, {
    openTest: async (name: string) => closeLater(await harness.open(name)),
  });
  return harness;
}

/** A browser with the extension's own pages, for all tests of a file. */
export interface UsedSurfaces extends Surfaces {
  /** Closes a page after the test. */
  closeLater(page: Page): Page;
  /** Opens a test page, closed after the test. */
  openTest(name: string): Promise<Page>;
  /** Opens the popup over a page, closed after the test. */
  popupOver(page: Page): Promise<Page>;
}

/** Like `useHarness`, with the extension's own pages. */
export function useSurfaces(options: HarnessOptions | (() => Promise<HarnessOptions>) = {}): UsedSurfaces {
  const closeLater = closingLater();
  const start = async () => startSurfaces(typeof options === 'function' ? await options() : options);
  const surfaces: UsedSurfaces = started(start, {
    closeLater,
    openTest: async (name: string) => closeLater(await surfaces.harness.open(name)),
    async popupOver(page: Page) {
      const popup = closeLater(await surfaces.open('popup'));
      await page.bringToFront();
      return popup;
    },
  });
  return surfaces;
}

function closingLater(): (page: Page) => Page {
  const opened: Page[] = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });
  return (page) => {
    opened.push(page);
    return page;
  };
}

/** The result of `start`, available from the first hook on, together with `more`. */
function started<T extends { close(): Promise<void> }, More extends object>(
  start: () => Promise<T>,
  more: More,
): T & More {
  let one: (T & More) | undefined;
  beforeAll(async () => {
    one = Object.assign(await start(), more);
  });
  afterAll(() => one?.close());
  return new Proxy({} as T & More, {
    get(_, name) {
      if (one === undefined) throw new Error('The browser is up in tests and hooks only.');
      return Reflect.get(one, name);
    },
  });
}
