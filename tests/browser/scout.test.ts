import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { built } from './build.ts';
import { useHarness, wait } from './fixture.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';
import { ownWorld } from './own-world.ts';

const fault = '要深入学习贯彻党的十九大精神。';
const loaded = "Symbol.for('gaozhun-writing') in globalThis";
const lookingOut = "Symbol.for('gaozhun-scout') in globalThis";

const harness = useHarness();
let page: Page;

/** Switches the test's site off, or on again, as the options page does. */
async function switchSite(off: boolean): Promise<void> {
  const worker = await harness.worker();
  const options = await harness.context.newPage();
  await options.goto(new URL('/options.html', worker.url()).href);
  const request = { type: 'set-site', pattern: `${harness.address}/*`, off };
  await options.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(request)})`);
  await options.close();
}

describe('on a page with no editor', () => {
  it('one small script looks out by one observer, and nothing else is loaded', async () => {
    page = await harness.openTest('no-editor.html');
    await page.locator('#name').click();
    await page.keyboard.type('draft');
    await page.waitForTimeout(600);
    const world = await ownWorld(page);
    expect(await world.evaluate(loaded)).toBe(false);
    expect(await world.count('MutationObserver')).toBe(1);
    for (const other of ['ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
      expect(await world.count(other), other).toBe(0);
    }
    expect(await world.evaluate(lookingOut)).toBe(true);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it('an editor that comes later is found, and the one observer hands over', async () => {
    page = await harness.openTest('no-editor.html');
    const world = await ownWorld(page);
    expect(await world.evaluate(loaded)).toBe(false);
    await page.evaluate((words) => {
      const field = document.createElement('div');
      field.textContent = words;
      document.body.prepend(field);
      setTimeout(() => field.setAttribute('contenteditable', 'true'), 700);
    }, fault);
    await waitForMarks(page, ['党的十九大']);
    expect(await world.evaluate(loaded)).toBe(true);
  });

  it('a line that has Chinese in it when the author comes back is read; a search box never is', async () => {
    page = await harness.openTest('no-editor.html');
    await page.getByRole('search').getByRole('textbox').click();
    await page.waitForTimeout(300);
    const world = await ownWorld(page);
    expect(await world.evaluate(loaded)).toBe(false);
    await page.locator('#name').fill(fault);
    await page.getByRole('search').getByRole('textbox').click();
    await waitForMarks(page, ['党的十九大']);
  });

  it('a line that was empty is read once the page changes under the words that were typed into it', async () => {
    page = await harness.openTest('no-editor.html');
    await page.locator('#name').click();
    await page.keyboard.insertText(fault);
    await page.evaluate(() => document.body.append(document.createElement('p')));
    await waitForMarks(page, ['党的十九大']);
  });

  it('an editor inside a closed shadow tree is found when the author goes into it', async () => {
    page = await harness.openTest('no-editor.html');
    await page.evaluate((words) => {
      const host = document.createElement('draft-editor');
      const field = document.createElement('div');
      field.contentEditable = 'true';
      field.textContent = words;
      host.attachShadow({ mode: 'closed' }).append(field);
      document.body.prepend(host);
    }, fault);
    await page.locator('draft-editor').click();
    await waitForMarks(page, ['党的十九大']);
  });

  it('editors in frames of every make are found while the page around them stays as it is', async () => {
    page = await harness.openTest('no-editor.html');
    await page.evaluate((words) => {
      const body = `<body contenteditable="true"><p>${words}</p></body>`;
      const add = (set: (frame: HTMLIFrameElement) => void) => {
        const frame = document.createElement('iframe');
        set(frame);
        document.body.prepend(frame);
        return frame;
      };
      add((frame) => {
        frame.srcdoc = body;
      });
      add((frame) => {
        frame.srcdoc = body;
        frame.setAttribute('sandbox', 'allow-scripts');
      });
      const written = add(() => undefined).contentDocument;
      written?.open();
      written?.write(body);
      written?.close();
      const designed = add(() => undefined);
      if (designed.contentDocument !== null) {
        designed.contentDocument.body.textContent = words;
        designed.contentDocument.designMode = 'on';
      }
    }, fault);
    await waitForMarks(
      page,
      Array.from({ length: 4 }, () => '党的十九大'),
    );
    const world = await ownWorld(page);
    expect(await world.evaluate(loaded)).toBe(false);
  });

  it('a script is sent for again when the background could not be reached', async () => {
    page = await harness.openTest('no-editor.html');
    await harness.stopWorker();
    await page.evaluate((words) => {
      const field = document.createElement('textarea');
      field.id = 'editor';
      field.value = words;
      document.body.prepend(field);
    }, fault);
    await waitForMarks(page, ['党的十九大']);
  });

  it('nothing goes on once the site is switched off, until it is switched on again', async () => {
    page = await harness.openTest('no-editor.html');
    const world = await vi.waitFor(() => ownWorld(page), wait);
    await vi.waitFor(async () => expect(await world.evaluate(lookingOut)).toBe(true), wait);
    await switchSite(true);
    await page.evaluate((words) => {
      const field = document.createElement('textarea');
      field.value = words;
      document.body.prepend(field);
    }, fault);
    await page.locator('textarea').first().click();
    await page.waitForTimeout(900);
    expect(await paintedMarks(page)).toEqual([]);
    expect(await world.evaluate(loaded)).toBe(false);
    expect(await world.evaluate(lookingOut)).toBe(false);
    await switchSite(false);
    await waitForMarks(page, ['党的十九大']);
  });
});

describe('on a site that holds more than its editor', () => {
  it('messages are not read; a document is, also where the page comes to it without loading', async () => {
    page = await harness.context.newPage();
    await page.route('https://office.feishu.cn/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><textarea rows="5">${fault}</textarea><iframe srcdoc="<textarea>${fault}</textarea>"></iframe>`,
      }),
    );
    await page.goto('https://office.feishu.cn/messenger/');
    const world = await ownWorld(page);
    await page.locator('textarea').first().click();
    await page.frameLocator('iframe').locator('textarea').click();
    await page.waitForTimeout(900);
    expect(await world.evaluate(lookingOut)).toBe(true);
    expect(await world.evaluate(loaded)).toBe(false);
    expect(await paintedMarks(page)).toEqual([]);
    await page.evaluate(() => history.pushState(null, '', '/docx/AbC'));
    await page.locator('textarea').first().click();
    await waitForMarks(page, ['党的十九大']);
    await page.close();
  });
});

describe('the scripts of a page', () => {
  const packed = (file: string) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length;

  it('are small: what every frame has, and what a frame with an editor has', () => {
    expect(packed('scout.js')).toBeLessThanOrEqual(3 * 1024);
    expect(packed('canvas-page.js') + packed('canvas-link.js')).toBeLessThanOrEqual(6 * 1024);
    expect(packed('writing.js')).toBeLessThanOrEqual(45 * 1024);
  });
});
