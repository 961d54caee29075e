import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { languages } from '../../lib/language/language.ts';
import { against, begin, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();
let panel: Page;

const desk = () => panel.locator('#desk-panel');
const box = () => panel.locator('#desk-text');
const about = (words: string) => desk().locator('.finding').filter({ hasText: words });
const made = () => desk().locator('.made');
const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');
const button = (name: string | RegExp) => desk().getByRole('button', { name });

async function paste(text: string): Promise<void> {
  await panel.evaluate((words) => navigator.clipboard.writeText(words), text);
  await box().click();
  await panel.keyboard.press('Control+a');
  await panel.keyboard.press('Control+v');
}

/** Opens the report of the draft on the desk by its button. */
async function openReport(name = '核对单…'): Promise<Page> {
  const [report] = await Promise.all([
    surfaces.harness.context.waitForEvent('page', wait),
    button(name).click(),
  ]);
  await report.locator('.actions').waitFor(wait);
  return surfaces.closeLater(report);
}

beforeAll(async () => {
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
beforeEach(async () => {
  await begin(surfaces, 'zh');
  panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 800 }));
  await panel.bringToFront();
  await panel.getByRole('tab', { name: '文稿台' }).click();
});

describe('the list of what was changed', () => {
  it('has each fix with its reason, leads to its place, and loses what is taken back', async () => {
    await paste(textOf(partyWork));
    await about('党的十九大').first().waitFor(wait);
    expect(await made().count()).toBe(0);
    await about('党的十九大').getByRole('button', { name: '改为' }).first().click();
    await made().getByText('本次已改 1 处').click();
    await expect.poll(() => made().locator('li').first().textContent(), wait).toContain('往届提法');
    expect(await made().locator('ins').allTextContents()).toEqual([expect.stringContaining('二十')]);
    await button('预览序号调整').click();
    await button('应用').click();
    await made().getByText('本次已改 2 处').waitFor(wait);
    await made().locator('.goto').last().click();
    const caret = () => box().evaluate((field) => (field as HTMLTextAreaElement).selectionStart);
    await expect.poll(caret, wait).toBe(textOf(partyWork).indexOf('四、'));
    await panel.keyboard.press('Control+z');
    await made().getByText('本次已改 1 处').waitFor(wait);
    await panel.keyboard.press('Control+z');
    await expect.poll(() => made().count(), wait).toBe(0);
    await panel.keyboard.press('Control+y');
    await made().getByText('本次已改 1 处').waitFor(wait);
  });

  it('counts each place of a bulk change in a page, also one made by the card’s route', async () => {
    await panel.getByRole('tab', { name: '此页' }).click();
    await surfaces.welcome.bringToFront();
    await caretInRich(surfaces.welcome, '同志们：');
    const view = panel.locator('#page-panel');
    await view.locator('.finding').first().waitFor(wait);
    await view.getByRole('button', { name: '预览一并改正' }).click();
    const errors = await view.locator('.fix-preview li').count();
    await view.getByRole('button', { name: `改正这 ${errors} 处` }).click();
    await view.getByText(`本次已改 ${errors} 处`).click();
    await expect.poll(() => view.locator('.made li').count(), wait).toBe(errors);
    await view.getByRole('button', { name: '恢复改动前的文字' }).click();
    await expect.poll(() => view.locator('.made').count(), wait).toBe(0);
  });
});

describe('the report', () => {
  it('lists what is left and what was changed, and can be copied, printed and saved', async () => {
    await paste(textOf(partyWork));
    await about('党的十九大').first().waitFor(wait);
    const before = await desk().locator('.finding').count();
    await about('党的十九大').getByRole('button', { name: '改为' }).first().click();
    await expect.poll(() => desk().locator('.finding').count(), wait).toBe(before - 1);
    const report = await openReport();
    expect(await report.locator('h2').allTextContents()).toEqual([
      `尚未处理（${before - 1} 处）`,
      '本次已改（1 处）',
    ]);
    expect(await report.locator('tbody tr').count()).toBe(before);
    const done = report.locator('section').last().locator('td');
    expect(await done.nth(1).textContent()).toBe('第 4 段');
    expect(await done.nth(2).textContent()).toContain('十九');
    const first = report.locator('section').first().locator('td');
    expect(await first.nth(1).textContent()).toMatch(/^一、提高政治站位.*第 6 段$/u);
    expect(await done.last().textContent()).toBe('已改');
    expect(decodeURIComponent(report.url())).not.toMatch(/\p{Script=Han}/u);

    await report.getByRole('button', { name: '复制' }).click();
    await report.getByText('已复制').waitFor(wait);
    const copied = await report.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await (await item?.getType(type))?.text()) ?? '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    expect(copied.text).toContain('1. 位置：');
    expect(copied.html.match(/<table/gu)).toHaveLength(2);

    const [saved] = await Promise.all([
      report.waitForEvent('download'),
      report.getByRole('button', { name: '存为 .docx' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^核对单（.+）\.docx$/u);
    expect(openDocx(await readFile(await saved.path())).text).toContain('本次已改（1 处）');

    await report.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await report.getByRole('button', { name: '打印' }).click();
    expect(await report.title()).toBe('printed');
    await report.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await report.locator('.actions').isVisible()).toBe(false);
    const colours = await report.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    const thead = report.locator('thead').first();
    expect(await thead.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group');
  });

  it('is there again after a reload, and is written nowhere but in memory', async () => {
    await paste(textOf(partyWork));
    await about('党的十九大').first().waitFor(wait);
    const report = await openReport();
    await report.reload();
    await report.locator('tbody tr').first().waitFor(wait);
    const local = await report.evaluate(
      'chrome.storage.local.get(null).then((all) => JSON.stringify(all) + JSON.stringify(localStorage))',
    );
    expect(local).not.toContain('党的十九大');
    await report.evaluate("chrome.storage.session.remove('reports')");
    await report.reload();
    await report.getByText('这份核对单已不在').waitFor(wait);
  });
});

describe('the length of a draft', () => {
  it('tells how long it takes to be read out, at the author’s own speed, in both views and for later', async () => {
    await paste('深入学习贯彻党的十九大精神。'.repeat(33));
    const length = desk().locator('.length');
    await length.getByText('462 字 · 约2分钟').click();
    const rate = length.getByLabel('每分钟读');
    expect(await rate.inputValue()).toBe('220');
    await rate.fill('110');
    await panel.keyboard.press('Enter');
    await length.getByText('462 字 · 约4分钟').waitFor(wait);
    await rate.fill('5');
    await panel.keyboard.press('Enter');
    await expect.poll(() => rate.inputValue(), wait).toBe('60');
    await length.getByText('462 字 · 约8分钟').waitFor(wait);
    await panel.getByRole('tab', { name: '此页' }).click();
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#plain').click();
    await panel
      .locator('#page-panel .length')
      .getByText(/字 · /u)
      .waitFor({ state: 'attached', ...wait });
    expect(await panel.locator('#page-panel .length input').inputValue()).toBe('60');
  });
});

const blanks = ['同志们：', ...Array.from({ length: 6 }, (_, at) => `今年，第${at}批新增企业××家。`)].join(
  '\n',
);
const withFault = `${blanks}\n要深入学习贯彻党的十九大精神。`;

describe('findings that are alike', () => {
  const findings = () => desk().locator('.finding');
  const card = () => desk().locator('.finding.alike');
  const where = () => desk().locator('.stepping .unseen').textContent();

  it('are one stop, and unfolded one each; the focus is never lost', async () => {
    await paste(withFault);
    await card().waitFor(wait);
    await expect.poll(() => findings().count(), wait).toBe(2);
    expect(await card().textContent()).toContain('6 处');
    await button('下一处').click();
    await expect.poll(where, wait).toBe('第 1 处，共 7 处');
    await button('下一处').click();
    await expect.poll(where, wait).toBe('第 7 处，共 7 处');
    await card().locator('.place').focus();
    await panel.keyboard.press('j');
    expect(await focused()).toContain('党的十九大');
    await panel.keyboard.press('k');
    await panel.keyboard.press('Tab');
    expect(await focused()).toContain('逐处看');
    await panel.keyboard.press('Enter');
    await expect.poll(() => findings().count(), wait).toBe(7);
    await expect.poll(focused, wait).toContain('第0批');
    await panel.keyboard.press('j');
    expect(await focused()).toContain('第1批');
    await button('收起').focus();
    await panel.keyboard.press('Enter');
    await expect.poll(() => findings().count(), wait).toBe(2);
    await expect.poll(focused, wait).toContain('6 处');
  });

  it('are ignored together in this draft', async () => {
    await paste(withFault);
    await card().getByRole('button', { name: '全部忽略' }).click();
    await expect.poll(() => findings().count(), wait).toBe(1);
    await expect.poll(focused, wait).toContain('党的十九大');
    await desk().getByText('已忽略 6 处').waitFor(wait);
    await button('撤销').click();
    await expect.poll(() => findings().count(), wait).toBe(2);
    await expect.poll(focused, wait).toContain('6 处');
  });

  it('are changed together after a preview, where they have a fix', async () => {
    await paste(Array.from({ length: 5 }, (_, at) => `第${at}要增强“两个维护”。`).join('\n'));
    await card().waitFor(wait);
    await card().getByRole('button', { name: '一并改正（5 处）' }).click();
    await expect.poll(() => desk().locator('.together-preview input:focus').count(), wait).toBe(1);
    await panel.keyboard.press('Space');
    await button('改正这 4 处').click();
    await expect.poll(() => box().inputValue(), wait).toContain('第1要做到“两个维护”');
    expect(await box().inputValue()).toContain('第0要增强“两个维护”');
    await made().getByText('本次已改 4 处').waitFor(wait);
  });
});

describe('findings of one kind', () => {
  it('are changed together after a preview, and taken back in one go', async () => {
    await paste(textOf(partyWork));
    await about('党的十九大').first().waitFor(wait);
    await button('按类别').click();
    const all = desk().locator('[data-together=standard-phrasing]');
    await all.waitFor(wait);
    const count = Number(/\d+/u.exec((await all.textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(1);
    await all.focus();
    await panel.keyboard.press('Enter');
    await expect.poll(() => desk().locator('.together-preview input:focus').count(), wait).toBe(1);
    await button('暂不').focus();
    await panel.keyboard.press('Enter');
    await expect.poll(focused, wait).toContain('本类一并改正');
    await panel.keyboard.press('Enter');
    await button(`改正这 ${count} 处`).click();
    await expect.poll(() => box().inputValue(), wait).toContain('以习近平同志为核心的党中央');
    expect(await box().inputValue()).toContain('深入学习贯彻党的十九大精神');
    await button('恢复改动前的文字').click();
    await expect.poll(() => box().inputValue(), wait).toBe(textOf(partyWork));
  });
});

describe.each(languages)('what was changed, folded cards and the report, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);

  it('has nothing that axe finds fault with, and is walked by the Tab key', async () => {
    await begin(surfaces, language);
    panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 800 }));
    await panel.bringToFront();
    await panel.locator('#desk-tab').click();
    await paste(`${textOf(partyWork)}\n${blanks}`);
    await desk().locator('.finding.alike').waitFor(wait);
    await about('党的十九大')
      .getByRole('button', { name: say('改为', 'Change to') })
      .first()
      .click();
    await made().locator('summary').click();
    await made().locator('li').first().waitFor(wait);
    await desk().locator('.length summary').click();
    expect(await against(panel, language, 'changed and folded')).toEqual([]);
    await button(say('按类别', 'By kind')).click();
    await desk().locator('[data-together=standard-phrasing]').click();
    await desk().locator('.together-preview input:focus').waitFor(wait);
    await desk().locator('.alike .together .button').first().click();
    await desk().locator('.alike-head').waitFor(wait);
    expect(await against(panel, language, 'by kind and unfolded')).toEqual([]);
    expect(await byKeys(panel)).toEqual([]);

    const report = await openReport(say('核对单…', 'Check report…'));
    await report.setViewportSize({ width: 900, height: 900 });
    expect(await against(report, language, 'report')).toEqual([]);
    expect(await byKeys(report)).toEqual([]);
    await report.evaluate("chrome.storage.session.remove('reports')");
    await report.reload();
    await report.locator('.gone').waitFor(wait);
    expect(await against(report, language, 'report gone')).toEqual([]);
  });
});
