import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../lib/common/today.ts';
import { type Language, languages } from '../../lib/language/language.ts';
import { against, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { fillPlain } from './old-draft.ts';

const surfaces = useSurfaces();
beforeAll(async () => {
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(async () => {
  const worker = await surfaces.harness.worker();
  await worker.evaluate('Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])');
});

/** A speech of early 2022, full of its year. */
const speech = [
  '在全县农业农村工作会议上的讲话',
  '（2022年2月16日）',
  '同志们：',
  '一、抓好粮食生产',
  '2022年，要抓好粮食生产，深入学习贯彻党的十九大精神。',
  '2020年，我县实现了脱贫摘帽。',
  '二、抓好环境整治',
  '要确保2022年目标任务圆满完成。',
];
const year = Number(today().slice(0, 4));

/** What each place of the list says: verdict and words. */
const places = (view: Page) =>
  view
    .locator('.renew .finding')
    .evaluateAll((items) =>
      items.map((item) => `${item.getAttribute('data-verdict')} ${item.querySelector('.mark')?.textContent}`),
    );

/** The speech on the desk, judged on today: the view 翻新 is in front. */
async function onDesk(width = 400): Promise<Page> {
  const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width, height: 800 }));
  await panel.bringToFront();
  await panel.locator('#desk-tab').click();
  await panel.locator('#desk-text').click();
  await panel.keyboard.insertText(speech.join('\n'));
  await panel.locator('#desk-panel [data-answer=today]').first().click();
  // The answer takes the focus to where it can be taken back.
  await panel.locator('#desk-panel .date [data-back]:focus').waitFor(wait);
  await panel.locator('#desk-panel .renew .bulk').waitFor(wait);
  return panel;
}
const textOf = (panel: Page) => panel.locator('#desk-text').inputValue();

describe('the view 翻新', () => {
  it('comes to the front once an old draft is to be of today, and lists right and wrong', async () => {
    const panel = await onDesk();
    const open = await places(panel);
    expect(open).toContain('change 党的十九大');
    expect(open).toContain('change 2022年');
    expect(open.filter((one) => one.startsWith('keep'))).toEqual([]);
    await panel.locator('.renew .folded summary').last().click();
    await expect.poll(() => places(panel), wait).toContain('keep 2020年');
    expect(await panel.locator('.renew .timeline .dot').count()).toBeGreaterThan(4);
    // The other tab has the findings of every kind.
    await panel.locator('#desk-panel [role=tab]').first().click();
    await panel.locator('#desk-panel .list .finding').first().waitFor(wait);
  });

  it('changes what is ticked and the years in one go, after a preview, and takes it back in one go', async () => {
    const panel = await onDesk();
    const before = await textOf(panel);
    await panel.locator('.renew [data-bulk=chosen]').click();
    const preview = panel.locator('.renew .fix-preview');
    await preview.locator('li').first().waitFor(wait);
    await preview.locator('.button.main').click();
    await expect.poll(() => textOf(panel), wait).toContain('深入学习贯彻党的二十大精神');
    const after = await textOf(panel);
    expect(after).not.toContain('2022年，要');
    expect(after).toContain('2020年，我县实现了脱贫摘帽。');
    expect(after).toContain('（2022年2月16日）');
    await panel.locator('#desk-text').focus();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => textOf(panel), wait).toBe(before);
  });

  it('proposes the same year, and stays in front, once the date line is put right by itself', async () => {
    const panel = await onDesk();
    const target = panel.locator('.renew .shift input');
    const proposed = await target.inputValue();
    await panel.locator('.renew .finding').first().getByRole('button', { name: '改为' }).click();
    await expect.poll(() => textOf(panel), wait).not.toContain('（2022年2月16日）');
    await panel.locator('.renew .bulk').waitFor(wait);
    expect(await target.inputValue()).toBe(proposed);
    // The next place has the focus.
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.className ?? ''), wait)
      .toContain('place');
    expect(await panel.locator('.renew .done span').textContent()).toMatch(/^已处理 1\//u);
  });

  it('refuses a year that lies before, and says which it takes', async () => {
    const panel = await onDesk();
    const target = panel.locator('.renew .shift input');
    const proposed = await target.inputValue();
    await target.fill('20');
    await target.press('Enter');
    await panel.getByText('请填 2023 至 2099 之间的年份').waitFor(wait);
    expect(await target.inputValue()).toBe(proposed);
    await panel.locator('.renew [data-bulk=chosen]').click();
    await panel.locator('.renew .fix-preview :focus').waitFor(wait);
    await panel.keyboard.press('Escape');
    await expect.poll(() => panel.locator('.renew .fix-preview').count(), wait).toBe(0);
  });

  it('shifts the years into the one that the author sets, and nothing else', async () => {
    const panel = await onDesk();
    const target = panel.locator('.renew .shift input');
    await target.fill(String(year + 1));
    await target.press('Enter');
    await panel.locator('.renew [data-bulk=years]').click();
    const preview = panel.locator('.renew .fix-preview');
    // One is left out.
    await preview.locator('input').first().uncheck();
    await preview.locator('.button.main').click();
    await expect.poll(() => textOf(panel), wait).toContain(`确保${year + 1}年目标任务`);
    const after = await textOf(panel);
    expect(after).toContain('2022年，要抓好粮食生产，深入学习贯彻党的十九大精神。');
  });

  it('offers meetings without ticks, each with its sentence', async () => {
    const panel = await onDesk();
    await panel.locator('.renew [data-bulk=meetings]').click();
    const preview = panel.locator('.renew .fix-preview');
    expect(await preview.locator('input:checked').count()).toBe(0);
    await preview.getByText('稿中写的是“2022年，要抓好粮食生产，深入学习贯彻党的十九大精神”').waitFor(wait);
    expect(await preview.locator('.button.main').isDisabled()).toBe(true);
    await preview.locator('input').first().check();
    await preview.locator('.button.main').click();
    await expect.poll(() => textOf(panel), wait).toContain('党的二十大精神');
    expect(await textOf(panel)).toContain('2022年，要');
  });

  it('keeps what the author keeps, counts it as done, and lists it again when asked', async () => {
    const panel = await onDesk();
    const progress = panel.locator('.renew .done span');
    await progress.waitFor(wait);
    const [, all = ''] = /\/(\d+)/u.exec((await progress.textContent()) ?? '') ?? [];
    const item = panel.locator('.renew .finding').filter({ hasText: '党的十九大' });
    await item.getByRole('button', { name: '看过，保留' }).click();
    await expect.poll(() => progress.textContent(), wait).toBe(`已处理 1/${all}`);
    await expect.poll(() => panel.getByText('已保留 1 处').count(), wait).toBe(1);
    // The text is typed on: it stays kept, and is marked no more.
    await panel.locator('#desk-text').focus();
    await panel.keyboard.press('Control+End');
    await panel.keyboard.insertText('\n谢谢大家。');
    await expect.poll(() => progress.textContent(), wait).toBe(`已处理 1/${all}`);
    await panel.getByText('已保留 1 处').click();
    await panel.locator('.renew').getByRole('button', { name: '重新列入' }).click();
    await expect.poll(() => progress.textContent(), wait).toBe(`已处理 0/${all}`);
    await expect.poll(async () => (await places(panel)).includes('change 党的十九大'), wait).toBe(true);
  });

  it('works on the text of a page as well', async () => {
    const page = await surfaces.openTest('plain.html');
    await fillPlain(page, speech);
    await waitForMarks(page, ['2022年2月16日']);
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 800 }));
    await page.bringToFront();
    await page.locator('#editor p').first().click();
    await panel.locator('#page-panel [data-answer=today]').first().click();
    await panel.locator('#page-panel .renew [data-bulk=chosen]').click();
    await panel.locator('#page-panel .renew .fix-preview .button.main').click();
    await expect
      .poll(() => page.locator('#editor').textContent(), wait)
      .toContain('深入学习贯彻党的二十大精神');
  });

  it('is walked by keys: the dots, the list, the ticks', async () => {
    const panel = await onDesk();
    await panel.locator('.renew .dot[tabindex="0"]').focus();
    await panel.keyboard.press('End');
    await panel.keyboard.press('ArrowLeft');
    const label = await panel.locator('.renew .dot:focus').getAttribute('aria-label');
    await panel.keyboard.press('Enter');
    const words = /“(.+?)”/u.exec(label ?? '')?.[1] ?? '?';
    await expect.poll(() => panel.locator('.renew .finding.current .mark').textContent(), wait).toBe(words);
    await panel.locator('.renew .finding .place').first().focus();
    await panel.keyboard.press('j');
    const second = panel.locator('.renew .finding .place').nth(1);
    await expect.poll(() => second.evaluate((one) => one === document.activeElement), wait).toBe(true);
    await panel.keyboard.press('Shift+Tab');
  });
});

describe.each(languages)('the view 翻新, speaking %s', (language: Language) => {
  it('has nothing that can be said against it', async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
    const panel = await onDesk();
    await panel.locator('.renew .bulk').waitFor(wait);
    expect(await against(panel, language, 'renewal')).toEqual([]);
    expect(await byKeys(panel)).toEqual([]);
    await panel.locator('.renew [data-bulk=chosen]').click();
    await panel.locator('.renew .fix-preview').waitFor(wait);
    expect(await against(panel, language, 'renewal preview')).toEqual([]);
  });
});
