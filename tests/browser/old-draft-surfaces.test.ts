import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../lib/common/today.ts';
import { dayInWords } from '../../lib/draft/date-words.ts';
import { type Language, languages } from '../../lib/language/language.ts';
import { makeDocx, paragraph, partOf, run } from '../docx/make.ts';
import { against, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { asOfToday, fillPlain, noteRequests, oldSpeech, onItsDay } from './old-draft.ts';

const asked = '稿中日期是2022年2月16日，距今';
const now = dayInWords(today()).zh;

const surfaces = useSurfaces();
let folder = '';
beforeAll(async () => {
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-old-'));
});
afterEach(async () => {
  await (await surfaces.harness.worker()).evaluate('chrome.storage.local.clear()');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const speak = async (language: Language): Promise<void> => {
  const worker = await surfaces.harness.worker();
  await worker.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
};

/** The findings of every kind: an old draft that is to be of today shows what hangs on time first. */
async function toFindings(view: Locator): Promise<void> {
  await view.locator('.renew').waitFor(wait);
  await view.getByRole('tab', { name: '提示' }).click();
}

/** The old speech in a page, and a surface that follows it. */
async function open(name: 'popup' | 'sidepanel', width: number): Promise<{ page: Page; surface: Page }> {
  const page = await surfaces.openTest('plain.html');
  await fillPlain(page, oldSpeech);
  await waitForMarks(page, onItsDay);
  const surface = surfaces.closeLater(await surfaces.open(name, { width, height: 700 }));
  await page.bringToFront();
  await page.locator('#editor p').first().click();
  return { page, surface };
}

describe('the side panel on an old draft', () => {
  it('asks at the top, says on which day it is checked then, and takes that back', async () => {
    const { page, surface } = await open('sidepanel', 400);
    const date = surface.locator('#page-panel .date');
    await date.getByText('按今天核对另有2处提示。').waitFor(wait);
    expect(await date.textContent()).toContain(asked);
    await date.getByRole('button', { name: '按今天核对' }).click();
    await waitForMarks(page, asOfToday);
    await expect.poll(() => date.textContent(), wait).toContain(`稿件日期 ${now}（稿中是2022年2月16日）`);
    expect(await date.textContent()).not.toContain('距今');
    await expect.poll(() => surface.locator('.outcome').textContent(), wait).toBe(`现按${now}核对。`);
    // The keyboard goes on where the answer can be taken back.
    await expect.poll(() => date.locator('[data-back]:focus').count(), wait).toBe(1);
    await toFindings(surface.locator('#page-panel'));
    await expect.poll(() => surface.locator('.finding').count(), wait).toBe(asOfToday.length);
    await date.locator('[data-back]').focus();
    await surface.keyboard.press('Enter');
    await waitForMarks(page, onItsDay);
    await date.getByText('按今天核对另有2处提示。').waitFor(wait);
    await expect.poll(() => date.locator('[data-answer=today]:focus').count(), wait).toBe(1);
    await date.getByRole('button', { name: '就按当时' }).click();
    await waitForMarks(page, []);
    await expect.poll(() => date.textContent(), wait).toMatch(/2022年2月16日.*由您指定/u);
    expect(await date.textContent()).not.toContain('稿中是');
    await surface.getByText('未见需要改动之处').waitFor(wait);
  });

  it('asks once, above the list, and never to be put right with others', async () => {
    const { surface } = await open('sidepanel', 400);
    const view = surface.locator('#page-panel');
    await view.getByText('按稿件当时的日期，未见需要改动之处').waitFor(wait);
    expect(await view.getByText('按今天核对另有2处提示。').count()).toBe(1);
    expect(await view.locator('.finding').count()).toBe(0);
    expect(await surface.locator('.open-certain').count()).toBe(0);
  });

  it('remembers the day of old with a day that is set by hand', async () => {
    const { page, surface } = await open('sidepanel', 400);
    await surface.locator('#page-panel [data-opens=date]').click();
    await surface.getByLabel('稿件日期').fill(today());
    await surface.keyboard.press('Enter');
    await waitForMarks(page, asOfToday);
    await toFindings(surface.locator('#page-panel'));
    await surface
      .locator('.finding')
      .filter({ hasText: '请核对' })
      .getByRole('button', { name: '改为' })
      .click();
    await waitForMarks(page, asOfToday.slice(1));
    const worker = await surfaces.harness.worker();
    const stored = await worker.evaluate('chrome.storage.local.get(null)');
    expect(Object.values(stored as object)).toContainEqual(
      expect.objectContaining({ date: today(), oldDay: '2022-02-16' }),
    );
  });
});

describe('the popup on an old draft', () => {
  it('asks in a line, is answered, and takes that back', async () => {
    const { page, surface } = await open('popup', 360);
    const here = surface.locator('.page');
    await here.getByText('按今天核对另有2处提示。').waitFor(wait);
    expect(await here.textContent()).toContain(asked);
    expect(await here.textContent()).not.toContain('未见需要改动');
    await here.getByRole('button', { name: '按今天核对' }).click();
    await waitForMarks(page, asOfToday);
    await here.getByText(`现按${now}核对。`).waitFor(wait);
    await expect.poll(() => here.locator('.levels .count').allTextContents(), wait).toEqual(['1', '2']);
    await expect.poll(() => here.getByText('恢复自动日期').and(here.locator(':focus')).count(), wait).toBe(1);
    await surface.keyboard.press('Enter');
    await waitForMarks(page, onItsDay);
    await here.getByText('按今天核对另有2处提示。').waitFor(wait);
    await here.getByRole('button', { name: '就按当时' }).click();
    await waitForMarks(page, []);
    await here.getByText('现按2022年2月16日核对。').waitFor(wait);
    await here.getByText('未见需要改动之处').waitFor(wait);
  });
});

describe('the desk with an old draft', () => {
  const onDesk = async (): Promise<Page> => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await panel.bringToFront();
    await panel.getByRole('tab', { name: '文稿台' }).click();
    return panel;
  };
  const date = (panel: Page) => panel.locator('#desk-panel .date');
  const marks = async (panel: Page) => panel.locator('#desk-panel .finding .mark').allTextContents();

  it('asks of pasted text, once a text, and knows the answer when it is pasted again', async () => {
    const panel = await onDesk();
    const noted = await noteRequests(surfaces.harness);
    const paste = async () => {
      await panel.evaluate((words) => navigator.clipboard.writeText(words), oldSpeech.join('\n'));
      await panel.locator('#desk-text').click();
      await panel.keyboard.press('Control+v');
    };
    await paste();
    await date(panel).getByText('按今天核对另有2处提示。').waitFor(wait);
    expect((await noted()).filter((type) => type === 'count-today')).toHaveLength(1);
    await date(panel).getByRole('button', { name: '按今天核对' }).click();
    await toFindings(panel.locator('#desk-panel'));
    await expect.poll(() => marks(panel), wait).toEqual(asOfToday);
    await waitForMarks(panel, asOfToday);
    await panel.getByRole('button', { name: '清空' }).click();
    await paste();
    await expect.poll(() => marks(panel), wait).toEqual(asOfToday);
    await date(panel).getByRole('button', { name: '恢复自动' }).click();
    await date(panel).getByText(asked).waitFor(wait);
    await expect.poll(() => marks(panel), wait).toEqual([]);
    await waitForMarks(panel, onItsDay);
  });

  it('asks of a .docx, which gets no comment for it', async () => {
    const panel = await onDesk();
    const file = join(folder, '讲话稿.docx');
    const bytes = makeDocx(oldSpeech.map((text) => paragraph(run(text))).join(''));
    await writeFile(file, bytes);
    const choosing = panel.waitForEvent('filechooser');
    await panel.locator('[data-opens=file]').click();
    await (await choosing).setFiles(file);
    await date(panel).getByText('按今天核对另有2处提示。').waitFor(wait);
    await panel.getByRole('button', { name: '写法：修订' }).click();
    await panel.getByText('把未改的提示也写成批注').click();
    const download = async () => {
      const [got] = await Promise.all([
        panel.waitForEvent('download'),
        panel.getByRole('button', { name: '下载 .docx' }).click(),
      ]);
      const comments = partOf(await readFile(await got.path()), 'word/comments.xml');
      return comments.match(/<w:comment /gu)?.length ?? 0;
    };
    expect(await download()).toBe(0);
    await date(panel).getByRole('button', { name: '按今天核对' }).click();
    await toFindings(panel.locator('#desk-panel'));
    await expect.poll(() => marks(panel), wait).toEqual(asOfToday);
    expect(await download()).toBe(asOfToday.length);
  });
});

describe.each(languages)('surfaces on an old draft, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const counted = say('另有2处提示', 'there are 2 more findings');
  const today = say('按今天核对', 'Check as of today');

  it('have nothing that can be said against them', async () => {
    await speak(language);
    const { page, surface: panel } = await open('sidepanel', 400);
    await panel.locator('#page-panel .date').getByText(counted).waitFor(wait);
    expect(await against(panel, language, 'panel with an old draft')).toEqual([]);
    expect(await byKeys(panel)).toEqual([]);
    await panel.locator('#page-panel .date').getByRole('button', { name: today }).click();
    await panel.locator('#page-panel .date [data-back]').waitFor(wait);
    expect(await against(panel, language, 'panel with an old draft as of today')).toEqual([]);
    await panel.locator('#page-panel .date [data-back]').click();
    await panel.locator('#page-panel .date').getByText(counted).waitFor(wait);
    const popup = surfaces.closeLater(await surfaces.open('popup', { width: 360, height: 600 }));
    await page.bringToFront();
    await popup.getByText(counted).waitFor(wait);
    expect(await against(popup, language, 'popup with an old draft')).toEqual([]);
    expect(await byKeys(popup)).toEqual([]);
    await popup.getByRole('button', { name: today }).click();
    await popup.getByText(say('恢复自动日期', 'Undo')).waitFor(wait);
    expect(await against(popup, language, 'popup with an old draft as of today')).toEqual([]);
    await panel.bringToFront();
    await panel.locator('#desk-tab').click();
    await panel.locator('#desk-text').click();
    await panel.keyboard.insertText(oldSpeech.join('\n'));
    await panel.locator('#desk-panel .date').getByText(counted).waitFor(wait);
    expect(await against(panel, language, 'desk with an old draft')).toEqual([]);
  });
});
