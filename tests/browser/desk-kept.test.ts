import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { browserArguments, ensureChromium } from '../../scripts/browser.ts';
import { makeDocx, paragraph, partOf, run } from '../docx/make.ts';
import { faultsOf } from './axe.ts';
import { built } from './build.ts';
import { downloadBy } from './desk-files.ts';
import { useSurfaces, wait } from './fixture.ts';
import { forgetDesk } from './surfaces.ts';

const surfaces = useSurfaces();
let folder = '';

const draft = textOf(partyWork);
const fixedDraft = draft.replace('贯彻党的十九大', '贯彻党的二十大');
const speech = makeDocx(
  partyWork.paragraphs.map(({ text }) => paragraph(run(text.replace(/[【】]/gu, '')))).join(''),
);

/** The speech with a picture that cannot be compressed, so that it has more than 7 MB. */
function largeSpeech(): Uint8Array {
  const picture = new Uint8Array(7 * 1024 * 1024);
  let state = 1;
  for (let at = 0; at < picture.length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    picture[at] = state >> 16;
  }
  return zipSync({ ...unzipSync(speech), 'word/media/image1.bin': picture }, { level: 0 });
}

const box = (page: Page): Locator => page.locator('#desk-text');
const textIn = (page: Page) => expect.poll(() => box(page).inputValue(), wait);
const button = (page: Page, name: string): Locator =>
  page.locator('main').getByRole('button', { name, exact: true });
const about = (page: Page, words: string): Locator =>
  page.locator('#desk-panel .finding').filter({ hasText: words });
const fix = (page: Page, words: string) =>
  about(page, words).getByRole('button', { name: '改为' }).first().click();

/** Opens the side panel as it is after it was closed: with what is kept. */
async function openPanel(query = ''): Promise<Page> {
  const page = surfaces.closeLater(await surfaces.harness.context.newPage());
  await page.setViewportSize({ width: 400, height: 700 });
  await page.goto(new URL(`/sidepanel.html${query}`, surfaces.welcome.url()).href);
  return page;
}

/** Opens the panel with the desk in front. */
async function openDesk(): Promise<Page> {
  const page = await openPanel();
  await page.locator('#desk-tab').click();
  return page;
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  const choosing = page.waitForEvent('filechooser');
  await page.locator('#desk-panel [data-opens=file]').click();
  await (await choosing).setFiles(file);
}

async function paste(page: Page, text: string): Promise<void> {
  await box(page).click();
  await page.keyboard.insertText(text);
  await about(page, '党的十九大').first().waitFor(wait);
}

const download = (page: Page, name: string) => downloadBy(page, button(page, name));

/** Expects a .docx with one tracked change, that of the fix, and its comment. */
function expectTracked(bytes: Uint8Array): void {
  expect(openDocx(bytes).text).toBe(fixedDraft);
  expect(partOf(bytes, 'word/document.xml').match(/<w:delText/gu)).toHaveLength(1);
  expect(partOf(bytes, 'word/comments.xml')).toContain('往届');
}

async function inTab(panel: Page): Promise<Page> {
  const opening = surfaces.harness.context.waitForEvent('page');
  await button(panel, '在标签页中打开').click();
  const tab = surfaces.closeLater(await opening);
  await tab.setViewportSize({ width: 1280, height: 760 });
  await box(tab).waitFor(wait);
  return tab;
}

const storedText = async (): Promise<unknown> => {
  const worker = await surfaces.harness.worker();
  return await worker.evaluate("chrome.storage.session.get('desk').then(({ desk }) => desk?.text ?? null)");
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-kept-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => forgetDesk(surfaces.harness));

describe('the desk that was closed', () => {
  it('has its text, its changes, its date and its file again', async () => {
    const panel = await openDesk();
    await choose(panel, '讲话稿.docx', speech);
    await about(panel, '党的十九大').first().waitFor(wait);
    await fix(panel, '党的十九大');
    await textIn(panel).toBe(fixedDraft);
    // The focus goes to the next finding.
    await panel.getByText('已改，').waitFor(wait);
    await button(panel, '更改').click();
    await panel.getByLabel('稿件日期').fill('2025-05-06');
    await panel.keyboard.press('Enter');
    await panel.locator('#desk-panel [data-back]').waitFor(wait);
    await panel.close();

    const again = await openPanel();
    await textIn(again).toBe(fixedDraft);
    expect(await again.locator('#desk-tab').getAttribute('aria-selected')).toBe('true');
    await again.locator('#desk-panel .date').getByText('2025年5月6日').waitFor(wait);
    await again.locator('#desk-panel .made').getByText('本次已改 1 处').waitFor(wait);
    const { name, bytes } = await download(again, '下载 .docx');
    expect(name).toBe('讲话稿（修订）.docx');
    expectTracked(bytes);
  });

  it('has the last keys, although it was closed at once', async () => {
    const panel = await openDesk();
    await paste(panel, draft);
    await panel.keyboard.type('谢谢');
    await panel.close();
    const again = await openPanel();
    await textIn(again).toBe(`${draft}谢谢`);
  });

  it('has its text again after the worker was stopped', async () => {
    const panel = await openDesk();
    await paste(panel, draft);
    await surfaces.harness.stopWorker();
    await panel.keyboard.type('谢谢');
    await panel.close();
    const again = await openPanel();
    await textIn(again).toBe(`${draft}谢谢`);
    await about(again, '党的十九大').first().waitFor(wait);
  });

  it('is as before or as after a change in bulk that it was closed in, never between', async () => {
    for (const later of [false, true]) {
      const panel = await openDesk();
      await paste(panel, draft);
      await button(panel, '预览一并改正').click();
      const apply = panel.getByRole('button', { name: /^改正这 \d 处$/u });
      await apply.waitFor(wait);
      const before = await box(panel).inputValue();
      await apply.click({ noWaitAfter: true });
      if (later) await expect.poll(() => box(panel).inputValue(), wait).not.toBe(before);
      await panel.close();
      const again = await openPanel();
      await textIn(again).not.toBe('');
      const after = await box(again).inputValue();
      if (after !== before) {
        expect(after).toContain('贯彻党的二十大');
        await expect.poll(() => again.locator('#desk-panel .finding').count(), wait).toBeGreaterThan(0);
        expect(await again.locator('#desk-panel .finding.error').count()).toBe(0);
      } else expect(later).toBe(false);
      await button(again, '清空').click();
      await again.close();
    }
  });

  it('is empty once it was cleared', async () => {
    const panel = await openDesk();
    await paste(panel, draft);
    await expect.poll(storedText, wait).toBe(draft);
    await button(panel, '清空').click();
    await panel.close();
    expect(await storedText()).toBeNull();
    const again = await openDesk();
    expect(await box(again).inputValue()).toBe('');
    expect(await again.getByText('已随之清除').count()).toBe(0);
  });
});

describe('the desk in a tab', () => {
  it('takes the work along, has no page beside it, and is opened once', async () => {
    const panel = await openDesk();
    await choose(panel, '讲话稿.docx', speech);
    await about(panel, '党的十九大').first().waitFor(wait);
    await fix(panel, '党的十九大');
    await textIn(panel).toBe(fixedDraft);
    const tab = await inTab(panel);
    await textIn(tab).toBe(fixedDraft);
    expect(await tab.locator('#page-tab').count()).toBe(0);
    expect(await tab.title()).toBe('稿准 · 文稿台');
    expectTracked((await download(tab, '下载 .docx')).bytes);
    expect(await faultsOf(tab)).toEqual([]);

    const pages = surfaces.harness.context.pages().length;
    await panel.bringToFront();
    await button(panel, '在标签页中打开').click();
    await expect.poll(() => tab.evaluate(() => document.visibilityState), wait).toBe('visible');
    expect(surfaces.harness.context.pages()).toHaveLength(pages);
  });

  it('follows the panel, and the panel follows it', async () => {
    const panel = await openDesk();
    await paste(panel, draft);
    const tab = await inTab(panel);
    await about(tab, '党的十九大').first().waitFor(wait);
    await fix(tab, '党的十九大');
    await textIn(panel).toBe(fixedDraft);
    await expect.poll(() => about(panel, '党的十九大').count(), wait).toBe(0);
    await panel.locator('#desk-panel .made').getByText('本次已改 1 处').waitFor(wait);

    await panel.bringToFront();
    await box(panel).focus();
    await panel.keyboard.press('Control+End');
    await panel.keyboard.type('谢谢');
    await textIn(tab).toBe(`${fixedDraft}谢谢`);

    await tab.bringToFront();
    await button(tab, '更改').click();
    await tab.getByLabel('稿件日期').fill('2025-05-06');
    await tab.keyboard.press('Enter');
    await panel.locator('#desk-panel .date').getByText('2025年5月6日').waitFor(wait);

    await button(tab, '清空').click();
    await textIn(panel).toBe('');
    await panel.bringToFront();
    await button(panel, '恢复先前的文稿').click();
    await textIn(tab).toBe(`${fixedDraft}谢谢`);
    expect(await box(panel).inputValue()).toBe(`${fixedDraft}谢谢`);
  });

  it('keeps the caret where it was while the text before it changes', async () => {
    const panel = await openDesk();
    await paste(panel, draft);
    const tab = await inTab(panel);
    await textIn(tab).toBe(draft);
    await box(tab).evaluate((field) => {
      const { value } = field as HTMLTextAreaElement;
      (field as HTMLTextAreaElement).setSelectionRange(value.length - 3, value.length - 1);
    });
    await panel.bringToFront();
    await box(panel).focus();
    await panel.keyboard.press('Control+Home');
    await panel.keyboard.type('各位领导：');
    await textIn(tab).toBe(`各位领导：${draft}`);
    const selected = () =>
      box(tab).evaluate((field) => {
        const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
        return value.slice(selectionStart, selectionEnd);
      });
    expect(await selected()).toBe(draft.slice(-3, -1));
  });
});

describe('a file too large to be kept', () => {
  it('goes along to a tab; after closing, its text is there with the changes, and the file is chosen again', async () => {
    const large = largeSpeech();
    const panel = await openDesk();
    await choose(panel, '讲话稿.docx', large);
    await panel.getByText('关闭文稿台后只留文字和改动').waitFor(wait);
    await fix(panel, '党的十九大');
    await textIn(panel).toBe(fixedDraft);
    const tab = await inTab(panel);
    expectTracked((await download(tab, '下载 .docx')).bytes);
    expect(await tab.getByText('关闭文稿台后只留文字和改动').count()).toBe(1);
    await tab.close();
    await panel.close();

    const again = await openPanel();
    await again.getByText('原文件太大，没有留下').waitFor(wait);
    await textIn(again).toBe(fixedDraft);
    expect(await button(again, '下载 .docx').count()).toBe(0);
    const text = await download(again, '下载 .txt');
    expect(text.name).toBe('讲话稿（改后）.txt');
    expect(Buffer.from(text.bytes).toString()).toBe(fixedDraft);
    await choose(again, '讲话稿.docx', large);
    await again.getByText('原文件已接上').waitFor(wait);
    expectTracked((await download(again, '下载 .docx')).bytes);
  });
});

describe('a draft that went with the browser', () => {
  it('is told once at the next start, and nothing of it was written to the disk', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'gaozhun-crash-'));
    const start = async () => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: ensureChromium(),
        headless: false,
        locale: 'zh-CN',
        args: browserArguments(built, true),
      });
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      const open = async (): Promise<Page> => {
        const page = await context.newPage();
        await page.goto(new URL('/sidepanel.html?desk', worker.url()).href);
        return page;
      };
      return { context, worker, open };
    };
    const first = await start();
    const desk = await first.open();
    await box(desk).fill(draft);
    const mark = () => first.worker.evaluate("chrome.storage.local.get('desk-in-use')");
    await expect.poll(mark, wait).toEqual({ 'desk-in-use': true });
    expect(JSON.stringify(await first.worker.evaluate('chrome.storage.local.get(null)'))).not.toContain(
      '贯彻',
    );
    const crashed = first.context.waitForEvent('close');
    const session = await first.context.newCDPSession(desk);
    session.send('Browser.crash').catch(() => 'the browser is gone');
    await crashed;

    const second = await start();
    const after = await second.open();
    await after.getByText('文稿台上还有文稿，已随之清除').waitFor(wait);
    expect(await faultsOf(after)).toEqual([]);
    await after.getByRole('button', { name: '知道了' }).focus();
    await after.keyboard.press('Enter');
    await expect.poll(() => after.evaluate(() => document.activeElement?.id), wait).toBe('desk-text');
    expect(await after.getByText('已随之清除').count()).toBe(0);
    const later = await second.open();
    await box(later).waitFor(wait);
    expect(await later.getByText('已随之清除').count()).toBe(0);
    await second.context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });
});

describe('the parts of the desk', () => {
  const boxOf = async (place: Locator) => {
    const found = await place.first().boundingBox();
    if (found === null) throw new Error('Not on the screen.');
    return { ...found, right: found.x + found.width, bottom: found.y + found.height };
  };

  it('in a wide window: the draft on the left, as high as the window, the findings on the right', async () => {
    const panel = await openDesk();
    await choose(panel, '讲话稿.docx', speech);
    await about(panel, '党的十九大').first().waitFor(wait);
    const tab = await inTab(panel);
    for (const width of [900, 1280]) {
      await tab.setViewportSize({ width, height: 760 });
      await about(tab, '党的十九大').first().waitFor(wait);
      const [text, finding] = [await boxOf(box(tab)), await boxOf(tab.locator('.finding'))];
      expect(finding.x).toBeGreaterThanOrEqual(text.right);
      expect(text.height).toBeGreaterThan(450);
      expect(finding.bottom).toBeLessThan(760);
      const bar = await boxOf(tab.locator('.give-back'));
      expect(bar.y).toBeGreaterThanOrEqual(text.bottom);
      expect(bar.bottom).toBeLessThanOrEqual(760);
    }
    await tab.setViewportSize({ width: 1280, height: 500 });
    const last = tab.locator('.finding').last();
    await last.scrollIntoViewIfNeeded();
    expect((await boxOf(last)).bottom).toBeLessThanOrEqual(500);
    const [text, bar] = [await boxOf(box(tab)), await boxOf(tab.locator('.give-back'))];
    expect(text.y).toBeGreaterThanOrEqual(0);
    expect(bar.bottom).toBeLessThanOrEqual(500);
    await tab.setViewportSize({ width: 899, height: 760 });
    const [narrow, below] = [await boxOf(box(tab)), await boxOf(tab.locator('.finding'))];
    expect(below.y).toBeGreaterThanOrEqual(narrow.bottom);
  });

  it('in a narrow panel: text, counts and the first finding on the first screen, the file always at hand', async () => {
    const panel = await openDesk();
    await panel.setViewportSize({ width: 360, height: 588 });
    await choose(panel, '讲话稿.docx', speech);
    await about(panel, '党的十九大').first().waitFor(wait);
    await fix(panel, '党的十九大');
    await textIn(panel).toBe(fixedDraft);
    await panel.evaluate(() => scrollTo(0, 0));
    const [top, text, date, counts, finding, bar] = [
      await boxOf(panel.locator('.desk-top')),
      await boxOf(box(panel)),
      await boxOf(panel.locator('#desk-panel .date')),
      await boxOf(panel.locator('#desk-panel .levels')),
      await boxOf(panel.locator('#desk-panel .finding')),
      await boxOf(panel.locator('.give-back')),
    ];
    expect(top.bottom).toBeLessThanOrEqual(text.y);
    expect(text.bottom).toBeLessThanOrEqual(date.y);
    expect(date.height).toBeLessThan(32);
    expect(date.bottom).toBeLessThanOrEqual(counts.y);
    expect(counts.bottom).toBeLessThanOrEqual(finding.y);
    expect(finding.y + 60).toBeLessThanOrEqual(bar.y);
    expect(bar.bottom).toBe(588);
    expect(bar.height).toBeLessThan(60);

    // The list ends above the bar, and a focused finding is not covered by it.
    const last = panel.locator('#desk-panel .finding').last().getByRole('button').last();
    await last.focus();
    expect((await boxOf(last)).bottom).toBeLessThanOrEqual(bar.y);
  });

  it('stay where they are during a check that takes long', async () => {
    const panel = await openDesk();
    await paste(panel, draft);
    await expect.poll(() => panel.locator('.progress').count(), wait).toBe(0);
    const place = () => boxOf(panel.locator('#desk-panel .finding'));
    const before = await place();
    const worker = await surfaces.harness.worker();
    const busy = worker.evaluate('(() => { const end = Date.now() + 3_000; while (Date.now() < end); })()');
    await panel.keyboard.type('谢谢');
    await panel.locator('.progress').waitFor(wait);
    expect(await place()).toEqual(before);
    await busy;
  });

  it('the main button is the usual way back, once something has changed', async () => {
    const panel = await openDesk();
    const main = () => panel.locator('.give-back .main').allTextContents();
    await paste(panel, draft);
    expect(await main()).toEqual([]);
    await fix(panel, '党的十九大');
    await expect.poll(main, wait).toEqual(['复制改后文字']);
    await choose(panel, '讲话稿.docx', speech);
    await button(panel, '下载 .docx').waitFor(wait);
    expect(await main()).toEqual([]);
    await about(panel, '党的十九大').first().waitFor(wait);
    await fix(panel, '党的十九大');
    await expect.poll(main, wait).toEqual(['下载 .docx']);
    await choose(panel, '讲话.txt', strToU8(draft));
    await button(panel, '下载改后文件').waitFor(wait);
    await about(panel, '党的十九大').first().waitFor(wait);
    await fix(panel, '党的十九大');
    await expect.poll(main, wait).toEqual(['下载改后文件']);
  });
});
