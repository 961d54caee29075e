import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { useSurfaces, wait } from './fixture.ts';
import { answered } from './surfaces.ts';

const surfaces = useSurfaces();

describe('the popup’s search', () => {
  let popup: Page;
  const box = () => popup.getByRole('combobox');
  const options = () => popup.getByRole('option');
  const chosen = () => popup.locator('[role=option][aria-selected=true]');
  const said = () => popup.locator('.foot [role=status]');
  const focused = () => popup.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');
  const names = () => options().locator('.name').allTextContents();

  beforeEach(async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate("chrome.storage.local.remove(['kept-phrases', 'settings'])");
    await surfaces.welcome.reload();
    popup = await surfaces.open('popup');
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#plain').click();
    await popup.locator('.levels').waitFor(wait);
    await popup.locator('.topic').first().waitFor(wait);
    return () => popup.close();
  });

  it('finds by characters, pinyin, initials, a mixture, and with a typo', async () => {
    for (const typed of ['四个意识', 'sigeyishi', 'sgys', '四ge意识', '四个意思']) {
      await box().fill('');
      await popup.keyboard.type(typed);
      await answered(popup);
      expect((await names())[0]).toBe('“四个意识”');
    }
    expect(await faultsOf(popup)).toEqual([]);
  });

  it('narrows by a topic, by mouse and by keys alone', async () => {
    await popup.keyboard.insertText('发展');
    await answered(popup);
    expect(await options().count()).toBeGreaterThan(5);
    const all = await names();
    const topic = popup.getByRole('button', { name: '生态', exact: true });
    await popup.getByRole('button', { name: '更多' }).click();
    await topic.click();
    await answered(popup);
    expect(await names()).not.toEqual(all);
    expect(await topic.getAttribute('aria-pressed')).toBe('true');
    await topic.click();
    await answered(popup);
    expect(await names()).toEqual(all);

    // Tab enters the row, the arrows go along it, Enter chooses, Escape returns to the box.
    await box().focus();
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Home');
    const first = await popup.evaluate(() => document.activeElement?.textContent ?? '');
    await popup.keyboard.press('ArrowRight');
    const second = await popup.evaluate(() => document.activeElement?.textContent ?? '');
    expect(second).not.toBe(first);
    await popup.keyboard.press('Enter');
    await expect
      .poll(() => said().textContent(), wait)
      .toMatch(new RegExp(`^“${second}”共 \\d+ 条，先列 50 条`));
    expect(await options().count()).toBe(50);
    await popup.keyboard.press('Escape');
    expect(await focused()).toContain('combobox');
    await popup.keyboard.press('Escape');
    await popup.getByRole('heading', { name: '本页' }).waitFor(wait);
    expect(await faultsOf(popup)).toEqual([]);
  });

  it('stars with Ctrl+D, remembers what was used, and shows both when nothing is typed', async () => {
    await popup.keyboard.type('sgzx');
    await answered(popup);
    expect((await names())[0]).toBe('“四个自信”');
    await popup.keyboard.press('Control+d');
    await expect.poll(() => said().textContent(), wait).toBe('已收藏：“四个自信”');
    await box().fill('');
    await popup.keyboard.type('新发展理念');
    await answered(popup);
    expect((await names())[0]).toBe('新发展理念');
    await popup.keyboard.press('Control+Enter');
    await expect.poll(() => said().textContent(), wait).toMatch(/^已复制/);
    await popup.keyboard.press('Escape');
    await expect.poll(names, wait).toEqual(['“四个自信”', '新发展理念']);
    expect(await options().first().locator('.starred').count()).toBe(1);
    expect(await chosen().count()).toBe(0);
    expect(await faultsOf(popup)).toEqual([]);

    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await expect.poll(() => said().textContent(), wait).toBe('已插入：“四个自信”');
    // It is there for the next popup, too.
    await popup.reload();
    await expect.poll(names, wait).toEqual(['“四个自信”', '新发展理念']);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Control+d');
    await expect.poll(() => said().textContent(), wait).toBe('已取消收藏：“四个自信”');
  });

  it('puts what is starred first among equal matches', async () => {
    await popup.keyboard.insertText('从严治党');
    await answered(popup);
    const before = await names();
    const at = before.findIndex(
      (name, i) => i > 1 && name.startsWith('从严治党') === before[1]?.startsWith('从严治党'),
    );
    await options().nth(at).hover();
    await options().nth(at).locator('[data-act=star]').click();
    await expect.poll(() => said().textContent(), wait).toMatch(/^已收藏/);
    await popup.keyboard.press('Escape');
    await popup.keyboard.type('从严治党');
    await answered(popup);
    const now = (await names()).indexOf(before[at] ?? '');
    expect(now).toBeGreaterThan(-1);
    expect(now).toBeLessThan(at);
  });

  it('opens a phrase in full with →, inserts from there, and goes back with all as it was', async () => {
    await popup.keyboard.type('sgys');
    await answered(popup);
    const before = await names();
    await popup.keyboard.press('ArrowRight');
    const entry = popup.locator('article');
    await entry.waitFor(wait);
    expect(await entry.getByRole('heading', { level: 1 }).textContent()).toBe('“四个意识”');
    const text = await entry.textContent();
    for (const part of ['政治意识', '看齐意识', '增强“四个意识”', '2016年1月29日起', '出处', '核证'])
      expect(text).toContain(part);
    expect(await focused()).toContain('article');
    expect(await faultsOf(popup)).toEqual([]);
    const draft = await surfaces.welcome.locator('#plain').inputValue();
    await popup.keyboard.press('Enter');
    await expect.poll(() => entry.getByRole('status').textContent(), wait).toBe('已插入：“四个意识”');
    expect(await surfaces.welcome.locator('#plain').inputValue()).not.toBe(draft);
    await popup.keyboard.press('Control+d');
    await expect.poll(() => entry.getByRole('button', { name: '已收藏' }).count(), wait).toBe(1);
    await popup.keyboard.press('Escape');
    await expect.poll(focused, wait).toContain('combobox');
    expect(await entry.count()).toBe(0);
    expect(await box().inputValue()).toBe('sgys');
    expect(await names()).toEqual(before);
    await popup.keyboard.type('x');
    expect(await box().inputValue()).toBe('sgysx');
  });

  it('shows how a wording changed over time, and follows it there and back', async () => {
    await popup.keyboard.type('党的十九大');
    await answered(popup);
    expect((await names())[0]).toBe('党的十九大');
    await options().first().locator('[data-act=open]').click();
    const entry = popup.locator('article');
    const steps = entry.locator('.timeline li');
    await steps.first().waitFor(wait);
    expect(await steps.locator('.serif').allTextContents()).toEqual(
      expect.arrayContaining(['党的十八大', '党的十九大', '党的二十大']),
    );
    expect(await entry.locator('[aria-current=true] .serif').textContent()).toBe('党的十九大');
    await entry.getByRole('button', { name: '党的二十大' }).click();
    await expect.poll(() => entry.getByRole('heading', { level: 1 }).textContent(), wait).toBe('党的二十大');
    await popup.keyboard.press('ArrowLeft');
    await expect.poll(() => entry.getByRole('heading', { level: 1 }).textContent(), wait).toBe('党的十九大');
    await expect.poll(focused, wait).toContain('党的二十大');
    await popup.keyboard.press('Escape');
    await expect.poll(focused, wait).toContain('combobox');

    await box().fill('');
    await popup.keyboard.type('工商行政管理局');
    await answered(popup);
    expect(await options().first().textContent()).toContain('现表述：市场监督管理局');
    await popup.keyboard.press('ArrowRight');
    await expect.poll(() => steps.last().textContent(), wait).toContain('市场监督管理局');
    expect(await faultsOf(popup)).toEqual([]);
  });

  it('judges on the date of the draft, and says so', async () => {
    await surfaces.welcome.locator('#plain').click();
    await surfaces.welcome.keyboard.press('Control+a');
    await surfaces.welcome.keyboard.insertText(
      '在全县工作会议上的讲话\n（2020年3月1日）\n同志们：\n今天的会议到此结束。',
    );
    await popup.keyboard.type('党的十九大');
    await answered(popup);
    await popup.getByText('按稿件日期2020年3月1日判断').waitFor(wait);
    await expect.poll(() => options().first().locator('.standing').count(), wait).toBe(0);
    await surfaces.welcome.locator('#plain').click();
    await surfaces.welcome.keyboard.press('Control+a');
    await surfaces.welcome.keyboard.insertText(
      '在全县工作会议上的讲话\n（2024年3月1日）\n同志们：\n今天的会议到此结束。',
    );
    await expect.poll(() => options().first().locator('.standing').textContent(), wait).toBe('历史');
  });

  it('shows nine results at once, what is chosen in full, and a tag only on what is not current', async () => {
    // The greatest height that a browser gives its popup.
    await popup.setViewportSize({ width: 360, height: 600 });
    for (const typed of ['fazhan', '乡村振兴', '开头']) {
      await box().fill('');
      await popup.keyboard.insertText(typed);
      await answered(popup);
      const inSight = await options().evaluateAll(
        (rows) =>
          rows.filter((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            const box = row.parentElement?.getBoundingClientRect();
            return top >= (box?.top ?? 0) && bottom <= Math.min(box?.bottom ?? 0, innerHeight) + 0.5;
          }).length,
      );
      expect(inSight, typed).toBeGreaterThanOrEqual(9);
    }
    await box().fill('党的十九大');
    await answered(popup);
    const tags = await options().locator('.standing').allTextContents();
    expect(tags).toContain('历史');
    expect(tags).not.toContain('现行');
  });

  it('speaks English where that is chosen', async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { language: 'en' } })");
    await popup.getByRole('heading', { name: 'This page' }).waitFor(wait);
    await box().focus();
    await popup.keyboard.type('sgys');
    await answered(popup);
    expect(await options().first().locator('.standing').count()).toBe(0);
    await popup.keyboard.press('ArrowRight');
    await popup.getByText('Enter inserts and closes · Shift+Enter').waitFor(wait);
    expect(await faultsOf(popup)).toEqual([]);
  });
});

describe('the search from elsewhere', () => {
  beforeEach(async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate("chrome.storage.local.remove(['kept-phrases', 'settings'])");
  });

  it('opens with the words of the address in a window of its own, and inserts into the tab it came from', async () => {
    const worker = await surfaces.harness.worker();
    await surfaces.welcome.reload();
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#plain').click();
    await surfaces.welcome.keyboard.press('Control+Home');
    const tab: unknown = await worker.evaluate(
      'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([{ id }]) => id)',
    );
    const page = await surfaces.harness.context.newPage();
    await worker.evaluate("chrome.storage.session.set({ 'search:here': '四个意识' })");
    await page.goto(`${new URL('/', surfaces.welcome.url())}popup.html?search=here&tab=${tab}`);
    await page.locator('[role=option]').first().waitFor(wait);
    await answered(page);
    expect(await page.getByRole('combobox').inputValue()).toBe('四个意识');
    expect(await page.getByRole('heading', { name: '本页' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.foot [role=status]').textContent(), wait)
      .toBe('已插入：“四个意识”');
    expect(await surfaces.welcome.locator('#plain').inputValue()).toMatch(/^“四个意识”/);
    await page.close();
  });

  it('is offered for selected words on every page, and answers in the address bar', async () => {
    const worker = await surfaces.harness.worker();
    const opened = surfaces.harness.context.waitForEvent('page', wait);
    await worker.evaluate(
      `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'search-selection', selectionText: '工商局' }, { id: 1 })`,
    );
    const small = await opened;
    await small.locator('[role=option]').first().waitFor(wait);
    expect(await small.getByRole('combobox').inputValue()).toBe('工商局');
    await small.close();

    const suggested = await worker.evaluate(
      "new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('sgys', resolve))",
    );
    expect(suggested).toContainEqual({
      content: '“四个意识”',
      description: '“<match>四个意识</match>”<dim> · 现行</dim>',
    });
    const searched = surfaces.harness.context.waitForEvent('page', wait);
    await worker.evaluate("chrome.omnibox.onInputEntered.dispatch('“四个意识”', 'newForegroundTab')");
    const tab = await searched;
    await expect
      .poll(() => tab.locator('[role=option] .name').first().textContent(), wait)
      .toBe('“四个意识”');
    await tab.close();
  });
});
