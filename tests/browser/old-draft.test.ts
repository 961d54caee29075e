import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { today } from '../../lib/common/today.ts';
import { dayInWords } from '../../lib/draft/date-words.ts';
import { languages } from '../../lib/language/language.ts';
import { CardWalk } from './access-card.ts';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { asOfToday, fillPlain, iconOf, markOn, noteRequests, oldSpeech, onItsDay } from './old-draft.ts';

const asked = '稿中日期是2022年2月16日，距今';
const [question = '', ...leftOver] = asOfToday;

const harness = useHarness();
let page: Page;
let view: ShadowView;
afterEach(async () => {
  await (await harness.worker()).evaluate('chrome.storage.local.clear()');
});

/** Opens a page with the old speech in it. */
async function open(): Promise<void> {
  page = await harness.openTest('plain.html');
  await fillPlain(page, oldSpeech);
  await waitForMarks(page, onItsDay);
  view = await ShadowView.of(page);
}
async function click(words: string): Promise<void> {
  const { x, y } = await markOn(page, words);
  await page.mouse.click(x, y);
}
const line = (index: number) => page.locator('#editor p').nth(index);

describe('an old draft in a page', () => {
  it('is asked about on its date, with what today would bring, and follows the answer at once', async () => {
    await open();
    await click(question);
    await view.waitForText('按今天核对另有2处提示。');
    const card = await view.text();
    expect(card).toContain(asked);
    expect(card).not.toMatch(/忽略|记入我的提法/u);
    await view.click('按今天核对');
    await waitForMarks(page, asOfToday);
    await view.waitForText(`现按${dayInWords(today()).zh}核对。`);
    await view.click('知道了');
    await view.waitForNone();
    await click('党的十九大');
    await view.waitForText('改为“党的二十大”');
  });

  it('is left as it was on its own day, and that can be taken back on the spot', async () => {
    await open();
    await click(question);
    await view.waitForText(asked);
    await view.click('就按当时');
    await waitForMarks(page, []);
    await view.waitForText('现按2022年2月16日核对。');
    await view.click('撤回');
    await waitForMarks(page, onItsDay);
    await view.waitForText(asked);
  });

  it('keeps the answer over edits, a stopped worker and a reload, until it is taken back where it was made', async () => {
    await open();
    await click(question);
    await view.waitForText(asked);
    await view.click('按今天核对');
    await waitForMarks(page, asOfToday);
    await view.click('知道了');
    await line(5).click();
    await page.keyboard.press('End');
    await page.keyboard.type('要抓早抓小。');
    await harness.stopWorker();
    await page.keyboard.type('要抓细抓实。');
    await waitForMarks(page, asOfToday);
    // With the date line put right the words no longer tell of the old time.
    await click(question);
    await view.waitForText('请核对');
    await view.click(`改为“${dayInWords(today()).zh}”`);
    await waitForMarks(page, leftOver);
    await harness.stopWorker();
    await page.reload();
    await page.waitForFunction(() => 'editorPage' in window);
    await fillPlain(page, oldSpeech);
    await waitForMarks(page, asOfToday);
    await click(question);
    await view.waitForText('恢复自动日期');
    await view.click('恢复自动日期');
    await waitForMarks(page, onItsDay);
    await view.waitForText(asked);
  });

  it('is counted for once a text, when its marks are painted, and never at a key', async () => {
    await open();
    await expect.poll(async () => (await iconOf(harness, page)).title, wait).toContain('另有2处');
    const noted = await noteRequests(harness);
    const times = async (wanted: string) => (await noted()).filter((type) => type === wanted).length;
    const counts = () => times('count-today');
    await line(5).click();
    await page.keyboard.press('End');
    const words = '要抓早抓小、抓细抓实，';
    await page.keyboard.type(words, { delay: 60 });
    await expect.poll(counts, wait).toBeGreaterThan(0);
    await page.waitForTimeout(1_000);
    // One for the text as it came to rest; a machine that stands still meanwhile rests, too.
    const counted = await counts();
    expect(counted).toBeLessThan(words.length / 3);
    expect(counted).toBeLessThanOrEqual(await times('check'));
    expect((await noted()).lastIndexOf('check')).toBeLessThan((await noted()).lastIndexOf('count-today'));
    await click(question);
    await view.waitForText('按今天核对另有2处提示。');
    await view.click('就按当时');
    await waitForMarks(page, []);
    await line(5).click();
    await page.keyboard.type('一');
    await page.waitForTimeout(1_200);
    expect(await counts()).toBe(counted);
  });

  it('is asked about where the author wants little marked, and not once the rule is off', async () => {
    await open();
    const worker = await harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { strictness: 'quiet' } })");
    await page.waitForTimeout(500);
    await waitForMarks(page, onItsDay);
    await worker.evaluate("chrome.storage.local.remove('settings')");
    await waitForMarks(page, onItsDay);
    await click(question);
    await view.waitForText('更多');
    await view.click('更多');
    await view.click('关闭此规则');
    await waitForMarks(page, []);
  });

  it('is no draft where there is a date alone', async () => {
    page = await harness.openTest('textarea.html?empty');
    await page.locator('#editor').fill('2022年2月16日');
    await page.waitForTimeout(1_000);
    await waitForMarks(page, []);
    expect((await iconOf(harness, page)).text).toBe('');
  });

  it('shows on the icon, in words under the pointer', async () => {
    await open();
    await expect.poll(async () => (await iconOf(harness, page)).title, wait).toContain('另有2处');
    const { text, title } = await iconOf(harness, page);
    expect(text).toBe('旧');
    expect(title).toContain(`稿准：${asked}`);
    const worker = await harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { language: 'en' } })");
    await expect.poll(async () => (await iconOf(harness, page)).text, wait).toBe('old');
    expect((await iconOf(harness, page)).title).toContain('Gaozhun: The draft is dated 2022-02-16');
    await worker.evaluate("chrome.storage.local.remove('settings')");
    await expect.poll(async () => (await iconOf(harness, page)).text, wait).toBe('旧');
    await click(question);
    await view.waitForText(asked);
    await view.click('按今天核对');
    await waitForMarks(page, asOfToday);
    await expect
      .poll(() => iconOf(harness, page), wait)
      .toEqual({ text: `${asOfToday.length}`, title: '稿准' });
  });
});

describe.each(languages)('the card of an old draft, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);

  it('is answered and taken back by keys alone', async () => {
    const worker = await harness.worker();
    await worker.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
    await open();
    const card = await CardWalk.of(page, harness, language);
    const [yes, no] = [say('按今天核对', 'Check as of today'), say('就按当时', 'Check as of then')];
    await line(0).click();
    await card.command('next-finding');
    await card.command('open-card');
    await expect.poll(() => card.focused(), wait).toBe(yes);
    await card.view.waitForText(say('按今天核对另有2处提示。', 'As of today there are 2 more findings.'));
    expect(await card.reads()).toContain(say('改作今年的稿子？', 'Reuse it this year?'));
    await card.fine('an old draft');
    await card.tabTo(no);
    await page.keyboard.press('Enter');
    await waitForMarks(page, []);
    await expect.poll(() => card.focused(), wait).toBe(say('知道了', 'Close'));
    await card.fine('an old draft on its day');
    await card.tabTo(say('撤回', 'Undo'));
    await page.keyboard.press('Enter');
    await waitForMarks(page, onItsDay);
    await expect.poll(() => card.focused(), wait).toBe(yes);
    await page.keyboard.press('Enter');
    await waitForMarks(page, asOfToday);
    await expect.poll(() => card.focused(), wait).toBe(say('知道了', 'Close'));
    await page.keyboard.press('Enter');
    await card.view.waitForNone();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
    await line(0).click();
    await card.command('next-finding');
    await card.command('open-card');
    await card.fine('a date of an old time');
    await card.tabTo(say('恢复自动日期', 'Undo the day'));
    await page.keyboard.press('Enter');
    await waitForMarks(page, onItsDay);
    await expect.poll(() => card.focused(), wait).toBe(yes);
    // A shortcut for the first fix answers nothing.
    await card.command('apply-first-fix');
    await page.waitForTimeout(300);
    await waitForMarks(page, onItsDay);
  });
});
