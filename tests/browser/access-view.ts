import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../lib/language/language.ts';
import { faultsOf } from './axe.ts';
import { chineseIn, moving, tooLong, tooWide, walk } from './surface-view.ts';
import type { Surfaces } from './surfaces.ts';

/** Folder for pictures of each state; none if not set. */
const pictures = process.env.GAOZHUN_PICTURES ?? '';

/** Takes a picture of a page, if pictures are wanted: all of it, or what is in view. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  if (pictures === '') return;
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name.replaceAll(/[^\w]+/gu, '-')}.png`);
  await page.screenshot({ path, fullPage });
}

/** All accessibility faults of a page, in light and dark, narrow and wide. */
export async function against(page: Page, language: Language, state: string): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, faults: readonly string[]): void => {
    found.push(...faults.map((fault) => `${state} ${where}: ${fault}`));
  };
  const size = page.viewportSize() ?? { width: 400, height: 700 };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    note(colorScheme, await faultsOf(page));
    await picture(page, `${state} ${language} ${colorScheme}`);
  }
  note('moving', await moving(page));
  // Animations are off, since axe would measure colours in transition.
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of [320, 1400]) {
    await page.setViewportSize({ width, height: size.height });
    await expect.poll(() => tooWide(page), { timeout: 2_000 }).toEqual([]);
    if (width === 320) await picture(page, `${state} ${language} narrow`);
  }
  note('long lines', await tooLong(page));
  await page.setViewportSize(size);
  // What depends on the width is rendered anew in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  if (language === 'en') note('Chinese', (await page.evaluate(chineseIn('document'))) as string[]);
  return found;
}

/** The faults found by the Tab key, with the page's colours and with forced ones. */
export async function byKeys(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    const { missed, unmarked, there, back } = await walk(page);
    expect(there).toBeGreaterThan(1);
    expect(back).toBeGreaterThanOrEqual(there - 1);
    found.push(...missed.map((one) => `missed: ${one}`), ...unmarked.map((one) => `${forcedColors}: ${one}`));
  }
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** Closes all but the welcome page, and sets its language, with the caret in its plain draft. */
export async function begin({ harness, welcome }: Surfaces, language: Language): Promise<void> {
  for (const page of harness.context.pages()) if (page !== welcome) await page.close();
  const worker = await harness.worker();
  await worker.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
  await welcome.reload();
  await welcome.bringToFront();
  await welcome.locator('#plain').click();
}
