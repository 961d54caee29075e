import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { type Harness, startHarness } from './harness.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

const faults = ['党的十九大', '工商局', '四、'];
const pages = [
  { name: 'textarea', line: '#editor' },
  { name: 'plain', line: '#editor h1' },
  { name: 'tiptap', line: '.ProseMirror h1' },
  { name: 'quill', line: '.ql-editor h1' },
  { name: 'ckeditor5', line: '.ck-content h1, .ck-content h2' },
] as const;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.close());

describe.each(pages)('an input method in $name', ({ name, line }) => {
  let page: Page;
  let view: ShadowView;
  beforeEach(async () => {
    page = await harness.open(`${name}.html`);
    view = await ShadowView.of(page);
    await waitForMarks(page, faults);
    await page
      .locator(line)
      .first()
      .click({ position: { x: 30, y: 14 } });
    await page.keyboard.press('End');
  });
  afterEach(() => page.close());

  it('composes undisturbed, however long it takes, and is checked once it has ended', async () => {
    const before = await page.evaluate(() => window.editorPage.model());
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      for (const type of ['compositionstart', 'compositionend', 'blur']) {
        document.addEventListener(type, () => seen.push(type), { capture: true });
      }
    });
    for (const letters of ['d', 'da', 'da l', 'da li', 'da li d', 'da li du']) {
      await view.compose(letters);
      await page.waitForTimeout(60);
    }
    // Longer than the rest before a check: nothing may be sent, painted or opened in the middle of a word.
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual(['compositionstart']);
    expect((await paintedMarks(page)).map(({ text }) => text)).toEqual(faults);
    await view.commit('大力度');
    await waitForMarks(page, faults);
    const after = await page.evaluate(() => window.editorPage.model());
    expect(after).toBe(before.replace('的讲话', '的讲话大力度'));
  });

  it('finds what was composed', async () => {
    await view.compose('xue xi');
    await view.commit('：深入学习贯彻党的十九大精神');
    await waitForMarks(page, ['党的十九大', ...faults]);
  });
});
