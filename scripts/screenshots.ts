/**
 * Pictures of every surface in the built extension, light, dark and narrow, into tests/output/screens:
 * `npx wxt build && npx tsx scripts/screenshots.ts`. They are made to be looked at.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { partyWork, textOf } from '../entrypoints/welcome/drafts.ts';
import { browserArguments, ensureChromium } from './browser.ts';

const root = join(import.meta.dirname, '..');
const extension = join(root, '.output/chrome-mv3');
const screens = join(root, 'tests/output/screens');
/** The pictures that the READMEs show, and what they are called there. */
const published = {
  'welcome-card-light': 'welcome',
  'popup-search-sgys-light': 'popup',
  'panel-light': 'panel',
} as const;

async function publish(): Promise<void> {
  const folder = join(root, 'assets/screenshots');
  await mkdir(folder, { recursive: true });
  for (const [picture, name] of Object.entries(published)) {
    await copyFile(join(screens, `${picture}.png`), join(folder, `${name}.png`));
  }
}

async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(screens, `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Makes the viewport as high as the page, so that nothing is cut off and no scroll bar is drawn. */
async function fitToPage(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 200 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(120, Math.min(height, 4000)) });
}

async function open(context: BrowserContext, address: string, width: number): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 600 });
  await page.goto(address);
  return page;
}

/** Clicks the first marked words of the page's rich draft, as its author would. */
async function openCard(page: Page): Promise<void> {
  const middle = await page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((marks) => [...marks] as Range[]);
    const inRich = ranges.filter(({ startContainer }) =>
      document.querySelector('#rich')?.contains(startContainer),
    );
    const [box] = inRich.map((range) => range.getBoundingClientRect()).sort((a, b) => a.top - b.top);
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  });
  if (middle) await page.mouse.click(middle.x, middle.y);
  // The card stands in a closed tree, where no locator reaches: it is up within a frame or two.
  await page.waitForTimeout(500);
}

/** The desk, empty and with a draft on it. */
async function desk(panel: Page): Promise<void> {
  await panel.getByRole('tab', { name: '文稿台' }).click();
  await panel.setViewportSize({ width: 400, height: 700 });
  await picture(panel, 'desk-empty');
  const text = Buffer.from(textOf(partyWork));
  await panel
    .locator('#desk-panel input[type=file]')
    .setInputFiles({ name: '讲话稿.txt', mimeType: 'text/plain', buffer: text });
  await panel.locator('#desk-panel .finding').first().waitFor();
  for (const width of [400, 320]) {
    await panel.setViewportSize({ width, height: 900 });
    await panel.waitForTimeout(300);
    await picture(panel, width === 320 ? 'desk-narrow' : 'desk');
  }
  await panel.getByRole('tab', { name: '此页' }).click();
}

async function pictures(context: BrowserContext, base: string): Promise<void> {
  const panel = await open(context, `${base}sidepanel.html`, 400);
  const popup = await open(context, `${base}popup.html`, 360);
  await popup.getByText('浏览器自身的页面').waitFor();
  await fitToPage(popup, 360);
  await picture(popup, 'popup-internal');

  const options = await open(context, `${base}options.html`, 900);
  await options.getByRole('switch').first().waitFor();
  for (const width of [900, 320]) {
    await fitToPage(options, width);
    await picture(options, width === 320 ? 'options-narrow' : 'options');
  }

  // Popup and panel follow the active tab of their window: from here on, the welcome page.
  const welcome = await open(context, `${base}welcome.html`, 1000);
  await welcome.locator('#plain').click();
  await welcome.locator('#rich').click();
  await panel.locator('.finding').first().waitFor();
  for (const width of [1000, 320]) {
    await fitToPage(welcome, width);
    await picture(welcome, width === 320 ? 'welcome-narrow' : 'welcome');
  }
  await welcome.setViewportSize({ width: 1000, height: 900 });
  await welcome.evaluate(() => scrollTo(0, 0));
  await openCard(welcome);
  await picture(welcome, 'welcome-card');
  await welcome.keyboard.press('Escape');

  for (const width of [400, 320]) {
    await fitToPage(panel, width);
    await picture(panel, width === 320 ? 'panel-narrow' : 'panel');
  }
  await panel.getByText('提纲与序号样式').click();
  await panel.locator('.tree').first().waitFor();
  await fitToPage(panel, 400);
  await picture(panel, 'panel-outline');
  await panel.getByText('提纲与序号样式').click();
  await panel.getByRole('button', { name: '预览序号调整' }).click();
  await panel.locator('.repair').waitFor();
  await fitToPage(panel, 400);
  await picture(panel, 'panel-repair');
  await desk(panel);

  await popup.locator('.levels').waitFor();
  await fitToPage(popup, 360);
  await picture(popup, 'popup-page');
  await popup.getByRole('button', { name: '修复序号' }).click();
  await popup.locator('.repair').waitFor();
  await fitToPage(popup, 360);
  await picture(popup, 'popup-repair');
  for (const query of ['sgys', 'gongshangju', 'qqqq', '从严治党']) {
    await popup.getByRole('combobox').fill(query);
    await popup.locator('.foot').filter({ hasText: /\S/ }).first().waitFor();
    await fitToPage(popup, 360);
    await picture(popup, `popup-search-${query}`);
  }
  for (const query of ['sgys', '党的十九大']) {
    await popup.getByRole('combobox').fill(query);
    await popup.getByRole('option', { selected: true }).waitFor();
    await popup.getByRole('combobox').press('ArrowRight');
    await popup.locator('article').waitFor();
    for (const width of [360, 320]) {
      await fitToPage(popup, width);
      await picture(popup, `popup-entry-${query}${width === 320 ? '-narrow' : ''}`);
    }
    await popup.keyboard.press('Control+d');
    await popup.keyboard.press('Escape');
  }
  await popup.getByRole('combobox').fill('');
  await popup.getByRole('button', { name: '更多' }).click();
  await fitToPage(popup, 360);
  await picture(popup, 'popup-at-hand');
  await popup.getByRole('button', { name: '生态', exact: true }).click();
  await popup.getByRole('option').first().waitFor();
  await fitToPage(popup, 360);
  await picture(popup, 'popup-topic');
  await popup.getByRole('button', { name: '生态', exact: true }).click();
  for (const [page, name] of [
    [popup, 'popup'],
    [panel, 'panel'],
    [options, 'options'],
  ] as const) {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.screenshot({ path: join(screens, `${name}-forced-colours.png`) });
    await page.emulateMedia({ forcedColors: 'none' });
  }
}

if (!existsSync(join(extension, 'manifest.json'))) {
  console.error('还没有构建：请先运行 npm run build。');
  process.exit(1);
}
await mkdir(screens, { recursive: true });
const context = await chromium.launchPersistentContext('', {
  executablePath: ensureChromium(),
  headless: false,
  locale: 'zh-CN',
  args: browserArguments(extension, true),
});
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await pictures(context, new URL('/', worker.url()).href);
  await publish();
  console.log(screens);
} finally {
  await context.close();
}
