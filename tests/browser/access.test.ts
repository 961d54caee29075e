import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { languages } from '../../lib/language/language.ts';
import { CardWalk } from './access-card.ts';
import { against, begin, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';

const surfaces = useSurfaces();

describe.each(languages)('every surface, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const fine = async (page: Page, state: string): Promise<void> => {
    expect(await against(page, language, state)).toEqual([]);
  };

  beforeEach(() => begin(surfaces, language));

  it('popup: the page, results, an entry, nothing found, a form, the repair of numbering', async () => {
    const popup = await surfaces.open('popup', { width: 360, height: 600 });
    await surfaces.welcome.bringToFront();
    await popup.locator('.levels').waitFor(wait);
    await popup.locator('.topic').first().waitFor(wait);
    await fine(popup, 'page');
    expect(await byKeys(popup)).toEqual([]);
    const repair = popup.getByRole('button', { name: say('修复序号', 'Repair numbering') });
    await repair.focus();
    await popup.keyboard.press('Enter');
    await popup.locator('.repair .button').first().waitFor(wait);
    await fine(popup, 'repair');
    await expect.poll(() => popup.locator('.repair .button.main:focus').count(), wait).toBe(1);
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.locator('[data-opens=plan]:focus').count(), wait).toBe(1);

    const box = popup.getByRole('combobox');
    await box.focus();
    await popup.keyboard.insertText('党的十九大');
    await popup.locator('[role=option][aria-selected=true]').waitFor(wait);
    await fine(popup, 'results');
    await popup.keyboard.press('ArrowRight');
    await popup.locator('article').waitFor(wait);
    await fine(popup, 'entry');
    expect(await byKeys(popup)).toEqual([]);
    await popup.keyboard.press('Escape');
    await box.fill('qqqq');
    const add = popup.locator('[data-opens=add-own]');
    await add.waitFor(wait);
    await fine(popup, 'nothing found');
    await add.focus();
    await popup.keyboard.press('Enter');
    await popup.locator('.phrase-form').waitFor(wait);
    await fine(popup, 'form');
    expect(await byKeys(popup)).toEqual([]);
    await popup.locator('.phrase-form input').first().focus();
    await popup.keyboard.press('Escape');
    await expect.poll(() => popup.locator('[data-opens=add-own]:focus').count(), wait).toBe(1);
    await popup.close();
  });

  it('side panel: the list of findings, by place and by kind, what was ignored, the preview of all', async () => {
    const panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#rich').getByText('同志们：').click();
    const view = panel.locator('#page-panel');
    await view.locator('.group').nth(1).waitFor(wait);
    const ignore = view.getByRole('button', { name: say('忽略此处', 'Ignore here') });
    await ignore.first().click();
    const ignored = view.locator('.ignored');
    await ignored.locator('summary').click();
    await ignored.locator('li').first().waitFor(wait);
    await fine(panel, 'by place');
    await view.getByRole('button', { name: say('按类别', 'By kind') }).click();
    await view.locator('.open-certain').click();
    await view.locator('.fix-preview input:focus').waitFor(wait);
    await fine(panel, 'preview');
    expect(await byKeys(panel)).toEqual([]);
    await ignored.locator('li button').first().click();
    await expect.poll(() => ignored.count(), wait).toBe(0);
    await panel.close();
  });

  it('side panel: the page’s draft with its outline and repair, the desk empty and with a draft', async () => {
    const panel = await surfaces.open('sidepanel', { width: 400, height: 800 });
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#rich').click();
    await panel.locator('#page-panel [data-opens=plan]').waitFor(wait);
    await panel.locator('#page-panel .outline summary').click();
    await panel.locator('#page-panel .outline-tree').first().waitFor(wait);
    await fine(panel, 'page');
    expect(await byKeys(panel)).toEqual([]);
    await panel.locator('#page-panel [data-opens=plan]').focus();
    await panel.keyboard.press('Enter');
    await panel.locator('#page-panel .repair').waitFor(wait);
    await fine(panel, 'repair');
    await expect.poll(() => panel.locator('.repair input:focus').count(), wait).toBe(1);
    await panel.locator('.repair button').last().focus();
    await panel.keyboard.press('Enter');
    await expect.poll(() => panel.locator('[data-opens=plan]:focus').count(), wait).toBe(1);
    await panel.locator('#page-panel [data-opens=date]').focus();
    await panel.keyboard.press('Enter');
    await panel.locator('#page-panel input[type=date]:focus').waitFor(wait);
    await fine(panel, 'date');
    await panel.keyboard.press('Escape');
    await expect.poll(() => panel.locator('#page-panel [data-opens=date]:focus').count(), wait).toBe(1);

    await panel.locator('#desk-tab').click();
    await fine(panel, 'empty desk');
    await panel.locator('#desk-text').click();
    await panel.keyboard.insertText(textOf(partyWork));
    await panel.locator('#desk-panel .finding').first().waitFor(wait);
    await fine(panel, 'desk');
    expect(await byKeys(panel)).toEqual([]);
    await panel.close();
  });

  it('options: all sections with an example open, an own phrase and its form', async () => {
    const options = await surfaces.open('options', { width: 900, height: 900 });
    await options.getByRole('switch').first().waitFor(wait);
    for (const summary of await options.locator('#rules summary').all()) await summary.click();
    await options.locator('section.own [data-opens=new]').focus();
    await options.keyboard.press('Enter');
    await options.locator('.own .phrase-form input:focus').waitFor(wait);
    await options.keyboard.insertText('云溪办事不求人');
    await options.keyboard.press('Enter');
    await options.locator('.own-row').first().waitFor(wait);
    await expect.poll(() => options.locator('[data-opens=new]:focus').count(), wait).toBe(1);
    await options.locator('.own-row button').first().focus();
    await options.keyboard.press('Enter');
    await options.locator('.own .phrase-form input').first().waitFor(wait);
    await fine(options, 'form');
    await options.locator('.own .phrase-form input').first().focus();
    await options.keyboard.press('Escape');
    await expect.poll(() => options.locator('.own-row [data-opens]:focus').count(), wait).toBe(1);
    for (const summary of await options.locator('#packs summary, .technical summary').all())
      await summary.click();
    await options.locator('[data-opens=update]').focus();
    await options.keyboard.press('Enter');
    await options.locator('.phrase-form').waitFor(wait);
    await fine(options, 'options');
    expect(await byKeys(options)).toEqual([]);
    await options.locator('.phrase-form input').first().focus();
    await options.keyboard.press('Escape');
    await expect.poll(() => options.locator('[data-opens=update]:focus').count(), wait).toBe(1);
    expect(await options.title()).toBe(say('稿准 · 设置', 'Gaozhun · Options'));
    await options.close();
  });

  it('welcome and privacy', async () => {
    await surfaces.welcome.locator('.legend').waitFor(wait);
    await fine(surfaces.welcome, 'welcome');
    expect(await byKeys(surfaces.welcome)).toEqual([]);
    const privacy = await surfaces.harness.context.newPage();
    await privacy.goto(new URL('/privacy.html', surfaces.welcome.url()).href);
    await privacy.locator('li').nth(4).waitFor(wait);
    await fine(privacy, 'privacy');
    await privacy.close();
  });

  it('the card: a finding and why, the report of a false alarm, the repair, all by keys', async () => {
    const page = await surfaces.harness.open('plain.html');
    await waitForMarks(page, ['党的十九大', '工商局', '四、']);
    const { harness } = surfaces;
    const card = await CardWalk.of(page, harness, language);
    await page.locator('#editor h1').click();
    await card.command('next-finding');
    await card.command('open-card');
    await expect.poll(() => card.focused(), wait).toBe(say('改为“党的二十大”', 'Change to “党的二十大”'));
    await card.fine('finding');
    await card.tabTo(say('依据与判断', 'Why?'));
    await page.keyboard.press('Enter');
    await card.view.waitForText(say('稿件日期：', 'Draft dated'));
    await card.fine('why');
    await card.tabTo(say('提示有误…', 'Not right?…'));
    await page.keyboard.press('Enter');
    await card.view.waitForText(say('请先过目', 'Read it first'));
    await card.fine('report');
    await card.tabTo(say('返回', 'Back'));
    await page.keyboard.press('Enter');
    // Back where it was left for: among the grounds, which are open still.
    await expect.poll(() => card.focused(), wait).toBe(say('提示有误…', 'Not right?…'));
    expect(await card.reads()).toContain('党的十九大');
    await page.keyboard.press('Escape');
    await card.view.waitForNone();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
    await card.command('repair-numbering');
    await card.view.waitForText(say('将调整以下', 'will change'));
    await card.fine('repair');
    await card.tabTo('', 'Shift+Tab');
    await page.keyboard.press('Space');
    await card.fine('repair, a change left out');
    await card.tabTo(say('取消', 'Cancel'));
    await page.keyboard.press('Enter');
    await expect.poll(() => card.focused(), wait).toBe(say('修复全部序号…', 'Repair all numbering…'));
    await page.keyboard.press('Escape');
    await card.view.waitForNone();
    await page.close();
  });
});
