import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { handoutFolder } from '../packages/packages.ts';
import { openWindow } from './window.ts';

/** What the newcomer writes first: an old congress, an office that was renamed, a number left out. */
const draft = [
  '在全县工作会议上的讲话',
  '同志们：',
  '一、深入学习贯彻党的十九大精神。',
  '三、会后，市工商局要抓紧落实。',
].join('\n');

/** The page of the extension, once the browser has opened it. */
export async function pageOf(context: BrowserContext, name: string): Promise<Page> {
  const is = (page: Page) => new RegExp(`^chrome-extension://[a-p]{32}/${name}`, 'u').test(page.url());
  for (let tries = 0; tries < 240; tries++) {
    const page = context.pages().find(is);
    if (page !== undefined) return page;
    await sleep(250);
  }
  throw new Error(`一分钟里没有打开 ${name}。`);
}

/**
 * Does what README.zh-CN.md says under 压缩包, with a picture of each step: unpacks the package that is handed out, loads it
 * in a fresh profile, and checks a first draft. Returns the seconds that it took.
 */
export async function newcomer(archive: string, folder: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'gaozhun-zip-'));
  const window = await openWindow(folder, 71);
  const begin = Date.now();
  try {
    for (const [name, content] of Object.entries(unzipSync(readFileSync(archive)))) {
      const file = join(home, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const { context } = window;
    const [page] = context.pages();
    if (page === undefined) throw new Error('浏览器里没有标签页。');
    await page.goto('chrome://extensions');
    await page.locator('#devMode').click();
    await window.picture('zip-1-developer-mode');
    await page.locator('#loadUnpacked').click();
    await sleep(2_500);
    // The slash opens the box for a path in the system's dialog.
    window.keys('key', 'slash');
    await sleep(1_000);
    window.keys('key', 'ctrl+a');
    window.keys('type', '--delay', '25', join(home, handoutFolder));
    await window.picture('zip-2-choose-folder');
    // The button that opens, in the corner of a dialog that fills the screen.
    window.keys('mousemove', '1152', '772', 'click', '1');
    const welcome = await pageOf(context, 'welcome.html');
    await welcome.waitForFunction(() => CSS.highlights.size > 0);
    await welcome.bringToFront();
    await window.picture('zip-3-welcome');
    await page.bringToFront();
    await window.picture('zip-4-loaded');
    await welcome.bringToFront();
    await welcome.locator('#plain').click();
    await welcome.keyboard.press('Control+a');
    await welcome.keyboard.insertText(draft);
    await welcome.waitForFunction(() => document.querySelectorAll(':root > div').length > 0);
    await sleep(2_000);
    await window.picture('zip-5-first-draft');
    return Math.round((Date.now() - begin) / 1_000);
  } finally {
    await window.close();
    rmSync(home, { recursive: true, force: true });
  }
}
