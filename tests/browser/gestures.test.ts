import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { makeDocx, paragraph, partOf, run } from '../docx/make.ts';
import { dropFile } from './desk-files.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { fillPlain } from './old-draft.ts';

/*
 * The main task in few gestures, by the real mouse and keys of the browser. A gesture is a click, a chord, a paste, a drop,
 * or one typed value. The click on the icon, which no test can make, is counted as one.
 */

const surfaces = useSurfaces();
let folder = '';
beforeAll(async () => {
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-gestures-'));
});
afterEach(async () => {
  const worker = await surfaces.harness.worker();
  await worker.evaluate('Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const speech = [
  '在全县农业农村工作会议上的讲话',
  '（2022年2月16日）',
  '同志们：',
  '今天我们召开会议，主要任务是总结2021年工作，部署2022年任务。',
  '2022年，要抓好粮食生产，深入学习贯彻党的十九大精神。',
  '2020年，我县实现了脱贫摘帽。',
  '要确保2022年目标任务圆满完成。',
];

/** The years that the old ones become are asked of the view itself: they depend on today. */
async function yearOf(view: Locator): Promise<number> {
  return Number(await view.locator('.shift input').inputValue());
}

function renewed(year: number): string[] {
  return speech.map((line) =>
    line.includes('2月16日')
      ? line
      : line
          .replaceAll('2022年', `${year}年`)
          .replaceAll('2021年', `${year - 1}年`)
          .replace('十九大', '二十大'),
  );
}

/** Counts gestures. */
class Hand {
  count = 0;

  /** The click on the extension's icon: the popup over a page. */
  async icon(page: Page): Promise<Page> {
    this.count += 1;
    return await surfaces.popupOver(page);
  }

  async click(page: Page, target: Locator): Promise<void> {
    await target.waitFor(wait);
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('It is not to be seen.');
    this.count += 1;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    // A popup makes way for what it opens.
    await page.mouse.up().catch(() => undefined);
  }

  async chord(page: Page, keys: string): Promise<void> {
    await page.keyboard.press(keys);
    this.count += 1;
  }

  async drop(page: Page, file: string): Promise<void> {
    await dropFile(page, file);
    this.count += 1;
  }
}

describe('an old speech becomes this year’s', () => {
  it('on the desk of a new tab, from the clipboard to the clipboard, in at most 8 gestures', async () => {
    const hand = new Hand();
    const tab = surfaces.closeLater(await surfaces.harness.context.newPage());
    const popup = await hand.icon(tab);
    // The browser's own panel is out of a test's reach: here it has none, and the desk opens in a tab.
    await popup.evaluate(`for (const api of [chrome, globalThis.browser ?? {}])
      Object.defineProperty(api, 'sidePanel', { value: undefined });`);
    const opened = surfaces.harness.context.waitForEvent('page', wait);
    await hand.click(popup, popup.getByRole('button', { name: '文稿台' }));
    const panel = surfaces.closeLater(await opened);
    await panel.locator('#desk-text').waitFor(wait);
    await panel.bringToFront();
    await panel.evaluate((text) => navigator.clipboard.writeText(text), speech.join('\n'));
    const box = panel.locator('#desk-text');
    // The box has the caret.
    await expect.poll(() => box.evaluate((one) => one === document.activeElement), wait).toBe(true);
    await hand.chord(panel, 'Control+v');
    const desk = panel.locator('.desk');
    await hand.click(panel, desk.locator('[data-answer=today]').first());
    const renew = desk.locator('.renew');
    await renew.locator('.shift').waitFor(wait);
    const year = await yearOf(renew);
    await hand.click(panel, renew.locator('[data-bulk=chosen]'));
    await hand.click(panel, renew.locator('.fix-preview .button.main'));
    await expect.poll(() => box.inputValue(), wait).toBe(renewed(year).join('\n'));
    await hand.click(panel, desk.locator('.give-back').getByRole('button', { name: '复制' }).first());
    await expect
      .poll(() => panel.evaluate(() => navigator.clipboard.readText()), wait)
      .toBe(renewed(year).join('\n'));
    expect(hand.count).toBeLessThanOrEqual(8);
  });

  it('in the editor of a page, in at most 6 gestures', async () => {
    const hand = new Hand();
    const page = await surfaces.openTest('plain.html');
    await fillPlain(page, speech);
    await waitForMarks(page, ['2022年2月16日']);
    await page.locator('#editor p').first().click();
    const popup = await hand.icon(page);
    await hand.click(popup, popup.locator('[data-answer=today]'));
    await popup.getByText('现按').waitFor(wait);
    await hand.click(popup, popup.getByRole('button', { name: '打开侧边栏' }));
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 800 }));
    await page.bringToFront();
    const renew = panel.locator('#page-panel .renew');
    await renew.locator('.shift').waitFor(wait);
    const year = await yearOf(renew);
    await hand.click(panel, renew.locator('[data-bulk=chosen]'));
    await hand.click(panel, renew.locator('.fix-preview .button.main'));
    await expect.poll(() => page.locator('#editor p').allTextContents(), wait).toEqual(renewed(year));
    expect(hand.count).toBeLessThanOrEqual(6);
  });

  it('as a .docx, in and out with tracked changes, in at most 5 gestures', async () => {
    const hand = new Hand();
    const file = join(folder, '讲话稿.docx');
    await writeFile(file, makeDocx(speech.map((line) => paragraph(run(line))).join('')));
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 800 }));
    await panel.bringToFront();
    await panel.locator('#desk-tab').click();
    const desk = panel.locator('#desk-panel');
    await hand.drop(panel, file);
    await hand.click(panel, desk.locator('[data-answer=today]').first());
    const renew = desk.locator('.renew');
    await renew.locator('.shift').waitFor(wait);
    const year = await yearOf(renew);
    await hand.click(panel, renew.locator('[data-bulk=chosen]'));
    await hand.click(panel, renew.locator('.fix-preview .button.main'));
    const save = desk.getByRole('button', { name: '下载 .docx' });
    await save.and(panel.locator('.main')).waitFor(wait);
    const [download] = await Promise.all([panel.waitForEvent('download'), hand.click(panel, save)]);
    const bytes = await readFile(await download.path());
    expect(openDocx(bytes).text).toBe(renewed(year).join('\n'));
    expect(partOf(bytes, 'word/document.xml')).toContain('<w:ins ');
    expect(hand.count).toBeLessThanOrEqual(5);
  });
});
