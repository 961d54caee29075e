import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { builtFirefox } from './build.ts';
import { cardText, clickCard } from './card-bidi.ts';
import { click, type ExtensionPage, type FirefoxHarness, press, startFirefox } from './firefox.ts';
import { wait } from './fixture.ts';
import { type PaintedMark, painted } from './marks-view.ts';

let harness: FirefoxHarness;
let welcome: Page;

beforeAll(async () => {
  harness = await startFirefox();
  welcome = harness.welcome;
  await welcome.setViewport({ width: 1000, height: 800 });
});
afterAll(() => harness?.close());

const textIn = (page: Page, selector: string): Promise<string> =>
  page.evaluate((asked) => document.querySelector(asked)?.textContent ?? '', selector);
const plainText = (): Promise<string> =>
  welcome.evaluate(() => document.querySelector<HTMLTextAreaElement>('#plain')?.value ?? '');
const richText = (): Promise<string> => textIn(welcome, '#rich');
const count = (page: Page, selector: string): Promise<number> =>
  page.evaluate((asked) => document.querySelectorAll(asked).length, selector);

/** The words marked in the rich draft. */
function markedInRich(): Promise<string[]> {
  return welcome.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight] as Range[])
      .filter((range) => document.querySelector('#rich')?.contains(range.startContainer))
      .map(String),
  );
}

describe('the manifest for Firefox', () => {
  it('has the icon on the bar, and a sidebar that does not open by itself', () => {
    const manifest = JSON.parse(readFileSync(join(builtFirefox, 'manifest.json'), 'utf8'));
    expect(manifest.action).toMatchObject({ default_area: 'navbar', default_popup: 'popup.html' });
    expect(manifest.sidebar_action.open_at_install).toBe(false);
  });
});

describe('the welcome page in Firefox', () => {
  it('opens by itself and marks the faults of its draft', async () => {
    await expect.poll(async () => (await markedInRich()).length, wait).toBe(partyWork.planted.length);
    const marked = await markedInRich();
    const missed = partyWork.planted.filter(
      ({ text }) => !marked.some((words) => text.includes(words) || words.includes(text)),
    );
    expect(missed).toEqual([]);
  });

  it('puts the right words in by a click on the card, and Ctrl+Z takes them back', async () => {
    const before = await richText();
    await welcome.evaluate(() => document.querySelector('#rich')?.scrollIntoView());
    const marks: PaintedMark[] = await welcome.evaluate(painted);
    const mark = marks.find(({ text }) => text === '党的十九大');
    if (mark === undefined) throw new Error('No mark.');
    await welcome.mouse.move(mark.x, mark.y, { steps: 4 });
    await expect.poll(() => cardText(harness.browser, welcome), wait).toContain('往届提法');
    await clickCard(harness.browser, welcome, '改为“党的二十大”');
    await expect.poll(richText, wait).toBe(before.replace('党的十九大', '党的二十大'));
    await expect.poll(() => cardText(harness.browser, welcome), wait).toBe(null);
    await press(welcome, 'Control+z');
    await expect.poll(richText, wait).toBe(before);
  });
});

describe('the popup in Firefox', () => {
  let popup: Page;
  const found = () => textIn(popup, '[role=option]');
  const said = () => textIn(popup, 'body');

  beforeEach(async () => {
    popup = await harness.openOwn('popup');
    await popup.setViewport({ width: 380, height: 700 });
    await popup.waitForSelector('[role=combobox]', wait);
    return () => popup.close();
  });

  it('finds by initials, and inserts at the caret of the editor used last', async () => {
    await welcome.bringToFront();
    await click(welcome, '#plain');
    await press(welcome, 'Control+Home');
    await press(welcome, 'End');
    const before = await plainText();
    await expect.poll(() => said(), wait).toContain('修复序号');
    await popup.keyboard.type('sgys');
    await popup.waitForSelector('#results[aria-busy=false]', wait);
    await expect.poll(found, wait).toContain('四个意识');
    await press(popup, 'Enter');
    await expect.poll(said, wait).toContain('已插入：');
    const [first, ...rest] = before.split('\n');
    await expect.poll(plainText, wait).toBe([`${first}“四个意识”`, ...rest].join('\n'));
    await press(welcome, 'Control+z');
    await expect.poll(plainText, wait).toBe(before);
  });

  it('copies with Ctrl+Enter', async () => {
    await popup.bringToFront();
    await popup.keyboard.type('sigeyishi');
    await popup.waitForSelector('#results[aria-busy=false]', wait);
    await expect.poll(found, wait).toContain('四个意识');
    await press(popup, 'Control+Enter');
    await expect.poll(said, wait).toContain('已复制：');
    await press(popup, 'Control+a');
    await press(popup, 'Control+v');
    const typed = () => popup.evaluate(() => document.querySelector('input')?.value);
    await expect.poll(typed, wait).toBe('“四个意识”');
  });

  it('opens the sidebar', async () => {
    await welcome.bringToFront();
    await click(welcome, '#plain');
    await click(popup, 'button::-p-text(打开侧边栏)');
    const isOpen = () =>
      welcome.evaluate(() => (globalThis as unknown as ExtensionPage).browser.sidebarAction.isOpen({}));
    await expect.poll(isOpen, wait).toBe(true);
  });
});

describe('the side panel in Firefox', () => {
  let panel: Page;
  const findings = () => count(panel, '.finding');

  beforeEach(async () => {
    panel = await harness.openOwn('sidepanel');
    await panel.setViewport({ width: 400, height: 700 });
    await welcome.bringToFront();
    await click(welcome, '#rich p');
    await expect.poll(findings, wait).toBe(partyWork.planted.length);
    return () => panel.close();
  });

  it('lists the findings in order of place', async () => {
    const text = textOf(partyWork);
    const words = await panel.evaluate(() =>
      [...document.querySelectorAll('.finding .place .mark')].map((mark) => mark.textContent ?? ''),
    );
    let from = 0;
    for (const word of words) {
      const place = text.indexOf(word, from);
      expect(place, word).toBeGreaterThanOrEqual(from);
      from = place + word.length;
    }
  });

  it('shows a finding in its place', async () => {
    await click(panel, '.finding:nth-of-type(2) [title="在稿中定位"]');
    const around = () =>
      welcome.evaluate(() => {
        const { focusNode } = getSelection() ?? {};
        return focusNode?.parentElement?.closest('#rich > *')?.textContent ?? '';
      });
    await expect.poll(around, wait).toContain('增强“两个维护”');
  });

  it('puts the right wording in place, and Ctrl+Z in the draft takes it back', async () => {
    const before = await richText();
    await click(panel, 'button::-p-text(改为“党的二十大”)');
    await expect.poll(richText, wait).toBe(before.replace('党的十九大', '党的二十大'));
    await expect.poll(findings, wait).toBe(partyWork.planted.length - 1);
    await welcome.focus('#rich');
    await press(welcome, 'Control+z');
    await expect.poll(richText, wait).toBe(before);
    await expect.poll(findings, wait).toBe(partyWork.planted.length);
  });

  it('opens the report in a tab, where it is copied as tables', async () => {
    await click(panel, '.facts button');
    // The driver knows of an extension's page only that it is there.
    const opened = async () => {
      const last = (await harness.browser.pages()).at(-1);
      return (await last?.evaluate(() => location.pathname)) === '/report.html' ? last : undefined;
    };
    await expect.poll(async () => (await opened()) !== undefined, wait).toBe(true);
    const report = await opened();
    if (report === undefined) throw new Error('No report.');
    await expect.poll(() => count(report, 'tbody tr'), wait).toBe(partyWork.planted.length);
    await report.bringToFront();
    await click(report, '.actions .main');
    await expect.poll(() => textIn(report, '[role=status]'), wait).toContain('已复制');
    await report.close();
    await welcome.bringToFront();
  });
});

describe('the background in Firefox', () => {
  it('is up again at the next word, after the browser has stopped it', async () => {
    const own = await startFirefox({ 'extensions.background.idle.timeout': 1_000 });
    try {
      const page = await own.browser.newPage();
      await page.goto(`${own.address}/textarea.html?empty`);
      await page.click('#editor');
      const isUp = () =>
        own.welcome.evaluate(
          () => (globalThis as unknown as ExtensionPage).browser.extension.getBackgroundPage() !== null,
        );
      await expect.poll(isUp, { timeout: 20_000 }).toBe(false);
      await page.keyboard.type('要深入学习贯彻党的十九大精神。');
      await expect
        .poll(async () => (await page.evaluate(painted)).map(({ text }) => text), wait)
        .toEqual(['党的十九大']);
      expect(await isUp()).toBe(true);
    } finally {
      await own.close();
    }
  });
});
