import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { partyWork, sampleDay, textOf } from '../../entrypoints/welcome/drafts.ts';
import { dayInWords } from '../../lib/draft/date-words.ts';
import { useSurfaces, wait } from './fixture.ts';
import { caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();

describe('the side panel', () => {
  let panel: Page;
  const findings = () => panel.locator('.finding');
  const about = (words: string) => findings().filter({ hasText: words });
  const richText = () => surfaces.welcome.locator('#rich').textContent();

  beforeEach(async () => {
    await surfaces.welcome.reload();
    panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
    await surfaces.welcome.bringToFront();
    await caretInRich(surfaces.welcome, '同志们：');
    await about('党的十九大').first().waitFor(wait);
    return () => panel.close();
  });

  it('lists every planted fault of the draft in order of place', async () => {
    await expect.poll(() => findings().count(), wait).toBe(partyWork.planted.length);
    const text = textOf(partyWork);
    const marked = await panel.locator('.finding .place .mark').allTextContents();
    let from = 0;
    for (const words of marked) {
      const place = text.indexOf(words, from);
      expect(place, words).toBeGreaterThanOrEqual(from);
      from = place + words.length;
    }
    expect(
      await panel
        .locator('.finding')
        .evaluateAll((items) => items.map((item) => item.getAttribute('data-rule'))),
    ).toEqual(
      [...partyWork.planted]
        .sort((a, b) => text.indexOf(a.text) - text.indexOf(b.text))
        .map(({ rule }) => rule),
    );
  });

  it('follows the editor that has the focus', async () => {
    await surfaces.welcome.locator('#plain').click();
    await about('讲三点').first().waitFor(wait);
    expect(await about('党的十九大').count()).toBe(0);
    await caretInRich(surfaces.welcome, '同志们：');
    await about('党的十九大').first().waitFor(wait);
  });

  it('shows a finding in its place', async () => {
    await about('十三五').getByTitle('在稿中定位').click();
    const around = () =>
      surfaces.welcome.evaluate(() => {
        const { focusNode } = getSelection() ?? {};
        return focusNode?.parentElement?.closest('#rich > *')?.textContent ?? '';
      });
    await expect.poll(around, wait).toContain('当前，要加快推进“十三五”规划实施');
  });

  it('puts the right wording in place, and is done with the finding', async () => {
    const before = await findings().count();
    await about('党的十九大').getByRole('button', { name: '改为' }).first().click();
    await expect.poll(richText, wait).toContain('深入学习贯彻党的二十大精神');
    await expect.poll(() => findings().count(), wait).toBe(before - 1);
    await surfaces.welcome.locator('#rich').focus();
    await surfaces.welcome.keyboard.press('Control+z');
    await expect.poll(richText, wait).toContain('深入学习贯彻党的十九大精神');
    await expect.poll(() => findings().count(), wait).toBe(before);
  });

  it('ignores a finding here, keeps that over an edit elsewhere, and brings it back', async () => {
    const before = await findings().count();
    await about('党的十九大').getByRole('button', { name: '忽略此处' }).click();
    await expect.poll(() => findings().count(), wait).toBe(before - 1);
    await panel.getByText('已忽略 1 处').click();
    await caretInRich(surfaces.welcome, '同志们：');
    await surfaces.welcome.keyboard.type('各位来宾：');
    await expect.poll(() => findings().count(), wait).toBe(before - 1);
    await panel.locator('.ignored').getByRole('button', { name: '恢复' }).click();
    await expect.poll(() => findings().count(), wait).toBe(before);
  });

  it('says how it found the date, takes another, and goes back', async () => {
    const date = panel.locator('.date');
    const day = dayInWords(sampleDay).zh;
    expect(await date.textContent()).toContain(day);
    expect(await date.textContent()).toContain(`据“${day}”判断`);
    await date.getByRole('button', { name: '更改' }).click();
    await panel.getByLabel('稿件日期').fill('2019-05-06');
    await panel.getByRole('button', { name: '确定' }).click();
    await expect.poll(() => date.textContent(), wait).toContain('2019年5月6日');
    await expect.poll(() => date.textContent(), wait).toContain('由您指定');
    await expect.poll(() => about('党的十九大').count(), wait).toBe(0);
    await panel.getByRole('button', { name: '恢复自动' }).click();
    await expect.poll(() => date.textContent(), wait).toContain(day);
    await about('党的十九大').first().waitFor(wait);
  });

  it('filters by level', async () => {
    const before = await findings().count();
    const errors = await panel.locator('.finding.error').count();
    await panel.locator('button.level[data-level=error]').click();
    await expect.poll(() => findings().count(), wait).toBe(before - errors);
    await panel.locator('button.level[data-level=error]').click();
    await expect.poll(() => findings().count(), wait).toBe(before);
  });

  it('keeps its place while the draft is written', async () => {
    await panel.setViewportSize({ width: 400, height: 320 });
    await panel.evaluate(() => scrollTo(0, 400));
    const before = await panel.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(100);
    await surfaces.welcome.keyboard.type('各位来宾：');
    await expect.poll(() => surfaces.welcome.locator('#rich').textContent(), wait).toContain('各位来宾：');
    await surfaces.welcome.waitForTimeout(800);
    expect(await panel.evaluate(() => scrollY)).toBe(before);
  });

  it('comes back to its place from another draft', async () => {
    await panel.setViewportSize({ width: 400, height: 320 });
    await panel.evaluate(() => scrollTo(0, 300));
    await panel.waitForTimeout(100);
    await surfaces.welcome.locator('#plain').click();
    await about('讲三点').first().waitFor(wait);
    await expect.poll(() => panel.evaluate(() => scrollY), wait).toBe(0);
    await caretInRich(surfaces.welcome, '同志们：');
    await about('党的十九大').first().waitFor(wait);
    await expect.poll(() => panel.evaluate(() => scrollY), wait).toBe(300);
  });

  it('keeps an open preview true to the text while it is written', async () => {
    await panel.getByRole('button', { name: '预览序号调整' }).click();
    const changes = panel.locator('.changes li');
    await expect.poll(() => changes.count(), wait).toBe(1);
    await caretInRich(surfaces.welcome, '同志们：');
    await surfaces.welcome.keyboard.type('各位来宾：');
    await surfaces.welcome.waitForTimeout(800);
    await panel.getByRole('button', { name: '应用' }).click();
    await expect.poll(richText, wait).toContain('三、改进工作作风');
    expect(await richText()).toContain('同志们：各位来宾：');
  });

  it('previews the numbering repair and applies it', async () => {
    await panel.getByRole('button', { name: '预览序号调整' }).click();
    await expect.poll(() => panel.locator('.changes li').count(), wait).toBe(1);
    await panel.getByRole('button', { name: '应用' }).click();
    await expect.poll(richText, wait).toContain('三、改进工作作风');
    await expect.poll(() => about('四、').count(), wait).toBe(0);
  });

  it('leaves a change out of the repair, and takes the rest back again', async () => {
    await caretInRich(surfaces.welcome, '同志们，机关党建永远在路上');
    await surfaces.welcome.keyboard.press('Enter');
    await surfaces.welcome.keyboard.insertText('五、抓好督促检查');
    await surfaces.welcome.keyboard.press('Enter');
    await surfaces.welcome.keyboard.insertText('六、抓好总结提高');
    await panel.getByRole('button', { name: '预览序号调整' }).click();
    const changes = panel.locator('.changes li');
    await expect.poll(() => changes.count(), wait).toBe(3);
    await changes.nth(2).getByRole('checkbox').uncheck();
    const before = await richText();
    await panel.getByRole('button', { name: '应用' }).click();
    await expect.poll(richText, wait).toContain('四、抓好督促检查');
    expect(await richText()).toContain('三、改进工作作风');
    expect(await richText()).toContain('六、抓好总结提高');
    await panel.getByRole('button', { name: '恢复改动前的文字' }).click();
    await expect.poll(richText, wait).toBe(before);
    await expect.poll(() => panel.getByRole('button', { name: '恢复改动前的文字' }).count(), wait).toBe(0);
    await expect.poll(() => panel.evaluate(() => document.activeElement?.localName), wait).not.toBe('body');
  });

  it('shows the outline as a tree that leads to its headings', async () => {
    const tree = panel.locator('.outline-tree');
    expect(await tree.count()).toBe(0);
    await panel.getByText('提纲与序号样式').click();
    await expect.poll(() => tree.locator('.goto').count(), wait).toBe(3);
    expect(await tree.textContent()).toContain('应改');
    await tree.getByText('二、压实工作责任').click();
    const around = () =>
      surfaces.welcome.evaluate(
        () => getSelection()?.focusNode?.parentElement?.closest('#rich > *')?.textContent ?? '',
      );
    await expect.poll(around, wait).toContain('二、压实工作责任');
    await caretInRich(surfaces.welcome, '二、压实工作责任');
    await surfaces.welcome.keyboard.press('Enter');
    await surfaces.welcome.keyboard.insertText('（一）明确责任');
    await expect
      .poll(() => tree.locator('.outline-tree .goto').first().textContent(), wait)
      .toBe('（一）明确责任');
    await panel.getByRole('button', { name: '收起“二、' }).click();
    await expect.poll(() => tree.locator('.outline-tree').count(), wait).toBe(0);
  });

  it('unifies the form of ordinals, and remembers it', async () => {
    await caretInRich(surfaces.welcome, '二、压实工作责任');
    for (const words of ['1、明确责任', '2、传导压力']) {
      await surfaces.welcome.keyboard.press('Enter');
      await surfaces.welcome.keyboard.insertText(words);
    }
    await panel.getByText('提纲与序号样式').click();
    await panel.getByRole('button', { name: '1.', exact: true }).click();
    await expect.poll(() => panel.locator('.changes li').count(), wait).toBe(2);
    await panel.getByRole('button', { name: '应用' }).click();
    await expect.poll(richText, wait).toContain('1.明确责任');
    expect(await richText()).toContain('2.传导压力');
    await expect
      .poll(() => panel.getByRole('button', { name: '1.', exact: true }).getAttribute('aria-pressed'), wait)
      .toBe('true');
  });
});
