import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** Drags a file over a page with the real mouse of the browser, and lets go. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await session.detach();
}

/** Presses a button that downloads a file; returns the file. */
export async function downloadBy(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const [got] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: got.suggestedFilename(), bytes: await readFile(await got.path()) };
}
