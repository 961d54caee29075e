import { randomBytes } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { partyWork, textOf } from '../entrypoints/welcome/drafts.ts';
import { makeDocx, paragraph, run } from '../tests/docx/make.ts';
import { wordScreens } from './screens-word.ts';

interface Options {
  readonly context: BrowserContext;
  /** The address of the extension's pages. */
  readonly base: string;
  /** Takes a picture of a page under a name, in light and dark. */
  readonly take: (page: Page, name: string) => Promise<void>;
}

const speech = Buffer.from(
  makeDocx(
    textOf(partyWork)
      .split('\n')
      .map((line) => paragraph(run(line)))
      .join(''),
  ),
);
/** The speech with more than can be kept. */
const largeSpeech = Buffer.from(
  zipSync({ ...unzipSync(speech), 'word/media/image1.bin': randomBytes(7 * 1024 * 1024) }, { level: 0 }),
);

async function choose(page: Page, buffer: Buffer, name: string): Promise<void> {
  await page.locator('#desk-panel input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.locator('#desk-panel .finding').first().waitFor();
}

/**
 * Pictures of the desk with a .docx, in the narrow panel and in a tab, and of what it says of a text that was not kept.
 * The desk is in front in `panel`, and empty afterwards.
 */
export async function deskScreens(panel: Page, { context, base, take }: Options): Promise<void> {
  await panel.setViewportSize({ width: 360, height: 588 });
  await choose(panel, speech, '在全县机关党的建设工作会议上的讲话（送审稿）.docx');
  // The list is drawn once more when words that were undecided are.
  await panel.locator('.progress').waitFor({ state: 'detached' });
  await panel.waitForTimeout(800);
  await panel.locator('#desk-panel .finding.error .fix').first().click();
  await panel.locator('.give-back .main').waitFor();
  await panel.locator('.progress').waitFor({ state: 'detached' });
  await panel.evaluate(() => scrollTo(0, 0));
  await take(panel, 'desk-docx');
  await panel.locator('[aria-controls=manner]').click();
  await take(panel, 'desk-docx-manner');
  await panel.locator('[aria-controls=manner]').click();
  await panel.setViewportSize({ width: 320, height: 588 });
  await take(panel, 'desk-docx-narrow');

  const opening = context.waitForEvent('page');
  await panel.locator('.in-tab').click();
  const tab = await opening;
  await tab.locator('.finding').first().waitFor();
  for (const width of [900, 1280]) {
    await tab.setViewportSize({ width, height: 760 });
    await take(tab, width === 900 ? 'desk-tab-small' : 'desk-tab');
  }
  await tab.evaluate(() => scrollTo(0, 400));
  await take(tab, 'desk-tab-scrolled');
  await tab.locator('.desk-top .quiet').last().click();
  await take(tab, 'desk-tab-empty');
  await choose(tab, largeSpeech, '讲话稿.docx');
  await tab.locator('.kept-note').waitFor();
  await take(tab, 'desk-tab-large');
  await panel.setViewportSize({ width: 360, height: 588 });
  await take(panel, 'desk-large');
  await Promise.all([panel.goto('about:blank'), tab.goto('about:blank')]);
  await panel.goto(`${base}sidepanel.html`);
  await panel.locator('.kept-note').waitFor();
  await take(panel, 'desk-large-closed');
  await panel.locator('.desk-top .quiet').last().click();
  await tab.close();
  await wordScreens(panel, take);

  await panel.evaluate("chrome.storage.local.set({ 'desk-in-use': true })");
  const lost = await context.newPage();
  await lost.setViewportSize({ width: 360, height: 588 });
  await lost.goto(`${base}sidepanel.html?desk`);
  await lost.locator('.notice').waitFor();
  await take(lost, 'desk-lost');
  await lost.close();
}
