import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';
import { paintedMarks, waitForMarks } from './marks-view.ts';

const harness = useHarness();
const faults = ['党的十九大', '工商局', '四、'];

afterEach(async () => {
  await (await harness.worker()).evaluate('chrome.storage.local.clear()');
});

const inWorker = async (expression: string) => await (await harness.worker()).evaluate(expression);
const tabOf = (page: Page) =>
  `const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url().split('#')[0]}*`)} });`;
/** What the popup does: it sends words to the frame used last. */
const insert = (page: Page, words: string) =>
  inWorker(`(async () => {
    ${tabOf(page)}
    const key = Object.keys(await chrome.storage.session.get()).find((name) => name.startsWith('frame') && name.endsWith(tab.id));
    const frameId = (await chrome.storage.session.get(key))[key] ?? 0;
    return await chrome.tabs.sendMessage(tab.id, { type: 'page-insert', text: ${JSON.stringify(words)} }, { frameId });
  })()`);

describe('what of ours a page reads or writes', () => {
  it('is not the mirror of a text box: what it writes there goes, and the marks stay', async () => {
    const page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    await page.evaluate(() => {
      const [highlight] = CSS.highlights.values();
      const [range] = highlight as unknown as Iterable<Range>;
      const root = range?.startContainer.getRootNode() as ShadowRoot;
      Object.assign(window, { taken: root });
      const foreign = document.createElement('b');
      foreign.textContent = '网页所写';
      root.append(foreign);
      if (range !== undefined) range.startContainer.nodeValue = '网页改写';
    });
    const words = () => page.evaluate('taken.textContent') as Promise<string>;
    await expect.poll(words, wait).not.toContain('网页');
    expect(await words()).toContain('党的十九大');
    await waitForMarks(page, faults);
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('市工商局。');
    await waitForMarks(page, [...faults, '工商局']);
  });

  it('is no source of an own phrase, before the author asks for it', async () => {
    await inWorker(`chrome.storage.local.set({ 'own-phrases': [] })`);
    const page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    const view = await ShadowView.of(page);
    const [mark] = await paintedMarks(page);
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    await view.waitForText('往届提法');
    const finds = (words: string) =>
      page.evaluate(`window.find(${JSON.stringify(words)}, false, false, true)`);
    expect(await view.text()).not.toContain('依据：');
    expect(await finds('稿件日期：')).toBe(false);
    await view.click('依据与判断');
    await view.waitForText('稿件日期：');
  });

  it('is no name that tells of us', async () => {
    const page = await harness.openTest('plain.html');
    await waitForMarks(page, faults);
    const told = await page.evaluate(() => [
      ...CSS.highlights.keys(),
      ...document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)),
    ]);
    expect(told.length).toBeGreaterThan(3);
    expect(told.join('\n')).not.toContain('gaozhun');
  });

  it('is not hidden or recoloured by names of colours', async () => {
    const page = await harness.openTest('plain.html');
    await waitForMarks(page, faults);
    const view = await ShadowView.of(page);
    const [mark] = await paintedMarks(page);
    await page.addStyleTag({ content: 'div { --ink: transparent !important; --sheet: transparent }' });
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    await view.waitForText('往届提法');
    expect(await view.colour()).toMatch(/^rgb\(/u);
  });
});

describe('text goes where the author was', () => {
  it('and not into a field that takes the focus by script', async () => {
    const page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    await page.locator('#editor').click();
    await page.keyboard.press('End');
    await page.evaluate(() => {
      const other = document.createElement('textarea');
      other.id = 'other';
      other.value = '另一处要写的话。';
      document.body.append(other);
      other.focus();
    });
    await page.waitForTimeout(900);
    await insert(page, '新词');
    expect(await page.locator('#other').inputValue()).not.toContain('新词');
    expect(await page.locator('#editor').inputValue()).toContain('新词');
  });

  it('and into the other field once the author has gone there, by the pointer or by Tab', async () => {
    const page = await harness.openTest('textarea.html');
    await waitForMarks(page, faults);
    await page.evaluate(() => {
      for (const id of ['second', 'third']) {
        const other = Object.assign(document.createElement('textarea'), { id, value: '另一处要写的话。' });
        document.body.append(other);
      }
    });
    await page.locator('#editor').click();
    await page.locator('#second').click();
    await expect
      .poll(async () => {
        await insert(page, '甲');
        return await page.locator('#second').inputValue();
      }, wait)
      .toContain('甲');
    await page.locator('#second').click();
    await page.keyboard.press('Tab');
    await insert(page, '乙');
    expect(await page.locator('#third').inputValue()).toContain('乙');
    await page.evaluate(() => {
      const label = Object.assign(document.createElement('label'), { htmlFor: 'second', id: 'label' });
      label.textContent = '正文';
      document.body.prepend(label);
    });
    await page.locator('#label').click();
    await insert(page, '丙');
    expect(await page.locator('#second').inputValue()).toContain('丙');
  });

  it('and not into a frame of another site that takes the focus by script', async () => {
    const page = await harness.openTest('plain.html');
    await waitForMarks(page, faults);
    await page.locator('#editor h1').click();
    await page.keyboard.press('End');
    const other = harness.address.replace('127.0.0.1', 'editor.localhost');
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src });
      document.body.prepend(frame);
    }, `${other}/textarea.html`);
    await expect.poll(() => page.frames().length, wait).toBe(2);
    const frame = page.frames()[1];
    await frame?.waitForFunction(() => CSS.highlights.size > 0);
    await frame?.evaluate(() => {
      window.focus();
      document.getElementById('editor')?.focus();
    });
    await page.waitForTimeout(900);
    await insert(page, '新词');
    expect(await page.evaluate(() => window.editorPage.model())).toContain('新词');
    expect(await frame?.evaluate(() => window.editorPage.model())).not.toContain('新词');
    const inFrame = await page.locator('iframe').boundingBox();
    await page.mouse.click((inFrame?.x ?? 0) + 60, (inFrame?.y ?? 0) + 60);
    await page.waitForTimeout(300);
    await insert(page, '再入');
    expect(await frame?.evaluate(() => window.editorPage.model())).toContain('再入');
  });

  it.each(['textarea.html', 'plain.html'])(
    'and not into another field where a page moves the focus while a fix is entered: %s',
    async (name) => {
      const page = await harness.openTest(name);
      await waitForMarks(page, faults);
      const view = await ShadowView.of(page);
      const before = await page.evaluate(() => window.editorPage.model());
      await page.evaluate(() => {
        const other = Object.assign(document.createElement('textarea'), { id: 'other', value: '别处' });
        document.body.append(other);
        document.getElementById('editor')?.addEventListener('focus', () => other.focus());
      });
      const [mark] = await paintedMarks(page);
      await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
      await view.waitForText('往届提法');
      await view.click('改为“党的二十大”');
      await view.waitForText('没有改成');
      expect(await page.locator('#other').inputValue()).toBe('别处');
      expect(await page.evaluate(() => window.editorPage.model())).toBe(before);
    },
  );
});
