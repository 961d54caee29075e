import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';
import { painted, paintedMarks, waitForMarks } from './marks-view.ts';

const pictures = join(import.meta.dirname, '../output/left-alone');
const faults = ['党的十九大', '工商局', '四、'];
const surfaces = useSurfaces();

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
});

const open = (name: string) => surfaces.openTest(name);

const popupOver = (page: Page) => surfaces.popupOver(page);

describe('a code editor', () => {
  const choice = (popup: Page) => popup.getByRole('switch', { name: '也核对代码编辑器' });

  it('is left alone until the author has it read on the site, and again when they change their mind', async () => {
    const page = await open('codemirror6.html');
    await page.locator('.cm-content').click();
    const popup = await popupOver(page);
    await popup.getByText('默认不核对').waitFor(wait);
    expect(await choice(popup).isChecked()).toBe(false);
    expect(await paintedMarks(page)).toEqual([]);
    await popup.screenshot({ path: join(pictures, 'code-off.png') });

    await choice(popup).click();
    await waitForMarks(page, faults);
    await expect.poll(() => choice(popup).isChecked(), wait).toBe(true);
    await popup.locator('.levels').waitFor(wait);
    await popup.screenshot({ path: join(pictures, 'code-on.png') });
    await page.reload();
    await page.waitForFunction(() => 'editorPage' in window);
    await waitForMarks(page, faults);

    await choice(popup).click();
    await waitForMarks(page, []);
    await expect.poll(() => choice(popup).isChecked(), wait).toBe(false);
  });
});

describe('a field that asks not to be checked', () => {
  beforeEach(async () => {
    // What a test before has chosen for the site.
    await (await surfaces.harness.worker()).evaluate(`(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...settings, siteChoices: {} } });
    })()`);
  });
  const choice = (popup: Page) => popup.getByRole('switch', { name: '也核对网页声明不检查的编辑区' });

  it('is left alone until the author overrules it for the site', async () => {
    const page = await open('others.html');
    await waitForMarks(page, ['党的十九大']);
    const popup = await popupOver(page);
    await choice(popup).waitFor(wait);
    await popup.emulateMedia({ colorScheme: 'dark' });
    await popup.setViewportSize({ width: 320, height: 600 });
    await popup.screenshot({ path: join(pictures, 'both-dark.png') });
    await choice(popup).click();
    // Two text areas more: spellcheck=false and data-gramm=false. What says data-gaozhun=false stays as it is.
    await waitForMarks(page, ['党的十九大', '党的十九大', '党的十九大']);
    await choice(popup).click();
    await waitForMarks(page, ['党的十九大']);
  });

  it('goes by the site of its own frame, whichever site the tab shows', async () => {
    const page = await open('others-framed.html');
    const framed = page.frameLocator('iframe');
    const marks = async () => {
      const sites = page.frames().map((frame) => frame.evaluate(painted));
      return (await Promise.all(sites)).map((all) => all.filter(({ look }) => look !== 'active').length);
    };
    await expect.poll(marks, wait).toEqual([0, 1]);
    const popup = await popupOver(page);
    await framed.locator('[spellcheck=false]').click();
    const about = popup.getByText('在此页嵌入的 editor.localhost');
    await about.waitFor(wait);
    await popup.screenshot({ path: join(pictures, 'framed.png') });
    await choice(popup).click();
    await expect.poll(marks, wait).toEqual([0, 3]);
    await page.locator('#own').click();
    await about.waitFor({ ...wait, state: 'detached' });
    await expect.poll(() => choice(popup).isChecked(), wait).toBe(false);

    await choice(popup).click();
    await expect.poll(marks, wait).toEqual([1, 3]);
    await framed.locator('[data-gramm=false]').click();
    await about.waitFor(wait);
    await choice(popup).click();
    await expect.poll(marks, wait).toEqual([1, 1]);
    await page.reload();
    await page.waitForFunction(() => 'editorPage' in window);
    await expect.poll(marks, wait).toEqual([1, 1]);
  });

  it('is told of by the icon and the panel once it holds a text, and read from the panel’s switch on', async () => {
    const page = await open('opted-out.html');
    const field = page.locator('textarea');
    const icon = async () => {
      const worker = await surfaces.harness.worker();
      return await worker.evaluate(`(async () => {
        const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
        const [text, title] = await Promise.all([
          chrome.action.getBadgeText({ tabId: tab.id }),
          chrome.action.getTitle({ tabId: tab.id }),
        ]);
        return [text, title.includes('声明不检查')];
      })()`);
    };
    await field.click();
    await page.keyboard.insertText('Dear all, ');
    expect(await icon()).toEqual(['', false]);
    await page.keyboard.insertText('要深入学习贯彻党的十九大精神。');
    await expect.poll(icon, wait).toEqual(['未核', true]);
    expect(await paintedMarks(page)).toEqual([]);
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await page.bringToFront();
    await panel.getByText('声明不检查，稿准照办').waitFor(wait);
    await panel.screenshot({ path: join(pictures, 'panel.png') });
    await panel.getByRole('switch', { name: '也核对网页声明不检查的编辑区' }).click();
    await waitForMarks(page, ['党的十九大']);
    await expect.poll(icon, wait).toEqual([expect.stringMatching(/^\d$/), false]);
    await panel.locator('#page-panel .finding').first().waitFor(wait);
  });

  it('is none where a document is edited as a whole: there its editor says so for itself', async () => {
    const page = await open('whole-body.html');
    // The frames’ bodies, one with an attribute of its own, one in design mode; not what is edited beside them.
    await waitForMarks(page, ['工商局', '工商局', '工商局']);
    for (const frame of page.frames())
      await frame.evaluate(() => {
        document.head.append(document.createElement('style'));
        document.documentElement.append(document.createElement('i'));
      });
    // Longer than the pause before a changed page is searched again.
    await page.waitForTimeout(700);
    await waitForMarks(page, ['工商局', '工商局', '工商局']);
  });

  it('has no switch where no such field is', async () => {
    const page = await open('plain.html');
    const popup = await popupOver(page);
    await popup.locator('.levels').waitFor(wait);
    expect(await popup.getByRole('switch').count()).toBe(1);
  });
});

describe('a box in which an editor catches pastes', () => {
  it('is no field', async () => {
    const page = await open('quill1.html');
    await waitForMarks(page, faults);
    await page.locator('.ql-clipboard').evaluate((box) => {
      box.textContent = '要深入学习贯彻党的十九大精神。';
      (box as HTMLElement).focus();
    });
    // Longer than the pause before a changed page is searched again, and than that before a check.
    await page.waitForTimeout(1000);
    expect((await paintedMarks(page)).length).toBe(faults.length);
  });
});
