import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ShadowView } from '../../tests/browser/card-view.ts';
import { type Harness, startHarness } from '../../tests/browser/harness.ts';
import { type PaintedMark, waitForMarks } from '../../tests/browser/marks-view.ts';

const pictures = join(import.meta.dirname, 'output');
/** The faults of the draft, in order. */
const faults = ['党的十九大', '工商局', '四、'];

interface Case {
  readonly name: string;
  /** Presses of Ctrl+Z that take back a repair of the whole numbering. */
  readonly repairUndo: number;
  readonly bold: boolean;
  readonly hasTable: boolean;
  /** Where a click puts the caret at the end of the first line. */
  readonly into: (page: Page) => Promise<void>;
}

const inPage = (selector: string) => async (page: Page) => {
  await page
    .locator(selector)
    .first()
    .click({ position: { x: 30, y: 14 } });
  await page.keyboard.press('End');
};
const cases: readonly Case[] = [
  { name: 'lexical', repairUndo: 1, bold: true, hasTable: false, into: inPage('h1') },
  { name: 'slate', repairUndo: 1, bold: true, hasTable: true, into: inPage('h1') },
  { name: 'draftjs', repairUndo: 1, bold: true, hasTable: false, into: inPage('h1') },
  { name: 'wangeditor', repairUndo: 1, bold: true, hasTable: true, into: inPage('h1') },
  { name: 'editorjs', repairUndo: 2, bold: true, hasTable: false, into: inPage('h1') },
];

let harness: Harness;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  harness = await startHarness();
});
afterAll(() => harness?.close());

const model = (page: Page) => page.evaluate(() => window.editorPage.model());
const found = (marks: readonly PaintedMark[], text: string): PaintedMark => {
  const mark = marks.find((one) => one.text === text);
  if (mark === undefined) throw new Error(`No mark on ${text}`);
  return mark;
};

describe.each(cases)('in $name', ({ name, repairUndo, bold, into }) => {
  let page: Page;
  let view: ShadowView;
  let original: string;
  beforeEach(async () => {
    page = await harness.open(`${name}.html`);
    view = await ShadowView.of(page);
    original = await model(page);
  });
  afterEach(() => page.close());

  it('marks the faults and nothing else, and keeps the marks on their words while somebody types above', async () => {
    await waitForMarks(page, faults);
    await into(page);
    await page.keyboard.type('稿');
    await waitForMarks(page, faults);
    await page.keyboard.press('Enter');
    await page.keyboard.type('新的一段。');
    await waitForMarks(page, faults);
    expect(await model(page)).toBe(original.replace('的讲话', '的讲话稿\n新的一段。'));
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  });

  it('puts the right words in by a click on the card, keeps bold, and leaves the caret behind them', async () => {
    const marks = await waitForMarks(page, faults);
    await into(page);
    const { x, y } = found(marks, '党的十九大');
    await page.mouse.move(x, y, { steps: 4 });
    const said = await view.waitForText('往届提法');
    expect(said).toContain('依据：');
    expect(said).toContain('2022年10月22日');
    await page.screenshot({ path: join(pictures, `${name}-card.png`) });
    const boldBefore = await page.evaluate(() => window.editorPage.bold());
    await view.click('改为“党的二十大”');
    await view.waitForNone();
    await waitForMarks(page, faults.slice(1));
    const fixed = original.replace('党的十九大', '党的二十大');
    expect(await model(page)).toBe(fixed);
    if (bold) {
      expect(boldBefore.join('')).toContain('十九大精');
      expect(await page.evaluate(async () => (await window.editorPage.bold()).join(''))).toContain(
        '二十大精',
      );
    }
    await page.keyboard.type('，');
    expect(await model(page)).toBe(fixed.replace('党的二十大', '党的二十大，'));
    await page.keyboard.press('Backspace');
    expect(await model(page)).toBe(fixed);
  });

  it('takes a fix back by one Ctrl+Z', async () => {
    const marks = await waitForMarks(page, faults);
    await into(page);
    const { x, y } = found(marks, '工商局');
    await page.mouse.click(x, y);
    await view.waitForText('市场监督管理局');
    await view.click('改为“市场监管局”');
    await view.waitForNone();
    expect(await model(page)).toBe(original.replace('工商局', '市场监管局'));
    await page.keyboard.press('Control+z');
    await expect.poll(() => model(page)).toBe(original);
    await waitForMarks(page, faults);
  });

  it('repairs the numbering from the card, after a preview', async () => {
    const marks = await waitForMarks(page, faults);
    await into(page);
    const { x, y } = found(marks, '四、');
    await page.mouse.click(x, y);
    await view.waitForText('修复全部序号');
    await view.click('修复全部序号…');
    const preview = await view.waitForText('将调整以下');
    expect(preview).toMatch(/四.*→.*三.*五.*→.*四/s);
    await page.screenshot({ path: join(pictures, `${name}-preview.png`) });
    expect(await model(page)).toBe(original);
    await view.click('应用');
    await view.waitForNone();
    expect(await model(page)).toBe(original.replace('四、', '三、').replace('五、', '四、'));
    for (let press = 0; press < repairUndo; press++) await page.keyboard.press('Control+z');
    await expect.poll(() => model(page)).toBe(original);
  });

  it('leaves nothing of its own in the editor', async () => {
    const before = await page.evaluate(() => window.editorPage.saved());
    const marks = await waitForMarks(page, faults);
    const { x, y } = found(marks, '工商局');
    await page.mouse.move(x, y, { steps: 4 });
    await view.waitForText('依据');
    await page.keyboard.press('Escape');
    await view.waitForNone();
    expect(await page.evaluate(() => window.editorPage.saved())).toBe(before);
    expect(await page.evaluate(() => window.editorPage.strangers())).toEqual([]);
  });
});
