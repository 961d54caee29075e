import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { faultsOf } from './axe.ts';
import { useSurfaces, wait } from './fixture.ts';
import { caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();
let panel: Page;

const view = () => panel.locator('#page-panel');
const findings = () => view().locator('.finding');
const about = (words: string) => findings().filter({ hasText: words });
const button = (name: string | RegExp) => view().getByRole('button', { name });
const marked = () => view().locator('.finding .place .mark').allTextContents();
const said = () => view().getByRole('status').textContent();
const richText = () => surfaces.welcome.locator('#rich').textContent();
/** What the focus is on, as a screen reader says it: the words of a button. */
const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');
/** The paragraph in which the caret of the draft is. */
const caretIn = () =>
  surfaces.welcome.evaluate(
    () => getSelection()?.focusNode?.parentElement?.closest('#rich > *')?.textContent ?? '',
  );

async function tabTo(words: string): Promise<void> {
  for (let times = 0; times < 8 && !(await focused()).includes(words); times++) {
    await panel.keyboard.press('Tab');
  }
  expect(await focused()).toContain(words);
}

beforeAll(async () => {
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
beforeEach(async () => {
  await surfaces.welcome.evaluate(`(async () => {
    const drafts = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('draft:'));
    await chrome.storage.local.remove(['settings', ...drafts]);
  })()`);
  await surfaces.welcome.reload();
  panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
  await surfaces.welcome.bringToFront();
  await caretInRich(surfaces.welcome, '同志们：');
  await about('党的十九大').first().waitFor(wait);
  return () => panel.close();
});

describe('the list of the side panel', () => {
  it('stands under the headings of the draft, or by kind, with counts', async () => {
    const groups = () => view().locator('.group h2').allTextContents();
    await expect
      .poll(groups, wait)
      .toEqual([
        '开头1 处',
        '一、提高政治站位，把牢机关党建的正确方向2 处',
        '二、压实工作责任，建强机关基层战斗堡垒1 处',
        '四、改进工作作风，以实干实绩取信于民2 处',
      ]);
    const inOrder = await marked();
    await button('按类别').click();
    await expect.poll(groups, wait).toEqual(['过时提法3 处', '规范表述2 处', '序号层次1 处']);
    expect([...(await marked())].sort()).toEqual([...inOrder].sort());
    expect(await button('按类别').getAttribute('aria-pressed')).toBe('true');
    await button('按位置').click();
    await expect.poll(marked, wait).toEqual(inOrder);
  });

  it('shows one kind alone, and all again when nothing of it is left', async () => {
    const choice = view().getByLabel('只看哪一类');
    expect(await choice.locator('option').allTextContents()).toEqual([
      '全部类别',
      '过时提法（3）',
      '规范表述（2）',
      '序号层次（1）',
    ]);
    await choice.focus();
    for (let times = 0; times < 3; times++) await panel.keyboard.press('ArrowDown');
    await expect.poll(() => findings().count(), wait).toBe(1);
    await about('四、').getByRole('button', { name: '改正' }).first().click();
    await expect.poll(richText, wait).toContain('三、改进工作作风');
    await expect.poll(() => findings().count(), wait).toBe(partyWork.planted.length - 1);
  });

  it('goes to the next and the previous finding in the draft, with the focus left where it is', async () => {
    const where = () => view().locator('.stepping .unseen').textContent();
    expect(await where()).toBe('共 6 处');
    await button('下一处').click();
    await expect.poll(where, wait).toBe('第 1 处，共 6 处');
    await expect.poll(caretIn, wait).toContain('深入学习贯彻党的十九大精神');
    for (let times = 0; times < 3; times++) await panel.keyboard.press('Enter');
    await expect.poll(where, wait).toBe('第 4 处，共 6 处');
    await expect.poll(caretIn, wait).toContain('“三会一课”流于形式');
    expect(await focused()).toBe('下一处');
    await button('上一处').click();
    await expect.poll(where, wait).toBe('第 3 处，共 6 处');
    await expect.poll(() => view().locator('.finding.current .mark').textContent(), wait).toContain('核心');
    for (let times = 0; times < 3; times++) await panel.keyboard.press('Enter');
    await expect.poll(where, wait).toBe('第 6 处，共 6 处');
  });

  it('is walked by keys; Enter shows a finding in the draft', async () => {
    const words = await marked();
    const at = () => panel.evaluate(() => document.activeElement?.querySelector('.mark')?.textContent ?? '');
    await panel.keyboard.press('j');
    expect(await at()).toBe(words[0]);
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('j');
    expect(await at()).toBe(words[2]);
    await panel.keyboard.press('k');
    expect(await at()).toBe(words[1]);
    await panel.keyboard.press('End');
    expect(await at()).toBe(words[5]);
    expect(await panel.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
    await panel.keyboard.press('Enter');
    await expect.poll(caretIn, wait).toContain('当前，要加快推进“十三五”规划实施');
    await panel.keyboard.press('Home');
    expect(await at()).toBe(words[0]);
    await panel.keyboard.press('ArrowUp');
    expect(await at()).toBe(words[0]);
  });

  it('gives the focus to the finding that comes up after a fix or an ignoring by keys', async () => {
    const words = await marked();
    await panel.keyboard.press('j');
    await panel.keyboard.press('j');
    await tabTo('改为');
    await panel.keyboard.press('Enter');
    await expect.poll(() => findings().count(), wait).toBe(5);
    await expect.poll(focused, wait).toContain(words[2] ?? '?');
    expect(await said()).toContain('已改');
    await tabTo('忽略此处');
    expect(await focused()).toContain(words[2] ?? '?');
    await panel.keyboard.press('Enter');
    await expect.poll(() => findings().count(), wait).toBe(4);
    await expect.poll(focused, wait).toContain(words[3] ?? '?');
    expect(await said()).toBe('已忽略此处。');
  });

  it('has a finding’s words and reason in the name and description of its buttons', async () => {
    const item = about('从严治党');
    const place = item.getByRole('button', { name: '党要管党、从严治党' }).first();
    const why = async (one: Locator): Promise<string> =>
      await one.evaluate((element) =>
        (element.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
    expect(await why(place)).toContain('过时提法');
    expect(await why(place)).toContain('全面从严治党');
    await item.getByRole('button', { name: '忽略此处 “党要管党、从严治党”' }).waitFor(wait);
    expect(await why(item.getByRole('button', { name: '改为' }).first())).toContain('全面从严治党');
  });

  it('puts right all that is certain in one go, but for what was left out, and takes it back', async () => {
    const before = await richText();
    const errors = await view().locator('.finding.error').count();
    expect(errors).toBeGreaterThan(2);
    await button('预览一并改正').click();
    const boxes = view().locator('.fix-preview').getByRole('checkbox');
    await expect.poll(() => boxes.count(), wait).toBe(errors);
    expect(await richText()).toBe(before);
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), wait)
      .toMatch(/^“.*”改为“.*”$/u);
    const kept = await boxes.first().getAttribute('aria-label');
    await panel.keyboard.press('Space');
    await expect.poll(() => boxes.first().isChecked(), wait).toBe(false);
    await button(`改正这 ${errors - 1} 处`).click();
    await expect.poll(richText, wait).toContain('三、改进工作作风');
    await expect.poll(said, wait).toContain(`已改 ${errors - 1} 处`);
    await expect.poll(() => view().locator('.finding.error').count(), wait).toBe(1);
    const left = /^“(.*?)”改为/u.exec(kept ?? '')?.[1] ?? '?';
    expect(await richText()).toContain(left);
    await button('恢复改动前的文字').click();
    await expect.poll(richText, wait).toBe(before);
    await expect.poll(() => view().locator('.finding.error').count(), wait).toBe(errors);
  });

  it('tells what was ignored, and brings back each alone', async () => {
    await about('党的十九大').getByRole('button', { name: '忽略此处' }).click();
    await expect.poll(() => findings().count(), wait).toBe(5);
    await about('从严治党').getByRole('button', { name: '本稿忽略' }).click();
    await expect.poll(() => findings().count(), wait).toBe(4);
    const always = {
      type: 'ignore',
      draftKey: '',
      finding: { rule: 'standard-phrasing', text: '增强“两个维护”' },
      always: true,
    };
    await panel.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(always)})`);
    await caretInRich(surfaces.welcome, '同志们：');
    await surfaces.welcome.keyboard.type('各位来宾：');
    await view().getByText('已忽略 3 处').click();
    const entries = view().locator('.ignored li');
    await expect
      .poll(() => entries.locator('.small').allTextContents(), wait)
      .toEqual(['过时提法 · 忽略此处', '过时提法 · 本稿忽略', '规范表述 · 每篇忽略']);
    await entries.nth(2).getByRole('button', { name: '恢复 “增强' }).click();
    await about('两个维护').first().waitFor(wait);
    await expect.poll(() => entries.count(), wait).toBe(2);
    await expect.poll(focused, wait).toContain('从严治党');
    await panel.keyboard.press('Enter');
    await about('从严治党').first().waitFor(wait);
    await expect.poll(() => entries.count(), wait).toBe(1);
    expect(await about('党的十九大').count()).toBe(0);
    await entries.getByRole('button', { name: '恢复' }).click();
    await expect.poll(() => view().locator('.ignored').count(), wait).toBe(0);
    await expect.poll(focused, wait).toContain('党的十九大');
  });

  it('keeps what is read where it is while findings come and go above it', async () => {
    await panel.setViewportSize({ width: 400, height: 420 });
    const last = about('“十三五”').last();
    await last.evaluate((item) => item.scrollIntoView({ block: 'center' }));
    await panel.waitForTimeout(200);
    const top = async () => Math.round((await last.boundingBox())?.y ?? -1);
    const before = await top();
    await caretInRich(surfaces.welcome, '同志们：');
    await surfaces.welcome.keyboard.press('Enter');
    await surfaces.welcome.keyboard.insertText('要认真学习贯彻党的十八大精神。');
    await expect.poll(() => findings().count(), wait).toBe(7);
    await expect.poll(async () => Math.abs((await top()) - before), wait).toBeLessThanOrEqual(2);
    await surfaces.welcome.keyboard.press('Control+z');
    await expect.poll(() => findings().count(), wait).toBe(6);
    await expect.poll(async () => Math.abs((await top()) - before), wait).toBeLessThanOrEqual(2);
  });

  it('forgets a form of numbers when none is wanted', async () => {
    const one = (name: string) =>
      view().getByRole('group', { name: '数字序号' }).getByRole('button', { name });
    const pressed = (name: string) => one(name).getAttribute('aria-pressed');
    await panel.getByText('提纲与序号样式').click();
    await one('1、').click();
    await expect.poll(() => pressed('1、'), wait).toBe('true');
    expect(await pressed('不指定')).toBe('false');
    await one('不指定').click();
    await expect.poll(() => pressed('不指定'), wait).toBe('true');
    expect(await pressed('1、')).toBe('false');
    const { settings } = (await panel.evaluate("chrome.storage.local.get('settings')")) as {
      settings: { numberingStyle: unknown };
    };
    expect(settings.numberingStyle).toEqual({});
  });

  it('has nothing for axe to find, with everything open', async () => {
    await about('从严治党').getByRole('button', { name: '忽略此处' }).click();
    await view().getByText('已忽略 1 处').click();
    await panel.getByText('提纲与序号样式').click();
    await button('预览一并改正').click();
    await button('预览序号调整').click();
    await view().locator('.numbering-preview').waitFor(wait);
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('works on the desk as on a page', async () => {
    const desk = panel.locator('#desk-panel');
    await panel.bringToFront();
    await panel.getByRole('tab', { name: '文稿台' }).click();
    await panel.evaluate((words) => navigator.clipboard.writeText(words), textOf(partyWork));
    await desk.locator('#desk-text').click();
    await panel.keyboard.press('Control+v');
    await expect.poll(() => desk.locator('.finding').count(), wait).toBe(6);
    await desk.getByRole('button', { name: '下一处' }).click();
    const caret = () =>
      desk.locator('#desk-text').evaluate((field) => (field as HTMLTextAreaElement).selectionStart);
    await expect.poll(caret, wait).toBe(textOf(partyWork).indexOf('党的十九大精神'));
    await expect.poll(focused, wait).toBe('下一处');
    await desk.getByRole('button', { name: '预览一并改正' }).click();
    await panel.keyboard.press('Tab');
    await desk.getByRole('button', { name: /^改正这 \d 处$/u }).click();
    await expect
      .poll(() => desk.locator('#desk-text').inputValue(), wait)
      .toContain('深入学习贯彻党的二十大精神');
    await expect.poll(() => desk.locator('.finding.error').count(), wait).toBe(0);
    await desk.getByRole('button', { name: '恢复改动前的文字' }).click();
    await expect.poll(() => desk.locator('#desk-text').inputValue(), wait).toBe(textOf(partyWork));
  });
});
