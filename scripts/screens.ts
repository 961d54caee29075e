import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { partyWork, textOf } from '../entrypoints/welcome/drafts.ts';
import { type Language, sayIn } from '../lib/language/language.ts';
import { ShadowView } from '../tests/browser/card-view.ts';
import { deskScreens } from './screens-desk.ts';
import { oldDraft } from './screens-old-draft.ts';
import { type Given, silenced } from './screens-silenced.ts';

/** What the pictures of all surfaces in one language need. `base` is the address of the extension's pages. */
export interface Screens {
  readonly context: BrowserContext;
  readonly base: string;
  readonly language: Language;
  /** The folder of the pictures. */
  readonly folder: string;
}

/** One picture in light and one in dark: NAME-en-dark.png. */
async function picture(page: Page, { folder, language }: Screens, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(folder, `${name}-${language}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A picture in forced colours. */
async function inForcedColours(page: Page, { folder, language }: Screens, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.screenshot({ path: join(folder, `${name}-${language}-forced.png`) });
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Makes the viewport as high as the page, so that nothing is cut off and no scroll bar appears. */
async function fitToPage(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 200 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(120, Math.min(height, 4000)) });
}

/** The whole page at each width; the narrow one has it in its name. */
async function whole(page: Page, screens: Screens, name: string, ...widths: number[]): Promise<void> {
  for (const width of widths) {
    await fitToPage(page, width);
    const wide = width >= 1000 && widths.length > 2 ? `${name}-wide` : name;
    await picture(page, screens, width === 320 ? `${name}-narrow` : wide);
  }
}

async function open({ context, base }: Screens, name: string, width: number): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 600 });
  await page.goto(`${base}${name}.html`);
  return page;
}

/** Takes the pictures, one surface after the other. */
export async function takeScreens(screens: Screens): Promise<void> {
  const panel = await open(screens, 'sidepanel', 400);
  const popup = await open(screens, 'popup', 360);
  await popup.locator('.page p').first().waitFor();
  await whole(popup, screens, 'popup-internal', 360);
  await options(screens);
  await notAllowed(panel, popup, screens);
  const privacy = await open(screens, 'privacy', 900);
  await privacy.locator('li').first().waitFor();
  await whole(privacy, screens, 'privacy', 900, 320);
  await privacy.close();

  // The popup and the panel follow the active tab of their window: from here on, the welcome page.
  const welcome = await open(screens, 'welcome', 1000);
  await welcome.locator('#plain').click();
  await welcome.locator('#rich').click();
  await panel.locator('.finding').first().waitFor();
  await whole(welcome, screens, 'welcome', 1000, 320);
  await welcomeSteps(welcome, screens);
  await whole(panel, screens, 'panel-keys', 400, 320);
  await card(welcome, screens);
  await panelOfPage(panel, screens);
  await desk(panel, screens);
  await report(panel, screens);
  await welcome.bringToFront();
  await popupOfPage(popup, screens);
  const given: Given = {
    ...{ welcome, panel, popup, language: screens.language },
    picture: (page, name) => picture(page, screens, name),
    whole: (page, name, ...widths) => whole(page, screens, name, ...widths),
    forced: (page, name) => inForcedColours(page, screens, name),
  };
  await silenced(given);
  await nothingFound(welcome, panel, popup, screens);
  await oldDraft(given);
  for (const page of [panel, popup, welcome]) await page.close();
}

/** Sites that are not allowed, with the address withheld and known, and a page without an editor. */
async function notAllowed(panel: Page, popup: Page, screens: Screens): Promise<void> {
  const { context, language } = screens;
  const say = sayIn(language);
  const [worker] = context.serviceWorkers();
  const set = (sitesOff: readonly string[]) =>
    worker?.evaluate(`chrome.storage.local.set({ settings: ${JSON.stringify({ language, sitesOff })} })`);
  await context.route(/^https:\/\/(?:oa\.example\.cn|docs\.qq\.com)\//u, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>OA</title>' }),
  );
  const site = await context.newPage();
  await site.goto('https://oa.example.cn/');
  await popup.getByText(say('没有读取任何文字', 'No text has been read')).waitFor();
  await panel.getByText(say('请点工具栏上', 'click the Gaozhun icon')).waitFor();
  await whole(popup, screens, 'popup-closed', 360, 320);
  await whole(panel, screens, 'panel-closed-withheld', 400);
  await set(['https://docs.qq.com/*']);
  await site.goto('https://docs.qq.com/');
  await panel.getByRole('switch').waitFor();
  await whole(panel, screens, 'panel-closed', 400, 320);
  await set([]);
  await site.reload();
  await popup.getByText(say('还没有可以核对的编辑区', 'No editor on this page yet')).waitFor();
  await whole(popup, screens, 'popup-no-editor', 360);
  await site.close();
}

/** The steps of the welcome page while they are taken. */
async function welcomeSteps(welcome: Page, screens: Screens): Promise<void> {
  const steps = welcome.locator('.steps');
  await steps.locator('.try-search .button').click();
  await steps.locator('.found li').first().waitFor();
  await steps.locator('.site-form .quiet').click();
  await steps.locator('.site-form input').fill('写稿');
  await welcome.keyboard.press('Enter');
  await whole(welcome, screens, 'welcome-steps', 1000, 320);
  await inForcedColours(welcome, screens, 'welcome-steps');
  await steps.locator('.site-form input').fill('');
}

async function options(screens: Screens): Promise<void> {
  const page = await open(screens, 'options', 900);
  await page.getByRole('switch').first().waitFor();
  await whole(page, screens, 'options', 900, 320);
  await inForcedColours(page, screens, 'options');
  await page.locator('#rules summary').first().click();
  await page.locator('[data-opens=new]').click();
  await page.locator('.own .phrase-form input').first().fill('云溪办事不求人');
  await page.keyboard.press('Enter');
  await page.locator('.own-row [data-opens]').click();
  for (const summary of await page.locator('#packs summary, .technical summary').all()) await summary.click();
  await page.locator('[data-opens=update]').click();
  await page.locator('#licences summary').first().click();
  await page.locator('.licences summary').first().click();
  await whole(page, screens, 'options-forms', 900, 320);
  await page.close();
}

/** The card on the rich draft's first mark, opened by a click. */
async function card(page: Page, screens: Screens): Promise<void> {
  const say = sayIn(screens.language);
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.locator('#rich').scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const top = document.querySelector('#rich')?.getBoundingClientRect().top ?? 0;
    scrollTo(0, scrollY + top - 160);
  });
  const view = await ShadowView.of(page);
  const openOn = async (look: 'first' | 'error'): Promise<void> => {
    const middle = await page.evaluate((wanted) => {
      const names = [...CSS.highlights.keys()].filter(
        (name) => wanted === 'first' || name.endsWith('-error'),
      );
      const ranges = names.flatMap((name) => [...(CSS.highlights.get(name) ?? [])] as Range[]);
      const inRich = ranges.filter(({ startContainer }) =>
        document.querySelector('#rich')?.contains(startContainer),
      );
      const boxes = inRich.map((range) => range.getBoundingClientRect()).sort((a, b) => a.top - b.top);
      const [box] = boxes.filter(({ width }) => width > 0);
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, look);
    if (middle) await page.mouse.click(middle.x, middle.y);
    await view.waitForText(say('依据与判断', 'Why?'));
  };
  await openOn('first');
  // A newcomer's first cards tell the shortcuts.
  await picture(page, screens, 'card-keys');
  await view.click(say('知道了', 'Got it'));
  await picture(page, screens, 'card');
  await inForcedColours(page, screens, 'card');
  await view.click(say('依据与判断', 'Why?'));
  await view.waitForText(say('稿件日期', 'Draft dated'));
  await picture(page, screens, 'card-why');
  await view.click(say('提示有误…', 'Not right?…'));
  await view.waitForText(say('请先过目', 'Read it first'));
  await picture(page, screens, 'card-report');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 700 });
  await page.evaluate(() => scrollTo(0, (document.querySelector('#rich') as HTMLElement).offsetTop - 40));
  await openOn('first');
  await picture(page, screens, 'card-narrow');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1000, height: 900 });
}

async function panelOfPage(panel: Page, screens: Screens): Promise<void> {
  const here = panel.locator('#page-panel');
  await panel.setViewportSize({ width: 400, height: 760 });
  await picture(panel, screens, 'panel-top');
  await whole(panel, screens, 'panel', 400, 320);
  await inForcedColours(panel, screens, 'panel');
  await here.locator('.outline summary').click();
  await here.locator('.outline-tree').first().waitFor();
  await whole(panel, screens, 'panel-outline', 400);
  await here.locator('.outline summary').click();
  await here.locator('[data-opens=plan]').click();
  await here.locator('.repair').waitFor();
  await whole(panel, screens, 'panel-repair', 400);
  await here.locator('.repair button').last().click();
}

/** The desk, empty and with a draft. */
async function desk(panel: Page, screens: Screens): Promise<void> {
  await panel.locator('#desk-tab').click();
  await panel.setViewportSize({ width: 400, height: 700 });
  await picture(panel, screens, 'desk-empty');
  const file = { name: '讲话稿.txt', mimeType: 'text/plain', buffer: Buffer.from(textOf(partyWork)) };
  await panel.locator('#desk-panel input[type=file]').setInputFiles(file);
  await panel.locator('#desk-panel .finding').first().waitFor();
  for (const width of [400, 320]) {
    await panel.setViewportSize({ width, height: 900 });
    await panel.waitForTimeout(300);
    await picture(panel, screens, width === 320 ? 'desk-narrow' : 'desk');
  }
  const take = (page: Page, name: string) => picture(page, screens, name);
  await deskScreens(panel, { context: screens.context, base: screens.base, take });
  await panel.locator('#page-tab').click();
}

/** A template that was never filled in: findings that are alike. */
const template = ['同志们：', ...Array.from({ length: 8 }, (_, at) => `第${at + 1}批新增企业××家。`)].join(
  '\n',
);

/** Folded findings, what was changed, changing all of a kind, and the report, on the desk. */
async function report(panel: Page, screens: Screens): Promise<void> {
  const say = sayIn(screens.language);
  await panel.locator('#desk-tab').click();
  const here = panel.locator('#desk-panel');
  const text = `${textOf(partyWork)}\n${template}`;
  const file = { name: '讲话稿.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await here.locator('input[type=file]').setInputFiles(file);
  await here.locator('.finding.alike').waitFor();
  await here.locator('.finding .fix').first().click();
  await here.locator('.made summary').click();
  await here.locator('.made li').waitFor();
  await here.locator('.length summary').click();
  await whole(panel, screens, 'desk-changed', 400, 320);
  await here.getByRole('button', { name: say('按类别', 'By kind') }).click();
  await here.locator('[data-together=standard-phrasing]').click();
  await here.locator('.together-preview').waitFor();
  await here.locator('.alike .together .button').first().click();
  await here.locator('.alike-head').waitFor();
  await whole(panel, screens, 'desk-bulk', 400, 320);
  const opening = screens.context.waitForEvent('page');
  await here.getByRole('button', { name: say('核对单…', 'Check report…') }).click();
  const page = await opening;
  await page.locator('tbody tr').first().waitFor();
  await whole(page, screens, 'report', 900, 320);
  await page.emulateMedia({ media: 'print' });
  await whole(page, screens, 'report-print', 700);
  await page.emulateMedia({ media: 'screen' });
  await inForcedColours(page, screens, 'report');
  await page.close();
  await panel.locator('#page-tab').click();
}

async function popupOfPage(popup: Page, screens: Screens): Promise<void> {
  await popup.locator('.levels').waitFor();
  await whole(popup, screens, 'popup-page', 360, 320);
  await popup.locator('[data-opens=plan]').click();
  await popup.locator('.repair').waitFor();
  await whole(popup, screens, 'popup-repair', 360);
  await popup.locator('.repair button').last().click();
  const box = popup.getByRole('combobox');
  for (const query of ['sgys', 'gongshangju', 'qqqq', '从严治党']) {
    await box.fill(query);
    await popup.locator('.foot, .hints').filter({ hasText: /\S/ }).first().waitFor();
    // The list may still show the previous query's results.
    await popup.waitForTimeout(300);
    await whole(popup, screens, `popup-search-${query}`, 360);
  }
  await inForcedColours(popup, screens, 'popup');
  for (const query of ['sgys', '党的十九大']) {
    await box.fill(query);
    await popup.getByRole('option', { selected: true }).waitFor();
    await box.press('ArrowRight');
    await popup.locator('article').waitFor();
    await whole(popup, screens, `popup-entry-${query}`, 360, 320);
    await popup.keyboard.press('Control+d');
    await popup.keyboard.press('Escape');
  }
  await box.fill('');
  await popup.locator('.topic.more').click();
  await whole(popup, screens, 'popup-at-hand', 360);
  const topic = popup.getByRole('button', {
    name: sayIn(screens.language)('生态', 'Ecology'),
    exact: true,
  });
  await topic.click();
  await popup.locator('.foot [role=status]:not(:empty)').waitFor();
  await popup.getByRole('option').first().waitFor();
  await whole(popup, screens, 'popup-topic', 360);
  await topic.click();
}

/** Pictures of a draft without findings. */
async function nothingFound(welcome: Page, panel: Page, popup: Page, screens: Screens): Promise<void> {
  await welcome.bringToFront();
  await welcome.locator('#plain').click();
  await welcome.keyboard.press('Control+a');
  await welcome.keyboard.insertText('同志们：\n今天的会议到此结束，谢谢大家。');
  await panel.locator('#page-panel .empty').waitFor();
  await panel.setViewportSize({ width: 400, height: 500 });
  await picture(panel, screens, 'panel-empty');
  await popup.getByRole('combobox').fill('');
  await whole(popup, screens, 'popup-empty', 360);
}
