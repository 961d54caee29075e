/** `npm start`: builds the extension, finds or installs a browser, and opens it on the welcome page's drafts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserArguments, ensureChromium } from './browser.ts';
import { shownFindings } from './shown-findings.ts';
import { tool } from './tools.ts';

const extension = resolve('.output/chrome-mv3');
const screenshot = resolve('tests/output/start.png');

async function main(): Promise<void> {
  const build = spawnSync(...tool('wxt', 'build'), { stdio: 'inherit' });
  if (build.status !== 0) throw new Error('没有构建成功，请看上面的说明。');
  const executablePath = ensureChromium();
  const profile = mkdtempSync(join(tmpdir(), 'gaozhun-start-'));
  const headless = !hasDisplay();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: headless ? { width: 1100, height: 1500 } : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: browserArguments(extension, headless),
  });
  try {
    const page = await welcomePage(context);
    if (headless) await report(page);
    else await new Promise((closed) => context.once('close', closed));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The page that the extension opens when installed. */
async function welcomePage(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', {
      predicate: (opened) => opened.url() !== 'about:blank',
      timeout: 20_000,
    }));
  await page.waitForURL(/\/welcome\.html$/u);
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.bringToFront();
  return page;
}

async function report(page: Page): Promise<void> {
  const findings = await shownFindings(page);
  console.log(`\n欢迎页上标出 ${findings.length} 处：`);
  for (const { level, text, message } of findings) console.log(`  [${level}]「${text}」${message}`);
  mkdirSync(resolve('tests/output'), { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: screenshot });
  console.log(`\n截图：${screenshot}`);
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return process.env.CI === undefined;
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
