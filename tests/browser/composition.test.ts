import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../lib/messaging/messages.ts';
import type { PageReplies, PageRequest } from '../../lib/messaging/page-requests.ts';
import { ShadowView } from './card-view.ts';
import { useHarness } from './fixture.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

const faults = ['党的十九大', '工商局', '四、'];
const pages = [
  { name: 'textarea', line: '#editor' },
  { name: 'plain', line: '#editor h1' },
  { name: 'tiptap', line: '.ProseMirror h1' },
  { name: 'quill', line: '.ql-editor h1' },
  { name: 'ckeditor5', line: '.ck-content h1, .ck-content h2' },
  { name: 'lexical', line: 'h1' },
  { name: 'slate', line: 'h1' },
  { name: 'draftjs', line: 'h1' },
  { name: 'wangeditor', line: 'h1' },
  { name: 'editorjs', line: 'h1' },
] as const;

const harness = useHarness();

/** Asks the page's content script as the side panel does. */
async function ask<T extends PageRequest['type']>(
  page: Page,
  request: Extract<PageRequest, { type: T }>,
): Promise<PageReplies[T] | Fault> {
  const worker = await harness.worker();
  return await worker.evaluate(`(async () => {
    const tabs = await chrome.tabs.query({});
    const { id } = tabs.findLast(({ url }) => url === ${JSON.stringify(page.url())});
    return await chrome.tabs.sendMessage(id, ${JSON.stringify(request)}, { frameId: 0 });
  })()`);
}

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
    // wangEditor hears of the caret only then.
    await page.waitForTimeout(150);
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
    const wanted = before.replace('的讲话', '的讲话大力度');
    await expect.poll(() => page.evaluate(() => window.editorPage.model())).toBe(wanted);
    await waitForMarks(page, faults);
  });

  it('is left alone by a check on its way and by a change asked for from outside', async () => {
    await page.keyboard.insertText('，市工商局');
    await view.compose('yao');
    // Longer than the rest and a check together.
    await page.waitForTimeout(700);
    expect((await paintedMarks(page)).map(({ text }) => text)).toEqual(faults);
    const state = await ask(page, { type: 'page-state' });
    const text = 'field' in state ? (state.field?.text ?? '') : '';
    expect(text).not.toContain('yao');
    const edits = [{ start: 0, end: 1, text: '于' }];
    expect(await ask(page, { type: 'page-apply', edits, expected: text })).toHaveProperty('fault');
    expect(await ask(page, { type: 'page-insert', text: '插' })).toHaveProperty('fault');
    await view.commit('要');
    await expect
      .poll(() => page.evaluate(() => window.editorPage.model()))
      .toContain('在全市机关党建工作推进会上的讲话，市工商局要');
    await waitForMarks(page, ['工商局', ...faults]);
  });

  it('finds what was composed', async () => {
    await view.compose('xue xi');
    await view.commit('：深入学习贯彻党的十九大精神');
    await waitForMarks(page, ['党的十九大', ...faults]);
  });
});
